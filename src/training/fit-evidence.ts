/** `npm run train:evidence`: the weights of the evidence for roles, from composed pages. */
import { fitRoles } from "./fit-roles.ts";
import { composedPages, pageLanguage } from "./pages.ts";
import { toolsWith } from "./tools.ts";
import { readWeights, writeWeights } from "./weights-file.ts";

const [folder = "../shared/corpus", count = "7000", name = "zh", ...without] = process.argv.slice(2);
const language = pageLanguage(name);
const weights = readWeights(language);
const train = composedPages(folder, "weights", Number(count), 1, language);
// There are few articles in Japanese, and none from a newspaper: pages in Chinese say the rest.
const more = language === "ja" ? composedPages(folder, "weights", Number(count) / 2, 1) : [];
const test = composedPages(folder, "validation", Math.ceil(Number(count) / 4), 2, language);
const model = fitRoles(
  [...train, ...more],
  test,
  ({ lang }) => toolsWith(weights, lang === "ja" ? "ja" : "zh"),
  without,
);
const roles = { ...weights.roles, model };
if (without.length === 0) writeWeights({ ...weights, roles }, language);
