/** Folders and globs → the files in them. Loops of symlinks end, and a folder that cannot be read hides no other. */
import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

export interface Found {
  /** In the order of their characters. */
  readonly files: readonly string[];
  readonly unreadable: readonly Unreadable[];
  /** The folders that the search began in. */
  readonly roots: readonly string[];
}

export interface Unreadable {
  readonly name: string;
  readonly error: unknown;
}

/** What a folder is searched for; globs ask for other names. */
const PAGE = /\.txt$/i;

/**
 * The `.txt` files of a folder and of the folders in it, without the hidden ones. fast-glob would miss names with a line
 * feed in them, which its `*` does not match.
 *
 * @param skipped a folder that is not entered, behind all symlinks
 */
export function filesIn(root: string, skipped: string | null): Found {
  const files: string[] = [];
  const { entriesOf, unreadable } = reader([root], skipped);
  const enter = (folder: string): void => {
    for (const entry of entriesOf(folder)) {
      if (entry.name.startsWith(".")) continue;
      const path = join(folder, entry.name);
      const found = entry.isSymbolicLink() ? targetOf(path) : entry;
      if (found?.isDirectory()) enter(path);
      else if (PAGE.test(entry.name)) files.push(path);
    }
  };
  enter(root);
  return { files: files.sort(), unreadable, roots: [root] };
}

/** The files that a glob finds; `skipped` as above. */
export async function filesMatching(glob: string, skipped: string | null): Promise<Found> {
  const { default: fastGlob } = await import("fast-glob");
  const pattern = process.platform === "win32" ? glob.replaceAll("\\", "/") : glob;
  const roots = fastGlob.generateTasks(pattern).map(({ base }) => base);
  const { entriesOf, unreadable } = reader(roots, skipped);
  const fs = {
    readdirSync: entriesOf,
    statSync: (path: string) => {
      const target = targetOf(path);
      if (target === null) throw new Error("leads nowhere");
      return target;
    },
  };
  const files = fastGlob.sync(pattern, { onlyFiles: true, fs: fs as object });
  return { files: files.sort(), unreadable, roots };
}

/** Lists folders: those that cannot be read as empty, and kept apart. */
function reader(roots: readonly string[], skipped: string | null) {
  const unreadable: Unreadable[] = [];
  const begun = new Set(roots.map((root) => resolve(root)));
  const entriesOf = (folder: string): Dirent[] => {
    try {
      // Whoever names the output folder as a root means it.
      if (skipped !== null && !begun.has(resolve(folder)) && realpathSync(folder) === skipped) return [];
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
      if (!missing) unreadable.push({ name: relative("", folder) || ".", error });
      return [];
    }
  };
  return { entriesOf, unreadable };
}

/** What a symlink leads to; null where that is nothing, or a folder that the link lies in. */
function targetOf(link: string) {
  try {
    return leadsBack(link) ? null : statSync(link);
  } catch {
    return null;
  }
}

/** Whether a symlink leads to a folder that was entered on the way to it, or to one above. */
function leadsBack(link: string): boolean {
  const inside = `${realpathSync(link)}${sep}`.replace(/([\\/])[\\/]$/, "$1");
  for (let folder = dirname(resolve(link)); ; folder = dirname(folder)) {
    if (`${realpathSync(folder)}${sep}`.startsWith(inside)) return true;
    if (folder === dirname(folder)) return false;
  }
}
