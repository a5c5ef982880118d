/**
 * Bundles the command for the build: reading sixty small modules costs a cold start more than compiling them. What few
 * runs need (zod, iconv-lite, fast-glob, chalk, the writers of Markdown and Parquet, batches) stays in chunks that are loaded when asked for. The
 * library is left as tsc makes it.
 *
 * The chunks are CommonJS, since every Node can start that from code that V8 compiled before. The build runs the command
 * on a page, puts the chunks that it took into one file and keeps what was compiled of them; `bin/chunks.js` starts from there.
 */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { build, type Plugin, transform } from "esbuild";
import { type Checksum, type Checksums, sampleOf } from "../model/checksums.ts";

const DIST = resolve("dist");
const OUT = join(DIST, "command");
const LICENSES = "LICENSES.txt";
/** Its text is repaired once at the build. */
const PAGE = "fixtures/seed/page.txt";

/** A bundled module finds its files where it found them before: relative to the place tsc gave it. */
const ownUrls: Plugin = {
  name: "own-urls",
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      if (!path.startsWith(DIST)) return null;
      const place = relative(OUT, path).replaceAll("\\", "/");
      const source = readFileSync(path, "utf8");
      const url = `new URL("${place}", require("node:url").pathToFileURL(__filename)).href`;
      return { contents: source.replaceAll("import.meta.url", url) };
    });
  },
};

/**
 * Modules of node's that commander asks for and that are slow to load: `child_process` is for subcommands that are programs
 * of their own, which pagefix has none of; `process`, where it is required, opens all three standard streams.
 */
const slowModules: Plugin = {
  name: "slow-modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:(?:child_process|process)$/ }, ({ path }) => ({ path, namespace: "slow" }));
    onLoad({ filter: /process$/, namespace: "slow" }, ({ path }) => ({
      contents: path === "node:process" ? "module.exports = process" : "",
    }));
  },
};

const { metafile, outputFiles } = await build({
  entryPoints: [join(DIST, "cli/ahead.js"), join(DIST, "cli/main.js"), join(DIST, "cli/worker.js")],
  outdir: OUT,
  outExtension: { ".js": ".cjs" },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  chunkNames: "[name]-[hash]",
  legalComments: "none",
  // It starts its workers from files of its own.
  external: ["piscina"],
  plugins: [ownUrls, slowModules],
  metafile: true,
  write: false,
});

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const { path, text } of outputFiles) {
  // esbuild splits ES modules only.
  const { code } = await transform(text, {
    format: "cjs",
    target: "node20",
    supported: { "dynamic-import": false },
    minifyWhitespace: true,
  });
  writeFileSync(path, escapeUnits(code));
}
for (const file of ["evidence.json", "ja.evidence.json"]) minifyWeights(file);
writeFileSync(join(OUT, LICENSES), licenses(Object.keys(metafile.inputs)));
await keepCompiledCode();

/** People read the weights in the sources; a cold start reads a third less. */
function minifyWeights(file: string): void {
  const folder = join(DIST, "model/weights");
  const bytes = Buffer.from(JSON.stringify(JSON.parse(readFileSync(join(folder, file), "utf8"))));
  const sums = JSON.parse(readFileSync(join(folder, "checksums.json"), "utf8")) as Checksums;
  const sum: Checksum = {
    bytes: bytes.length,
    sample: sampleOf(bytes),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
  writeFileSync(join(folder, file), bytes);
  writeFileSync(join(folder, "checksums.json"), JSON.stringify({ ...sums, [file]: sum }));
}

/** Runs the command on a page twice: to see which chunks that needs, and to keep what V8 makes of them together. */
async function keepCompiledCode(): Promise<void> {
  const { putTogether } = await runFresh();
  putTogether();
  const { keep } = await runFresh();
  keep();
}

interface Chunks {
  readonly load: (name: string) => typeof import("./ahead.ts") & typeof import("./main.ts");
  readonly putTogether: () => void;
  readonly keep: () => void;
}

async function runFresh(): Promise<Chunks> {
  const require = createRequire(import.meta.url);
  const file = resolve("bin/chunks.js");
  delete require.cache[file];
  const chunks = require(file) as Chunks;
  const folder = mkdtempSync(join(tmpdir(), "pagefix-build-"));
  const argv = [PAGE, "-q", "-o", join(folder, "out.json")];
  chunks.load("ahead.cjs").readAhead(argv);
  const code = await chunks.load("main.cjs").main(argv);
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`pagefix ${PAGE} exits with ${code}`);
  return chunks;
}

/** What is no ASCII, which esbuild leaves in patterns: V8 keeps and compiles source of one byte a character faster. */
function escapeUnits(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Name, version and licence of every package that a bundled file is from. */
function licenses(files: readonly string[]): string {
  const folders = files.map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  const own = [...new Set(folders)].filter((folder) => folder !== undefined).sort();
  return `The command holds code of these packages.\n\n${own.map(license).join("\n")}`;
}

function license(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
  return `${"=".repeat(80)}\n${manifest.name} ${manifest.version} (${manifest.license})\n\n${text}\n`;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}
