/** A project that uses the package: type-checked against its types, and run on each Node. */
import { type Article, type Document, decode, fixFile, fixPage, InputError, toMarkdown } from "pagefix";
import schema from "pagefix/schema.json" with { type: "json" };

const titlesOf = (documents: readonly Document[]): (string | null)[] =>
  documents.flatMap(({ articles }) => articles.map(({ title }: Article) => title));

export async function use(bytes: Uint8Array): Promise<string> {
  const document = fixPage(await decode(bytes), { edits: true });
  const [first] = titlesOf([document, ...(await fixFile("江边的书房开门了。"))]);
  try {
    await fixFile("");
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { problem, advice }: { problem: string; advice: string } = error;
    return `${first}; ${problem}; ${advice}; ${schema.$id}; ${(await toMarkdown([document])).length > 1000}`;
  }
  throw new Error("an empty page was read");
}
