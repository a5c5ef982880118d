#!/usr/bin/env node
const { load } = require("./chunks.js");

const argv = process.argv.slice(2);
load("ahead.cjs").readAhead(argv);
load("main.cjs")
  .main(argv)
  .then((/** @type {number} */ code) => {
    process.exitCode = code;
  });
