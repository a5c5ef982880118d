import config from "../../jest.config.js";

/** What tells of a change in src/page: its own tests. */
export default {
  ...config,
  rootDir: "../..",
  testMatch: ["<rootDir>/test/page/**/*.test.ts", "<rootDir>/test/mutation/page.test.ts"],
};
