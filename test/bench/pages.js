/** Pages to measure with: the seed page, each time with other names and numbers in it, so that no cache knows a page. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const seed = readFileSync("fixtures/seed/page.txt", "utf8");
const PLACES = ["温州", "杭州", "宁波", "绍兴", "嘉兴", "金华", "台州"];

/** @param {number} i */
export function page(i) {
  const place = PLACES[i % PLACES.length] ?? "";
  return `${seed.replaceAll("温州", place).replace(/\d{2}/g, (digits) => String(((Number(digits) + i) % 90) + 10))}\n第${i}页\n`;
}

/** A short page: what stands on top of the seed page. @param {number} i */
export function shortPage(i) {
  return `${page(i).slice(0, 400)}\n第${i}页\n`;
}

/**
 * @param {string} folder
 * @param {number} count
 * @param {(i: number) => string} text
 * @param {number} inFolder so many in each folder below
 */
export function writePages(folder, count, text, inFolder = 1000) {
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const file = join(folder, String(Math.floor(i / inFolder)), `${i}.txt`);
    if (i % inFolder === 0) mkdirSync(dirname(file), { recursive: true });
    const own = Buffer.from(text(i));
    bytes += own.length;
    writeFileSync(file, own);
  }
  return bytes;
}
