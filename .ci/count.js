/** Prints `N passed, N failed, N skipped` for all checks: node .ci/count.js FAILED_STEPS JEST_JSON FLOORS_TXT */
import { existsSync, readFileSync } from "node:fs";

const [steps = "0", jest = "", floors = ""] = process.argv.slice(2);
let passed = 0;
let failed = Number(steps);
let skipped = 0;
if (existsSync(jest)) {
  const counts = JSON.parse(readFileSync(jest, "utf8"));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  skipped += counts.numPendingTests + counts.numTodoTests;
}
if (existsSync(floors)) {
  const [, held, broken] = /^floors: (\d+) passed, (\d+) failed$/m.exec(readFileSync(floors, "utf8")) ?? [
    null,
    0,
    1,
  ];
  passed += Number(held);
  failed += Number(broken);
}
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
