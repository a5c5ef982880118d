/** Invented newspaper sentences, and the encodings they may come in. */
import iconv from "iconv-lite";
import type { EncodingName } from "../../src/read/encodings.ts";

export const SIMPLIFIED =
  "本报讯 昨日上午，我市第三座跨江大桥正式通车，市民纷纷赶来参观。\n桥面宽三十二米，设双向六车道。";
export const TRADITIONAL =
  "本報訊　昨日上午，港島東區一幢舊樓發生火警，消防員到場後迅速將火撲滅。\n幸無人受傷，起火原因仍在調查中。";
export const JAPANESE =
  "市役所は十日、来年度から図書館の開館時間を一時間延ばすと発表した。\n利用者の声に応えたもので、駅前の分館も対象となる。";
export const KOREAN =
  "시청은 내일부터 시내버스 노선을 새로 조정한다고 밝혔다.\n시민들은 출근 시간이 줄어들 것으로 기대하고 있다.";
export const FRENCH =
  "Le marché aux fleurs a été inauguré hier à dix heures, malgré la pluie.\nLa fête dura jusqu’au soir.";
export const GERMAN =
  "Die neue Brücke über den Fluß wurde gestern früh eröffnet.\nViele Bürger waren gekommen.";

/** The text in each encoding that can hold it. */
export const SAMPLES: readonly (readonly [EncodingName, string])[] = [
  ...([SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN, FRENCH] as const).flatMap((text) =>
    (["utf-8", "utf-16le", "utf-16be"] as const).map((encoding) => [encoding, text] as const),
  ),
  ["gb18030", SIMPLIFIED],
  ["gb18030", TRADITIONAL],
  ["big5", TRADITIONAL],
  ["shift_jis", JAPANESE],
  ["euc-jp", JAPANESE],
  ["euc-kr", KOREAN],
  ["windows-1252", FRENCH],
  ["windows-1252", GERMAN],
];

export function encode(text: string, encoding: EncodingName): Uint8Array {
  return new Uint8Array(iconv.encode(text, ICONV_NAME[encoding]));
}

export function isEncodable(text: string, encoding: EncodingName): boolean {
  return iconv.decode(iconv.encode(text, ICONV_NAME[encoding]), ICONV_NAME[encoding]) === text;
}

const ICONV_NAME = {
  "utf-8": "utf8",
  "utf-16le": "utf16le",
  "utf-16be": "utf16be",
  gb18030: "gb18030",
  big5: "big5hkscs",
  shift_jis: "shiftjis",
  "euc-jp": "eucjp",
  "euc-kr": "cp949",
  "windows-1252": "windows1252",
} as const satisfies Record<EncodingName, string>;

export const ENCODINGS = Object.keys(ICONV_NAME) as readonly EncodingName[];

/** What breaks text tools. */
export const HARD_CHARACTERS = [..."中國人民日報，。！？：；“”「」（）［］ 　a1-𠮷\u0301\u0000\r\n\f"];
