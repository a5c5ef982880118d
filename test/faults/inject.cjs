/**
 * Loaded before the command (`node --require`), makes the operating system fail: FAULT is JSON with `code` of the error, `at`,
 * which call of the file system fails, counted from 1, or `path`, whose calls fail. Calls are counted in the file COUNT.
 * `shrink` cuts a file short when it is first opened, `die` ends the worker that reads a page of that name.
 */
const fs = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const {
  code = "EIO",
  at = 0,
  path = null,
  shrink = null,
  die = null,
} = JSON.parse(process.env.FAULT ?? "{}");
const { writeFileSync, truncateSync } = fs;
const CALLS = [
  "openSync",
  "readFileSync",
  "readSync",
  "writeFileSync",
  "writeSync",
  "renameSync",
  "mkdirSync",
  "closeSync",
  "fstatSync",
  "statSync",
  "accessSync",
  "realpathSync",
  "readdirSync",
  "truncateSync",
  "fchmodSync",
];
const CODE = /node_modules|\.(?:c?js|compiled)$|package\.json$/;
let count = 0;
/** Open files that are code: node reads them with the same functions. */
const codeFiles = new Set();

for (const name of CALLS) {
  const real = fs[name];
  const wrapped = (...args) => {
    const file = String(args[0]);
    // What node and the command are made of is none of the user's files.
    if (typeof args[0] === "number" ? codeFiles.has(args[0]) : CODE.test(file)) {
      const result = real(...args);
      if (name === "openSync") codeFiles.add(result);
      if (name === "closeSync") codeFiles.delete(args[0]);
      return result;
    }
    count++;
    if (shrink !== null && file.endsWith(shrink) && name === "readFileSync") truncateSync(file, 40);
    if (die !== null && !isMainThread && file.endsWith(die)) process.exit(7);
    if (count === at || (path !== null && file.endsWith(path)))
      throw Object.assign(new Error(`${code}: injected, ${name} '${file}'`), { code, syscall: name });
    return real(...args);
  };
  fs[name] = Object.assign(wrapped, real);
}

process.on("exit", () => {
  if (process.env.COUNT && isMainThread) writeFileSync(process.env.COUNT, String(count));
});
