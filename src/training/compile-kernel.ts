/** What is written in AssemblyScript, compiled. */
import { main } from "assemblyscript/asc";

interface Kernel {
  readonly source: string;
  /** The text of this file is made of it. */
  readonly file: string;
  readonly name: string;
  readonly options: readonly string[];
}

const OPTIMIZED = ["-O3", "--runtime", "stub", "--noAssert"];
const TARGET = "kernel.wasm";

export const KERNELS: readonly Kernel[] = [
  {
    source: "src/model/kernel/assembly/kernel.ts",
    file: "src/model/kernel/bytes.ts",
    name: "KERNEL",
    // As much memory as the host likes, shared by its threads.
    options: [
      "--importMemory",
      "--noExportMemory",
      "--sharedMemory",
      "--maximumMemory",
      "65536",
      "--enable",
      "threads,simd",
    ],
  },
  {
    source: "src/cli/digest/assembly/sha256.ts",
    file: "src/cli/digest/bytes.ts",
    name: "SHA256",
    options: ["--initialMemory", "1", "--maximumMemory", "1"],
  },
];

export async function compileKernel({ source, name, options }: Kernel): Promise<string> {
  const lines = Buffer.from(await compiled(source, options))
    .toString("base64")
    .match(/.{1,96}/g) as string[];
  return `/** \`${source.slice(source.indexOf("assembly/"))}\` as WebAssembly, in base64; made by \`npm run kernel\`. */
export const ${name} = \`
${lines.join("\n")}\`;
`;
}

/** A source in AssemblyScript as WebAssembly. @throws Error that says what does not compile */
export async function compiled(source: string, options: readonly string[]): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await main([source, ...OPTIMIZED, ...options, "--outFile", TARGET], {
    writeFile: (_, contents) => {
      bytes = contents as Uint8Array;
    },
  });
  if (error || !bytes) throw new Error(`${source} does not compile: ${stderr}`, { cause: error });
  return bytes;
}
