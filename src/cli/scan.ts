/** The scan of a page, read into the sheet: a review loads nothing. */
import { readFileSync } from "node:fs";
import { imageSize } from "image-size";
import { InputError } from "../page/errors.ts";
import type { Scan } from "../write/html/boxes.ts";
import { readProblem } from "./problems.ts";

const TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  gif: "image/gif",
};

/** @throws InputError where it is no picture that browsers show */
export function readScan(path: string): Scan {
  const advice = "name a PNG, JPEG, WebP or GIF with --image";
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const found = readProblem(error, path);
    if (!found) throw error;
    throw new InputError(`the image ${path} cannot be read: ${found.problem}`, advice);
  }
  const { type = "", width, height } = sizeOrNull(bytes) ?? { width: 0, height: 0 };
  const mime = TYPES[type];
  if (mime === undefined || width === 0 || height === 0)
    throw new InputError(`the image ${path} is no picture that browsers show`, advice);
  return { src: `data:${mime};base64,${bytes.toString("base64")}`, width, height };
}

function sizeOrNull(bytes: Buffer) {
  try {
    return imageSize(bytes);
  } catch {
    return null;
  }
}
