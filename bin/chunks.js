/**
 * The chunks of the bundled command. Those that a plain run needs lie together in `start.cjs`: one file is read faster than
 * twenty. Beside it, and beside any other that the build has run, lies what V8 compiled of it. That holds for one version of
 * V8 and one architecture; V8 turns down what does not fit, and compiles the chunk as ever.
 */
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { Script } = require("node:vm");

const COMMAND = join(__dirname, "../dist/command");
const START = "start.cjs";
const COMPILED = `.${process.versions.v8}-${process.arch}.compiled`;
const PARAMETERS = "exports, require, module, __filename, __dirname";

/** @typedef {(exports: any, require: (id: string) => any, module: { exports: any }, file: string, folder: string) => void} Chunk */

/** @type {Map<string, { exports: any }>} */
const modules = new Map();
/** @type {Map<string, Script>} */
const scripts = new Map();
/** @type {Readonly<Record<string, Chunk>> | undefined} */
let together;

/**
 * @param {string} name of a chunk
 * @returns {any} what it exports
 */
function load(name) {
  const known = modules.get(name);
  if (known) return known.exports;
  together ??= chunksTogether();
  const chunk = together[name] ?? run(name, `(function (${PARAMETERS}) { ${sourceOf(name)}\n})`);
  const module = { exports: {} };
  modules.set(name, module);
  const requireFrom = (/** @type {string} */ id) => (id.startsWith("./") ? load(id.slice(2)) : require(id));
  try {
    chunk(module.exports, requireFrom, module, join(COMMAND, name), COMMAND);
  } catch (error) {
    modules.delete(name); // half of it is no module
    throw error;
  }
  // Values instead of getters: a call from chunk to chunk is then one from function to function.
  module.exports = Object.defineProperty({ ...module.exports }, "__esModule", { value: true });
  return module.exports;
}

function chunksTogether() {
  try {
    return run(START, sourceOf(START));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
    return {};
  }
}

/** @param {string} name */
function sourceOf(name) {
  return readFileSync(join(COMMAND, name), "latin1");
}

/**
 * @param {string} name
 * @param {string} source
 */
function run(name, source) {
  const file = join(COMMAND, name);
  const script = new Script(source, { filename: file, cachedData: compiledCode(file) });
  scripts.set(name, script);
  return script.runInThisContext();
}

/** @param {string} file */
function compiledCode(file) {
  try {
    return readFileSync(file + COMPILED);
  } catch {
    return undefined;
  }
}

/** Puts the chunks that are loaded by now together: for the build. */
function putTogether() {
  const chunks = [...modules.keys()].map(
    (name) => `${JSON.stringify(name)}:function(${PARAMETERS}){${sourceOf(name)}\n}`,
  );
  writeFileSync(join(COMMAND, START), `({${chunks.join(",\n")}})`);
}

/** Writes what is compiled by now beside the files it is of: for the build. */
function keep() {
  for (const [name, script] of scripts)
    writeFileSync(join(COMMAND, name) + COMPILED, script.createCachedData());
}

module.exports = { load, putTogether, keep };
