/** The folders of src tell the life of one seam, each its station. `UPDATE=1` writes what is true now. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { lifeOfASeam } from "./life-of-a-seam.ts";

const STATION = /(?<=^<!-- life: (\w+) -->\n\n```text\n)(.*?)(?=^```$)/gms;
const folders = readdirSync("src", { withFileTypes: true }).filter((it) => it.isDirectory());
const fileOf = (folder: string) => `src/${folder}/README.md`;

describe("the life of a seam", () => {
  let life: Readonly<Record<string, string>>;
  beforeAll(async () => {
    life = await lifeOfASeam();
    if (process.env.UPDATE)
      for (const station of Object.keys(life)) {
        const readme = readFileSync(fileOf(station), "utf8");
        writeFileSync(
          fileOf(station),
          readme.replace(STATION, (_, name: string) => life[name] as string),
        );
      }
  });

  test.each([
    "read",
    "language",
    "layout",
    "model",
    "stages",
    "page",
    "write",
    "cli",
    "evaluate",
    "confidence",
  ])("src/%s/README.md shows its station as it is", (station) => {
    const stations = [...readFileSync(fileOf(station), "utf8").matchAll(STATION)];
    expect(stations.map(([text, name]) => [name, text])).toEqual([[station, life[station]]]);
  });

  test("no station is left out", () => {
    expect(Object.keys(life).sort()).toEqual(
      folders
        .map(({ name }) => name)
        .filter((name) => name !== "headlines" && name !== "training")
        .sort(),
    );
  });
});

test.each(folders.map(({ name }) => name).filter((name) => name !== "cli" && name !== "training"))(
  "the README of %s names every file of its folder",
  (folder) => {
    const readme = readFileSync(fileOf(folder), "utf8");
    const files = readdirSync(`src/${folder}`).filter((file) => /(?<!^index|^types)\.ts$/.test(file));
    const named = (file: string) =>
      readme.includes(`\`${file}\``) || readme.includes(`\`${file.replace(/\.ts$/, "")}\``);
    expect(files.filter((file) => !named(file))).toEqual([]);
  },
);

test("every folder has a README, which the one of src links", () => {
  const house = readFileSync("src/README.md", "utf8");
  for (const { name } of folders) {
    expect(readFileSync(fileOf(name), "utf8")).toMatch(/^# /);
    expect(house).toContain(`(${name}/README.md)`);
  }
});
