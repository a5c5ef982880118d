/** Hooks for Node's loader: strips the types of TypeScript, and gives tests the registry in the place of jest. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transform } from "@swc/core";

const REGISTRY = new URL("registry.js", import.meta.url).href;
const SWC = { jsc: { target: "es2022", parser: { syntax: "typescript" } }, sourceMaps: false };

export async function resolve(specifier, context, next) {
  return specifier === "@jest/globals" ? { url: REGISTRY, shortCircuit: true } : next(specifier, context);
}

export async function load(url, context, next) {
  if (!/\.ts(?:\?|$)/.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, "utf8"), { ...SWC, filename });
  return { format: "module", source: code, shortCircuit: true };
}
