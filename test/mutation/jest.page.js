import config from "../../jest.config.js";

/** What tells of a change in src/page: its own tests. Whole pages would tell of more, and take a minute a mutant. */
export default {
  ...config,
  rootDir: "../..",
  testMatch: ["<rootDir>/test/page/**/*.test.ts"],
  testPathIgnorePatterns: ["through"],
};
