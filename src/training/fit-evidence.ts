/** `npm run train:evidence`: the weights of the evidence for roles, from composed pages. */
import { fitRoles } from "./fit-roles.ts";
import { composedPages } from "./pages.ts";
import { toolsWith } from "./tools.ts";
import { readWeights, writeWeights } from "./weights-file.ts";

const [folder = "../shared/corpus", count = "7000", ...without] = process.argv.slice(2);
const weights = readWeights();
const tools = toolsWith(weights);
const train = composedPages(folder, "weights", Number(count), 1);
const test = composedPages(folder, "validation", Math.ceil(Number(count) / 4), 2);
const roles = { ...weights.roles, model: fitRoles(train, test, tools, without) };
if (without.length === 0) writeWeights({ ...weights, roles });
