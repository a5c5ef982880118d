/**
 * The chunks of the bundled command, started from the code that V8 compiled for them at the build. That holds for one
 * version of V8 and one architecture; V8 turns down what does not fit, and compiles the chunk as ever.
 */
const { readFileSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");

const COMMAND = join(__dirname, "../dist/command");
const COMPILED = `.${process.versions.v8}-${process.arch}.compiled`;

/** @type {Map<string, { readonly script: Script, readonly module: { exports: any } }>} */
const chunks = new Map();

/**
 * @param {string} name of a file in `dist/command`
 * @returns {any} what it exports
 */
function load(name) {
  const known = chunks.get(name);
  if (known) return known.module.exports;
  const file = join(COMMAND, name);
  const source = `(function (exports, require, module, __filename, __dirname) { ${readFileSync(file, "latin1")}\n})`;
  const script = new Script(source, { filename: file, cachedData: compiledCode(file) });
  const module = { exports: {} };
  chunks.set(name, { script, module });
  const requireFrom = (/** @type {string} */ id) => (id.startsWith("./") ? load(id.slice(2)) : require(id));
  script.runInThisContext()(module.exports, requireFrom, module, file, dirname(file));
  return module.exports;
}

/** @param {string} file */
function compiledCode(file) {
  try {
    return readFileSync(file + COMPILED);
  } catch {
    return undefined;
  }
}

/** Writes what is compiled by now beside the chunks. */
function keep() {
  for (const [name, { script }] of chunks)
    writeFileSync(join(COMMAND, name) + COMPILED, script.createCachedData());
}

module.exports = { load, keep };
