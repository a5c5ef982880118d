/** A case that fails, made smaller while it fails in the same way: halves, quarters … single characters are left out (ddmin). */
import type { Case } from "./cases.ts";
import { tryCase } from "./try.ts";

export async function smaller(it: Case, error: Error): Promise<Case> {
  const wanted = error.message.replaceAll(/\d+/g, "N");
  const fails = async (made: Case) => {
    try {
      await tryCase(made);
      return false;
    } catch (other) {
      return other instanceof Error && other.message.replaceAll(/\d+/g, "N") === wanted;
    }
  };
  const { bytes, page } = it;
  const shorterPage =
    page === undefined ? it : { ...it, page: await cut(page, (own) => fails({ ...it, page: own })) };
  const text = await cut(Buffer.from(bytes).toString("latin1"), (own) =>
    fails({ ...shorterPage, bytes: Uint8Array.from(Buffer.from(own, "latin1")) }),
  );
  return { ...shorterPage, bytes: Uint8Array.from(Buffer.from(text, "latin1")) };
}

async function cut(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  let made = text;
  for (let size = made.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < made.length; ) {
      const shorter = made.slice(0, at) + made.slice(at + size);
      if (await fails(shorter)) made = shorter;
      else at += size;
    }
  return made;
}
