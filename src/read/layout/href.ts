/** Where a METS file says that another lies: a path in its own folder, or nothing that is read. */
import { InputError } from "../../page/errors.ts";

const ADVICE = "put it into the folder of the METS file, and name it there by its path from it";

/**
 * @param href `ALTO/0001.xml`, `./ALTO/0001.xml`, `file://./ALTO/0001.xml`, `file:///./ALTO/0001.xml`; escaped as in URLs
 * @returns the path from the folder of the METS file, without `.` and `..`
 * @throws InputError where it leads out of that folder: an address on the net, an absolute path, too many `..`
 */
export function pathOf(href: string): string {
  const written = href
    .trim()
    .replace(/^file:(?:\/\/)?/i, "")
    .replaceAll("\\", "/")
    .replace(/^\/\.\//, "./");
  if (/^[a-z][a-z\d+.-]+:/i.test(written))
    throw new InputError("an address outside of the folder, and nothing is fetched", ADVICE);
  const path = unescaped(written);
  const steps: string[] = [];
  for (const step of path.split(/[/\\]/)) {
    if (step === "..") {
      if (steps.pop() === undefined) throw new InputError("a path that leads out of the folder", ADVICE);
    } else if (step !== "." && step !== "") steps.push(step);
  }
  if (/^[/\\]/.test(path) || /^[a-z]:/i.test(steps[0] ?? ""))
    throw new InputError("an absolute path", ADVICE);
  if (steps.length === 0) throw new InputError("no path of a file", ADVICE);
  return steps.join("/");
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
