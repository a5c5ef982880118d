/** The branches of a trie, against counting them one by one. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { branchOf, firstChild, makeBranches } from "../../src/model/branches.ts";

test("only what has children is a branch, and its children lie behind those of the branches before", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5000 })), { maxLength: 150 }),
      (children) => {
        const backoffs = Uint8Array.from(children, (_, ngram) => ngram % 256);
        const branches = makeBranches(children, backoffs);
        let branch = 0;
        let at = 0;
        children.forEach((count, ngram) => {
          if (count === 0) {
            expect(branchOf(branches, ngram)).toBe(-1);
            return;
          }
          expect(branchOf(branches, ngram)).toBe(branch);
          expect(branches.backoffs[branch]).toBe(ngram % 256);
          expect([firstChild(branches, branch), firstChild(branches, branch + 1)]).toEqual([at, at + count]);
          branch++;
          at += count;
        });
      },
    ),
  );
});
