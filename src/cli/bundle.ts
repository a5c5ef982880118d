/**
 * Bundles the command for the build: reading sixty small modules costs a cold start more than compiling them. What few
 * runs need (zod, iconv-lite, fast-glob, chalk, the Markdown writer) stays in chunks that are loaded when asked for. The
 * library is left as tsc makes it.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { build, type Plugin } from "esbuild";

const DIST = resolve("dist");
const OUT = join(DIST, "command");
const LICENSES = "LICENSES.txt";

/** A bundled module finds its files where it found them before: relative to the place tsc gave it. */
const ownUrls: Plugin = {
  name: "own-urls",
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      if (!path.startsWith(DIST)) return null;
      const place = relative(OUT, path).replaceAll("\\", "/");
      const source = readFileSync(path, "utf8");
      return { contents: source.replaceAll("import.meta.url", `new URL("${place}", import.meta.url).href`) };
    });
  },
};

/** Commander starts subcommands that are programs of their own; pagefix has none, and the module is slow to load. */
const noChildProcess: Plugin = {
  name: "no-child-process",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: "empty" }));
    onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
  },
};

const { metafile } = await build({
  entryPoints: [join(DIST, "cli/main.js")],
  outdir: OUT,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  chunkNames: "[name]-[hash]",
  legalComments: "none",
  plugins: [ownUrls, noChildProcess],
  // What is CommonJS requires modules of node's.
  banner: {
    js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
  },
  metafile: true,
});

writeFileSync(join(OUT, LICENSES), licenses(Object.keys(metafile.inputs)));
const made = new Set([
  LICENSES,
  ...Object.keys(metafile.outputs).map((path) => relative(OUT, resolve(path))),
]);
for (const name of readdirSync(OUT)) if (!made.has(name)) rmSync(join(OUT, name));

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
