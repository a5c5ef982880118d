/** `npm run kernel`: compiles what is written in AssemblyScript, and keeps what becomes of it. */
import { writeFileSync } from "node:fs";
import { compileKernel, KERNELS } from "./compile-kernel.ts";

for (const kernel of KERNELS) writeFileSync(kernel.file, await compileKernel(kernel));
