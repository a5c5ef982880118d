/** `npm run train:checksums`: what the model files are held to when they are read. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { type Checksums, sampleOf } from "../model/checksums.ts";

/** Writes `checksums.json` for the files that are in the folder. */
export function writeChecksums(folder = "src/model/weights"): void {
  const names = readdirSync(folder).filter((name) => name.endsWith(".bin") || name.endsWith("evidence.json"));
  const sums: Checksums = Object.fromEntries(
    names.sort().map((name) => {
      const bytes = readFileSync(`${folder}/${name}`);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return [name, { bytes: bytes.length, sample: sampleOf(bytes), sha256 }];
    }),
  );
  writeFileSync(`${folder}/checksums.json`, `${JSON.stringify(sums, null, 2)}\n`);
}
