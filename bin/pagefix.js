#!/usr/bin/env node
const { load } = require("./chunks.js");

// Until it is known: a run that ends before its work is done has not done it.
process.exitCode = 1;
const argv = process.argv.slice(2);
load("ahead.cjs").readAhead(argv);
load("main.cjs")
  .main(argv)
  .then((/** @type {number} */ code) => {
    process.exitCode = code;
  });
