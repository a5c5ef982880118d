/** From what the user named to the inputs: paths, globs, standard input. */
import { existsSync, readFileSync } from "node:fs";
import { InputError } from "../page/errors.ts";

export interface Input {
  /** For messages. */
  readonly name: string;
  /** As given, or as the glob found it; null for standard input. */
  readonly path: string | null;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** Globs that found nothing, or could not look. */
  readonly unmatched: readonly { readonly name: string; readonly error: unknown }[];
  /** The user asked for several, whatever came of it: the shape of the output must not hang on what a glob finds. */
  readonly several: boolean;
}

const STANDARD_INPUT: Input = { name: "standard input", path: null };

/** In the order they were named; what a glob finds in the order of its characters. */
export async function nameInputs(named: readonly string[]): Promise<Inputs> {
  const inputs: Input[] = [];
  const unmatched: { name: string; error: unknown }[] = [];
  for (const name of named.length === 0 ? ["-"] : named) {
    if (name === "-") inputs.push(STANDARD_INPUT);
    else if (!isGlob(name)) inputs.push({ name, path: name });
    else
      try {
        inputs.push(...(await matches(name)).map((path) => ({ name: path, path })));
      } catch (error) {
        unmatched.push({ name, error });
      }
  }
  return { inputs, unmatched, several: named.length > 1 || named.some(isGlob) };
}

/** A file may be called `page[1].txt`: one that is there is no glob. */
function isGlob(name: string): boolean {
  return /[*?]|\[[^\]]+\]|\{.+\}|[!@+]\(.+\)/.test(name) && !existsSync(name);
}

async function matches(glob: string): Promise<readonly string[]> {
  const { default: fastGlob } = await import("fast-glob");
  const pattern = process.platform === "win32" ? glob.replaceAll("\\", "/") : glob;
  const found = await fastGlob(pattern, { onlyFiles: true });
  if (found.length === 0)
    throw new InputError("no file matches", "check the pattern; ** goes through folders, * stays in one");
  return found.sort();
}

export async function readInput({ path }: Input): Promise<Uint8Array> {
  if (path !== null) return readFileSync(path);
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
