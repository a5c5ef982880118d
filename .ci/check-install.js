/**
 * Holds the package, installed in the folder at hand by npm, to what README promises: how much it takes, and that it is used by
 * `import` and by `require`, as a command and as a library. Run by each Node it is to work on:
 *
 *   node check-install.js ROOT
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const MOST_PACKAGES = 60;
const MOST_BYTES = 45e6;

const [root = "."] = process.argv.slice(2);
const page = join(root, "fixtures/seed/page.txt");
const modules = resolve("node_modules");

/** @type {{ packages: Record<string, unknown> }} */
const { packages } = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8"));
const count = Object.keys(packages).length;
const bytes = readdirSync(modules, { recursive: true, encoding: "utf8" })
  .map((path) => lstatSync(join(modules, path)))
  .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
assert(count < MOST_PACKAGES, `${count} packages are installed; ${MOST_PACKAGES} are too many`);
assert(bytes < MOST_BYTES, `${bytes} bytes are installed; ${MOST_BYTES} are too many`);

const own = createRequire(join(modules, "index.js"));
const manifest = own("pagefix/package.json");
const command = join(modules, "pagefix", manifest.bin.pagefix);
/** @param {string[]} args */
const run = (...args) => spawnSync(process.execPath, [command, ...args], { encoding: "utf8" });
assert.equal(run("--version").stdout, `${manifest.version}\n`);
assert.match(run("-q", page, "-f", "markdown").stdout, /江楠建筑/);
assert.match(run("completion", "bash").stdout, /complete .*pagefix/);

const { use } = await import(pathToFileURL(resolve("consumer.js")).href);
assert.match(await use(readFileSync(page)), /^以更高标准.*; urn:pagefix:document:1; true$/);
assert.equal(own("pagefix").fixPage("江边的书房开门了。").articles.length, 1);

console.log(
  `Node ${process.versions.node}: the command, import and require; ${count} packages, ${(bytes / 1e6).toFixed(1)} MB installed`,
);
