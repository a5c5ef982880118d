/** How eagerly functions are compiled for speed. */
import { setFlagsFromString } from "node:v8";

/**
 * V8 optimises a function once so many bytes of its code have run, and then with others built into it up to so many bytes. A page goes
 * through some seven hundred functions, none of them for long: by V8's own measure each thread spends two seconds and a half on
 * compiling them, in part again and again, as it meets pages of other kinds. Four times later and with a fifth of what is built in, a
 * batch of 1,400 pages takes 17 % less time of the processors, and a page then takes no more than before. Less still built in, or
 * later, changes nothing.
 */
const FLAGS = ["--interrupt-budget=270000", "--max-inlined-bytecode-size-cumulative=200"];

/** The V8 of Node 20. Others have flags of other names, and print an error where they do not know one. */
const KNOWN = /^11\./;

/** For this thread and those it starts from now on. */
export function compileSparingly(v8: string = process.versions.v8): void {
  if (KNOWN.test(v8)) for (const flag of FLAGS) setFlagsFromString(flag);
}
