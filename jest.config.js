export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  transform: { "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  extensionsToTreatAsEsm: [".ts"],
  // Copies of the project in which mutants are tried.
  modulePathIgnorePatterns: ["<rootDir>/\\.stryker"],
};
