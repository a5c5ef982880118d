/** As much of jest as the tests of pages and stages use: they register here when they are imported, and are run one by one. */
import { format } from "node:util";
import { expect } from "expect";

export { expect };

/** The names around the test that is being registered, and what was asked to be done around tests there. */
let around = [];
let tests = new Map();

/** The tests of a file by their names, with those around them: what each does, and what is to be done before and after it. */
export async function collected(file, url) {
  around = [{ name: file, before: [], after: [] }];
  tests = new Map();
  await import(url);
  return tests;
}

/** @throws what the test, or anything around it, throws */
export async function run({ body, around }) {
  try {
    for (const { before } of around) for (const hook of before) await hook();
    await body();
  } finally {
    for (const { after } of around.toReversed()) for (const hook of after) await hook();
  }
}

function register(name, body) {
  const names = [...around.map((it) => it.name), name];
  let id = names.join(" › ");
  for (let n = 2; tests.has(id); n++) id = `${names.join(" › ")} (${n})`;
  tests.set(id, { file: names[0], body, around });
}

function group(name, body) {
  const outside = around;
  around = [...outside, { name, before: [], after: [] }];
  body();
  around = outside;
}

/** A row of a table that is no list is one argument. */
function each(take) {
  return (rows) => (name, body) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      const places = name.match(/%[a-z]/g)?.length ?? 0;
      take(format(name, ...values.slice(0, places)), () => body(...values));
    }
  };
}

async function fails(body) {
  try {
    await body();
  } catch {
    return;
  }
  throw new Error("a known failure that does not fail");
}

const skipped = Object.assign(() => {}, { each: () => () => {} });

export const test = Object.assign(register, {
  each: each(register),
  failing: (name, body) => register(name, () => fails(body)),
  skip: skipped,
});
export const describe = Object.assign(group, { each: each(group), skip: skipped });
/** Before each test instead of once: what is done there is done by the mutant, too. */
export const beforeAll = (hook) => around.at(-1).before.push(hook);
export const beforeEach = beforeAll;
export const afterAll = (hook) => around.at(-1).after.push(hook);
export const afterEach = afterAll;
/** Stryker has its own limits of time. */
export const jest = { setTimeout() {} };
