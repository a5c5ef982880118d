#!/usr/bin/env node
const { load } = require("./chunks.js");

load("main.cjs")
  .main(process.argv.slice(2))
  .then((/** @type {number} */ code) => {
    process.exitCode = code;
  });
