/** `npm run kernel`: compiles `src/model/kernel/assembly` and keeps what becomes of it. */
import { writeFileSync } from "node:fs";
import { compileKernel } from "./compile-kernel.ts";

writeFileSync("src/model/kernel/bytes.ts", await compileKernel());
