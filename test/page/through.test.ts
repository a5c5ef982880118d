/** Pages that go all the way: what holds of each is asked of a few cases of the fuzzer that are quick to try. */
import { expect, test } from "@jest/globals";
import { caseOf } from "../fuzz/cases.ts";
import { FIXTURES, pagesIn } from "../fuzz/pages.ts";
import { tryCase } from "../fuzz/try.ts";

const pages = pagesIn([FIXTURES]);
const cases = Array.from({ length: 60 }, (_, n) => caseOf(4, n, pages)).filter(
  ({ bytes }) => bytes.length < 3000,
);

test.each(["page", "decisions", "document"])(
  "%s: replayed, undone, written, and nothing lost",
  async (kind) => {
    const own = cases.filter((it) => it.kind === kind);
    expect(own.length).toBeGreaterThan(1);
    for (const it of own) expect(await tryCase(it)).toMatch(/^(?:read|refused)$/);
  },
);
