/** Before a release: the tag names the version of the package, and CHANGELOG.md tells what is in it. node check-release.js v1.2.3 */
import { readFileSync } from "node:fs";

const [tag = ""] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const sections = [...readFileSync("CHANGELOG.md", "utf8").matchAll(/^## \[(.*?)\](.*)$/gm)];
const section = sections.find(([, name]) => name === version);

const wrong = [
  tag !== `v${version}` &&
    `the tag is ${tag}, the version of package.json ${version}; tag v${version}, or set the version`,
  !section && `CHANGELOG.md has no section [${version}]; give what is under [Unreleased] that heading`,
  section &&
    !/ - \d{4}-\d\d-\d\d$/.test(section[2] ?? "") &&
    `CHANGELOG.md does not date [${version}]; write [${version}] - YYYY-MM-DD`,
].filter(Boolean);
for (const line of wrong) console.error(line);
process.exitCode = wrong.length === 0 ? 0 : 1;
