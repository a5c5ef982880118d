/** The encodings that pagefix reads: their names, their aliases, their byte order marks. */
import { InputError } from "../page/errors.ts";

/** WHATWG names of the encodings that are read; UTF-16 in both byte orders. */
export type EncodingName =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "gb18030"
  | "big5"
  | "shift_jis"
  | "euc-jp"
  | "euc-kr"
  | "windows-1252";

/** Every encoding by its WHATWG name, with the aliases that are accepted besides. Hyphens and case do not count. */
const ALIASES: Readonly<Record<EncodingName, readonly string[]>> = {
  "utf-8": ["utf8", "ascii", "us-ascii"],
  "utf-16le": ["utf16le", "utf-16", "ucs-2"],
  "utf-16be": ["utf16be"],
  // GB18030 holds GBK, which holds GB2312.
  gb18030: ["gbk", "gb2312", "cp936", "euc-cn"],
  // As WHATWG has it, big5 is Big5 with the Hong Kong supplementary characters.
  big5: ["big5-hkscs", "cp950"],
  shift_jis: ["sjis", "shift-jis", "cp932", "windows-31j"],
  "euc-jp": ["eucjp"],
  "euc-kr": ["euckr", "cp949", "uhc"],
  "windows-1252": ["cp1252", "latin1", "iso-8859-1"],
};

const BY_LABEL = new Map(
  Object.entries(ALIASES).flatMap(([name, aliases]) =>
    [name, ...aliases].map((label) => [plain(label), name as EncodingName] as const),
  ),
);

/**
 * The encoding that a label names.
 * @throws InputError listing the names that are accepted, where it names none of them.
 */
export function encodingNamed(label: string): EncodingName {
  const name = BY_LABEL.get(plain(label));
  if (name) return name;
  const accepted = Object.entries(ALIASES).map(([known, aliases]) => `${known} (${aliases.join(", ")})`);
  throw new InputError(`unknown encoding "${label}"`, `use one of ${accepted.join(", ")}`);
}

function plain(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]/g, "");
}

const MARKS: readonly (readonly [EncodingName, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
  ["gb18030", [0x84, 0x31, 0x95, 0x33]],
];

/** The encoding that a byte order mark at the head of the input declares. */
export function markedEncoding(bytes: Uint8Array): EncodingName | undefined {
  return MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
}
