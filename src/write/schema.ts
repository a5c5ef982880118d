/** The contract as a zod schema: the source of the published JSON Schema, and what `--validate` checks. Slow to load. */
import { z } from "zod";
import { ROLES } from "../page/types.ts";

const count = z.int().min(0);
const printed = (what: string) => z.string().nullable().describe(`${what}; null where the page has none`);

const span = z
  .strictObject({ start: count, end: count })
  .describe("Half-open range of UTF-16 offsets into the decoded input")
  .meta({ id: "span" });
const place = z
  .strictObject({
    id: z.string().nullable().describe("Of the line's element in the file; null where it has none"),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe("x, y, width, height"),
  })
  .describe("A line of a layout file")
  .meta({ id: "place" });
const origin = z.union([span, place]);
const spans = z.array(origin).describe("Where the text stands in the input, in reading order");

const role = z.enum(ROLES);
const seamKind = z
  .enum(["wrap", "column", "overlap", "gap"])
  .describe(
    "How two pieces came to be one: at a line end, across blocks, after a repeat was cut, with text missing between",
  );
const probability = z.number().min(0).max(1);
const confidence = probability.describe("Probability that the two pieces belong together");
const certainty = probability
  .describe("How sure the role is, where the chain of roles gave it")
  .exactOptional();

const sure = z
  .strictObject({
    role: probability.describe("That it is what it was taken for"),
    membership: probability
      .nullable()
      .describe(
        "That it belongs to its article; of what opens the article, that one opens there; null where it is in none",
      ),
  })
  .describe("How likely it is right; only with --confidence")
  .meta({ id: "confidence" });

const block = z.strictObject({
  type: z.enum(["paragraph", "subhead"]),
  text: z.string(),
  seams: z
    .array(
      z.strictObject({
        at: count.describe("UTF-16 offset in the text of the block where the second piece begins"),
        kind: seamKind,
        confidence,
      }),
    )
    .describe("Where pieces were joined; only on paragraphs that were cut")
    .exactOptional(),
  spans,
  confidence: sure.exactOptional(),
});

const person = z.strictObject({
  name: z.string(),
  role: z
    .enum(["reporter", "correspondent", "intern", "photographer", "author", "editor", "translator"])
    .nullable(),
});

const byline = z.strictObject({
  text: z.string().describe("As printed"),
  agency: printed("News agency or paper"),
  place: printed("Place of the dateline"),
  date: printed("Date of the dateline, as printed"),
  people: z.array(person),
  spans,
  confidence: sure.exactOptional(),
});

const caption = z.strictObject({
  text: z.string(),
  credit: printed("Who took the photo, as printed"),
  spans,
  confidence: sure.exactOptional(),
});

const article = z.strictObject({
  id: z.string().describe("Unique in the document"),
  kind: z.enum(["article", "advert"]),
  section: printed("Name of the section or column"),
  kicker: printed("Line above the title (引题)"),
  title: printed("Title"),
  subtitle: printed("Line below the title (副题)"),
  byline: byline.nullable(),
  body: z.array(block),
  captions: z.array(caption),
  continued: z
    .strictObject({
      from: printed("Page it comes from (上接), its number in digits: 第四版 is 4版"),
      to: printed("Page it goes on at (下转), likewise"),
    })
    .describe("Where the page says that the article goes on elsewhere"),
  spans: z
    .strictObject({
      section: spans.exactOptional(),
      kicker: spans.exactOptional(),
      title: spans.exactOptional(),
      subtitle: spans.exactOptional(),
    })
    .describe("Where the headings stand; only the keys that the article has"),
  confidence: z
    .strictObject({
      section: sure.exactOptional(),
      kicker: sure.exactOptional(),
      title: sure.exactOptional(),
      subtitle: sure.exactOptional(),
    })
    .describe("How likely the headings are right; only with --confidence")
    .exactOptional(),
});

const warning = z.strictObject({
  code: z.enum([
    "missing-text",
    "repeated-text",
    "uncertain-seam",
    "uncertain-article",
    "unreadable-characters",
    "encoding-guessed",
    "broken-markup",
    "missing-page",
    "stale-decision",
    "unmet-decision",
  ]),
  message: z.string(),
  span: origin.nullable().describe("The place; null where the warning is about the whole input"),
  article: z.string().nullable().describe("Id of the article it stands in; null where it stands in none"),
});

const term = z.strictObject({ name: z.string(), weight: z.number().describe("Nats, positive in favour") });
const why = {
  reason: z.string().describe("What kind of repair it is, as a short name"),
  evidence: z.array(term).describe("The terms of the sum that decided it, strongest first").exactOptional(),
};
const blockId = count.describe("Offset of the first character of a block");
const articleOf = blockId.nullable().describe("Id of the block that opens the article");
const seam = z.strictObject({
  kind: seamKind,
  glue: z.string().describe("What reads between the pieces"),
  confidence,
});

const edit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("replace"), span, was: z.string(), text: z.string(), ...why }),
  z.strictObject({
    kind: z.literal("split"),
    block: blockId,
    end: count,
    at: count,
    seam: seam.exactOptional(),
    ...why,
  }),
  z.strictObject({
    kind: z.literal("join"),
    tail: blockId,
    head: blockId,
    seam,
    was: z.strictObject({ role, certainty, article: articleOf }),
    ...why,
  }),
  z.strictObject({
    kind: z.literal("label"),
    block: blockId,
    was: role,
    role,
    certainty,
    ...why,
  }),
  z.strictObject({ kind: z.literal("assign"), block: blockId, was: articleOf, article: articleOf, ...why }),
]);

const quote = z.strictObject({ start: count, end: count, text: z.string() });
const verdict = z.union([z.enum(["joined", "apart", "gap"]), role]);
const choice = z.strictObject({
  about: z.enum(["seam", "role"]),
  decided: verdict,
  probability: probability.describe("That it is right"),
  tail: quote.nullable().describe("The end of the tail; null where it is about one block"),
  head: quote.describe("The beginning of the head, or the block"),
  evidence: z.array(term).describe("Of a seam in favour of joining, or of the gap; strongest first"),
  second: z
    .strictObject({ decided: verdict, probability, head: quote.nullable() })
    .nullable()
    .describe("What came second, and its other head where that is the difference"),
});

const source = z.strictObject({
  path: z.string().nullable().describe("As the user gave it; null for standard input"),
  format: z.string().describe("Name of the input format"),
  encoding: z.string().describe("WHATWG-style name of the encoding the bytes were decoded from"),
  lang: z
    .enum(["zh-Hans", "zh-Hant", "ja", "ko", "en", "fr", "de", "und"])
    .describe("BCP 47 tag of the language the page is mostly written in"),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe("Hex digest of the input bytes"),
  file: z.string().describe("Of a METS file the file of this page, by its path from there").exactOptional(),
  articles: z
    .array(
      z.strictObject({
        id: z.string().nullable(),
        type: z.string().describe("As METS has it, e.g. ARTICLE"),
        title: z.string().nullable(),
        spans: z.array(place).describe("Its lines on this page"),
      }),
    )
    .describe("What a METS file says stands on this page, to compare with")
    .exactOptional(),
});

/** One page. Agrees with the type `Document`; a test holds the two together. */
export const documentSchema = z.strictObject({
  version: z.literal(1),
  source,
  articles: z.array(article).describe("In reading order"),
  furniture: z
    .array(z.strictObject({ text: z.string(), spans, confidence: sure.exactOptional() }))
    .describe("What belongs to no article: masthead, folio, editors"),
  warnings: z.array(warning),
  edits: z.array(edit).describe("Every edit in the order it was made; empty unless asked for"),
  choices: z
    .array(choice)
    .describe("Decisions with what spoke for them and what came second; only with --explain")
    .exactOptional(),
});

/** The published JSON Schema (draft 2020-12), as the text of its file. */
export function schemaJson(): string {
  const { $schema, ...rest } = z.toJSONSchema(documentSchema, { target: "draft-2020-12" });
  const head = {
    $schema,
    $id: "urn:pagefix:document:1",
    $comment: "Made from src/write/schema.ts by `npm run schema`",
    title: "pagefix document, version 1",
    description: "The articles of one newspaper page",
  };
  return `${JSON.stringify({ ...head, ...rest }, null, 2)}\n`;
}

/** What is wrong with a document, with the path to it; null where it keeps the contract. */
export function violation(document: unknown): string | null {
  const { success, error } = documentSchema.safeParse(document);
  if (success) return illFormed(document, "document");
  const [issue] = error.issues;
  return issue === undefined ? error.message : `${issue.path.join(".") || "document"}: ${issue.message}`;
}

/** Where a string holds half a character: JSON of it is refused by most that read it. */
function illFormed(value: unknown, where: string): string | null {
  if (typeof value === "string") return value.isWellFormed() ? null : `${where}: half of a surrogate pair`;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, own] of Object.entries(value)) {
    const found = illFormed(own, where === "document" ? key : `${where}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
