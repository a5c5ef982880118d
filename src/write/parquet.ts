/** Parquet: a row for each article, for people who load articles into a data frame. Slow to load. */
import { parquetWriteBuffer } from "hyparquet-writer";
import type { Article, Document } from "../page/document.ts";

interface Row {
  readonly document: Document;
  /** Of the document among those of its file, from 1. */
  readonly page: number;
  readonly article: Article;
}

interface Column {
  readonly name: string;
  readonly of: (row: Row) => unknown;
  /** Of the column and what lies in it, as Parquet lists them. */
  readonly schema: Parameters<typeof parquetWriteBuffer>[0]["schema"] & object;
}

const text = (name: string, of: Column["of"]): Column => ({ name, of, schema: [field(name)] });

/** In the way that all readers know: a list of groups. */
const list = (name: string, of: (row: Row) => readonly object[], fields: readonly string[]): Column => ({
  name,
  of,
  schema: [
    { name, repetition_type: "REQUIRED", converted_type: "LIST", num_children: 1 },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", repetition_type: "REQUIRED", num_children: fields.length },
    ...fields.map(field),
  ],
});

function field(name: string): Column["schema"][number] {
  return { name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" };
}

const page: Column = {
  name: "page",
  of: (row) => row.page,
  schema: [{ name: "page", type: "INT32", repetition_type: "REQUIRED" }],
};

/** In their order in the file. What the page does not have is null, or an empty list. */
const COLUMNS: readonly Column[] = [
  text("path", ({ document }) => document.source.path),
  page,
  text("lang", ({ document }) => document.source.lang),
  text("sha256", ({ document }) => document.source.sha256),
  text("article", ({ article }) => article.id),
  text("kind", ({ article }) => article.kind),
  text("section", ({ article }) => article.section),
  text("kicker", ({ article }) => article.kicker),
  text("title", ({ article }) => article.title),
  text("subtitle", ({ article }) => article.subtitle),
  text("byline", ({ article }) => article.byline?.text),
  text("agency", ({ article }) => article.byline?.agency),
  text("place", ({ article }) => article.byline?.place),
  text("date", ({ article }) => article.byline?.date),
  list("people", ({ article }) => article.byline?.people ?? [], ["name", "role"]),
  text("body", ({ article }) => article.body.map((block) => block.text).join("\n")),
  list("captions", ({ article }) => article.captions, ["text", "credit"]),
  text("continued_from", ({ article }) => article.continued.from),
  text("continued_to", ({ article }) => article.continued.to),
  list("warnings", ({ document, article }) => document.warnings.filter((it) => it.article === article.id), [
    "code",
    "message",
  ]),
];

/**
 * The bytes of a Parquet file. What belongs to no article has no row: furniture, and warnings about a page as a whole.
 *
 * @param documents those of one file one after the other
 */
export function toParquet(documents: readonly Document[]): Uint8Array {
  const rows = rowsOf(documents);
  const schema = [{ name: "root", num_children: COLUMNS.length }, ...COLUMNS.flatMap((it) => it.schema)];
  const columnData = COLUMNS.map(({ name, of }) => ({ name, data: rows.map(of) }));
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, createdBy: "pagefix" }));
}

function rowsOf(documents: readonly Document[]): readonly Row[] {
  let page = 0;
  return documents.flatMap((document, i) => {
    page = document.source.path === documents[i - 1]?.source.path ? page + 1 : 1;
    return document.articles.map((article) => ({ document, page, article }));
  });
}
