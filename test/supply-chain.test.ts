/** What others' code comes with pagefix: each package has its reason in src/README.md, is locked, and runs nothing when it is installed. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

interface Locked {
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
const { dependencies, devDependencies, scripts } = JSON.parse(read("package.json"));
const locked = Object.entries<Locked>(JSON.parse(read("package-lock.json")).packages).filter(
  ([path]) => path !== "",
);
const [, section = ""] = read("src/README.md").split("## Dependencies\n");
/** Names of the packages, the rest of their row. */
const rows = [...section.matchAll(/^\| (`.+?`) +\| (.+?) +\| (.+?) +\|$/gm)].flatMap(
  ([, names = "", why, licence]) =>
    names.split(", ").map((name) => ({ name: name.slice(1, -1), why, licence })),
);

test("src/README.md says of each package what it is for, and of no other", () => {
  expect(rows.map(({ name }) => name).sort()).toEqual(
    [...Object.keys(dependencies), ...Object.keys(devDependencies)].sort(),
  );
});

test("the licences in the table are those of the packages", () => {
  const said = rows.map(({ name, licence }) => [name, licence]);
  expect(said).toEqual(
    rows.map(({ name }) => [name, Object.fromEntries(locked)[`node_modules/${name}`]?.license]),
  );
});

test("every package is locked by its hash", () => {
  expect(
    locked.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path),
  ).toEqual([]);
});

test("nothing that users install runs a script, and pagefix runs none of theirs", () => {
  const running = locked.filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev);
  expect(running).toEqual([]);
  expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
});

test("licences of what users install ask for no more than to be named", () => {
  const licences = new Set(locked.filter(([, { dev }]) => !dev).map(([, { license }]) => license));
  expect(
    [...licences].filter((licence) => !/^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD)$/.test(licence ?? "")),
  ).toEqual([]);
});
