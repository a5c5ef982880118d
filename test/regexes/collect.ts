/** All regular expressions of the program: the literals in its sources, and those that are put together when a module is loaded. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export interface Regex {
  readonly source: string;
  readonly flags: string;
  /** Where it stands, for messages. */
  readonly file: string;
}

const SRC = "src";

/** What the build runs, and users never. */
const BUILD = /^(?:training\/|.*\/assembly\/|cli\/(?:bundle|write-schema|write-completion)\.ts$)/;

/** Paths below src that are published. */
function sources(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && !BUILD.test(path))
    .sort();
}

/** All of them, each once, as `/source/flags`. */
export async function regexesOf(load: (file: string) => Promise<unknown>): Promise<Map<string, Regex>> {
  const all = [...literals(), ...(await made(load))];
  return new Map(all.reverse().map((regex) => [`/${regex.source}/${regex.flags}`, regex]));
}

function literals(): Regex[] {
  return sources().flatMap((file) => {
    const found: Regex[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, source = "", flags = ""] = /^\/(.*)\/(\w*)$/su.exec(node.text) ?? [];
        found.push({ source, flags, file });
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(join(SRC, file), "utf8"), ts.ScriptTarget.Latest));
    return found;
  });
}

/** Those that modules make with `new RegExp` while they are loaded. */
async function made(load: (file: string) => Promise<unknown>): Promise<Regex[]> {
  const found: Regex[] = [];
  const Real = globalThis.RegExp;
  let file = "";
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, args, self) => {
      const regex = Reflect.construct(target, args, self) as RegExp;
      found.push({ source: regex.source, flags: regex.flags, file });
      return regex;
    },
  });
  try {
    for (const path of sources()) {
      file = path;
      await load(path);
    }
  } finally {
    globalThis.RegExp = Real;
  }
  return found;
}
