/** `npm run train:pages -- LANGUAGE COUNT OUT [SEED]`: composed pages with their gold, a folder each, for `pagefix eval`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { goldOf } from "./gold-of.ts";
import { composedPages, pageLanguage } from "./pages.ts";

const [language, count = "100", out, seed = "5", folder = "../shared/corpus"] = process.argv.slice(2);
if (!language || !out)
  throw new Error(
    "say the language, how many pages, and a folder to write them to: train:pages -- ja 100 out",
  );
for (const page of composedPages(folder, "validation", Number(count), Number(seed), pageLanguage(language))) {
  const own = join(out, page.id);
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, "page.txt"), page.text);
  writeFileSync(join(own, "gold.json"), `${JSON.stringify(goldOf(page), null, 1)}\n`);
}
