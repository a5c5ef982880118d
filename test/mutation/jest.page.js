import config from "../../jest.config.js";

/** What tells of a change in src/page: its own tests, and pages that go through it. */
export default {
  ...config,
  rootDir: "../..",
  testMatch: [
    "<rootDir>/test/page/**/*.test.ts",
    "<rootDir>/test/fixtures.test.ts",
    "<rootDir>/test/mutation/*.test.ts",
  ],
};
