/** Holds what `npm pack --json` lists to what users need, and to nothing else. Reads the list from standard input. */
import { text } from "node:stream/consumers";

const NEEDED = [
  "bin/pagefix.js",
  "bin/chunks.js",
  "bin/worker.js",
  "bin/package.json",
  "dist/command/ahead.cjs",
  "dist/command/main.cjs",
  "dist/command/worker.cjs",
  "dist/command/completion.bash",
  "dist/command/completion.fish",
  "dist/command/completion.zsh",
  "dist/command/LICENSES.txt",
  "dist/index.js",
  "dist/index.d.ts",
  "dist/write/schema.json",
  "package.json",
  "README.md",
  "README.zh.md",
  "CHANGELOG.md",
  "LICENSE",
];
const ALLOWED = /^(?:bin|dist)\/|^(?:package\.json|README\.md|README\.zh\.md|CHANGELOG\.md|LICENSE)$/;
/** The command is bundled in dist/command; the training makes files for dist/model and is not part of it. */
const FORBIDDEN = /^dist\/(?:cli|evaluate|training)\/|\.tsbuildinfo$/;

const [{ files, size, unpackedSize }] = JSON.parse(await text(process.stdin));
const paths = files.map((/** @type {{ path: string }} */ { path }) => path);
const wrong = [
  ...NEEDED.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
  ...paths
    .filter((/** @type {string} */ path) => !ALLOWED.test(path) || FORBIDDEN.test(path))
    .map((/** @type {string} */ path) => `${path} should not be published`),
];
for (const line of wrong) console.log(line);
console.log(
  `${paths.length} files, ${(size / 1e6).toFixed(1)} MB packed, ${(unpackedSize / 1e6).toFixed(1)} MB unpacked`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
