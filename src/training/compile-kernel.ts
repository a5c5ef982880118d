/** The kernel of the models, compiled: the text of `src/model/kernel/bytes.ts`. */
import { main } from "assemblyscript/asc";

const SOURCE = "src/model/kernel/assembly/kernel.ts";
const OPTIMIZED = ["-O3", "--runtime", "stub", "--noAssert"];
/** As much memory as the host likes, shared by its threads. */
const MEMORY = [
  "--importMemory",
  "--noExportMemory",
  "--sharedMemory",
  "--maximumMemory",
  "65536",
  "--enable",
  "threads",
];
const TARGET = "kernel.wasm";

export async function compileKernel(): Promise<string> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await main([SOURCE, ...OPTIMIZED, ...MEMORY, "--outFile", TARGET], {
    writeFile: (_, contents) => {
      bytes = contents as Uint8Array;
    },
  });
  if (error || !bytes) throw new Error(`${SOURCE} does not compile: ${stderr}`, { cause: error });
  const lines = Buffer.from(bytes)
    .toString("base64")
    .match(/.{1,96}/g) as string[];
  return `/** \`assembly/kernel.ts\` as WebAssembly, in base64; made by \`npm run kernel\`. */
export const KERNEL = \`
${lines.join("\n")}\`;
`;
}
