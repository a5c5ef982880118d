/** The figures are those of the bench's own scorer, written apart from this one in another language. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { fixPages } from "../../src/api.ts";
import { findGold } from "../../src/cli/eval/find.ts";
import { readGold, type ScoredPage, scoredSets, scorePage } from "../../src/evaluate/index.ts";
import { toJson } from "../../src/index.ts";
import { inFolder } from "../cli/command.ts";

const BENCH = "../shared/bench";
/** The bench is no part of the repository. */
const onBench = existsSync(join(BENCH, "score.py")) ? test : test.skip;

onBench(
  "on every page of the bench, score.py gives the same",
  async () => {
    await inFolder((folder) => {
      const own: ScoredPage[] = [];
      for (const { path, set, source } of findGold(join(BENCH, "dev"), "page.txt")) {
        const gold = readGold(readFileSync(path, "utf8"));
        const text = readFileSync(source as string, "utf8");
        const documents = fixPages(text);
        mkdirSync(join(folder, gold.id));
        writeFileSync(join(folder, gold.id, "page.json"), toJson(documents));
        own.push({ id: gold.id, set, score: scorePage(gold, documents, text) });
      }
      // Instead of pagefix: the documents that were scored here. The folder of a page has the name of its gold.
      writeFileSync(join(folder, "copy.sh"), `cp "${folder}/$(basename "$(dirname "$1")")/page.json" "$2"\n`);
      const { status, stderr } = spawnSync(
        "python3",
        [
          join(BENCH, "score.py"),
          join(BENCH, "dev"),
          ...["--cmd", `sh ${join(folder, "copy.sh")} {in} {out}`],
          ...["--json", join(folder, "scores.json")],
        ],
        { encoding: "utf8" },
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining("failed") });
      const theirs = JSON.parse(readFileSync(join(folder, "scores.json"), "utf8"));
      const ours = Object.fromEntries(scoredSets(own).map(({ name, figures }) => [name, figures]));
      expect(Object.keys(ours).length).toBeGreaterThan(5);
      for (const [set, figures] of Object.entries(ours))
        for (const [measure, value] of Object.entries(figures)) {
          const same = theirs[set][measure] ?? null;
          // A billionth: sums in another order.
          expect([set, measure, value === null ? null : Math.round(value * 1e9)]).toEqual([
            set,
            measure,
            same === null ? null : Math.round(same * 1e9),
          ]);
        }
    });
  },
  300_000,
);
