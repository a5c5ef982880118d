/** What a worker thread of `pagefix --jobs` runs: the functions of `work.cjs`, by their names. */
const { load } = require("./chunks.js");

module.exports = load("work.cjs");
