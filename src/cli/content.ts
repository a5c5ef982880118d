/** What an output hangs on: the bytes of its input, and of a METS file those of the files that it names. */
import { createHash } from "node:crypto";
import { formatOf } from "../read/formats.ts";
import { digestOf } from "./batch/journal.ts";
import { besideOf } from "./beside.ts";
import type { Opened } from "./job.ts";
import type { Reading } from "./vocabulary.ts";

/** In bytes: enough to tell a METS file. */
const HEAD = 4096;

/** What an input is told by. */
export interface Digests {
  /** SHA-256 of its bytes, in lower-case hexadecimal digits. */
  readonly digest: string;
  /** The same for the same content, and most likely for no other: the bytes of the files that a METS file names are part of it. */
  readonly content: Buffer;
}

/** Most inputs have no tag, and need not be decoded to tell. */
function mayBeMets(head: Uint8Array, formatIn: Reading["formatIn"]): boolean {
  return (formatIn ?? (head.includes(TAG) ? formatOf(new TextDecoder().decode(head)) : "text")) === "mets";
}

/** The byte that every tag begins with. */
const TAG = 0x3c;

export async function digestsOf(opened: Opened, path: string, { formatIn }: Reading): Promise<Digests> {
  if (!(opened instanceof Uint8Array))
    return { digest: opened.sha256, content: Buffer.from(opened.sha256, "hex") };
  const own = digestOf(opened);
  const digest = own.toString("hex");
  if (!mayBeMets(opened.subarray(0, HEAD), formatIn)) return { digest, content: own };
  const { filesNamedIn } = await import("../read/layout/issue.ts");
  const beside = besideOf(path);
  const hash = createHash("sha256").update(opened);
  for (const file of filesNamedIn([new TextDecoder().decode(opened)])) {
    try {
      hash.update(beside(file));
    } catch {
      // What cannot be read has no bytes; once it can, it has.
      hash.update("\0");
    }
  }
  return { digest, content: hash.digest() };
}
