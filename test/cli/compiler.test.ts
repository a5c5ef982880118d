import { spawnSync } from "node:child_process";
import { describe, expect, test } from "@jest/globals";

/** What a process prints that sets the flags as on a version of V8. */
function printed(v8: string): string {
  const module = new URL("../../dist/cli/batch/compiler.js", import.meta.url).href;
  const script = `const { compileSparingly } = await import("${module}"); compileSparingly("${v8}");`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  return stdout + stderr;
}

describe("flags that V8 may not know", () => {
  test.each([[process.versions.v8], ["12.4.254.21-node.33"], ["13.6.233.10-node.28"], ["14.1.0"]])(
    "are set, or left, in silence on V8 %s",
    (v8) => expect(printed(v8)).toBe(""),
  );
});
