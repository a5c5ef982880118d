/** What a worker thread of `pagefix --jobs` runs. */
const { load } = require("./chunks.js");

module.exports = load("worker.cjs").doChunk;
