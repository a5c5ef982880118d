/** Who took a picture, as captions of Chinese papers end with it. */
import { anyOf, type Hinted, patternOf } from "./any-of.ts";
import { HAN, MORE_SURNAMES, SURNAMES, TWO_CHARACTERS } from "./zh-names.ts";

const EMPLOYER = `(?:[${HAN}·]{1,7}?[报報社网網台臺]\\s?)?`;
const STAFF =
  "(?:全媒体|全媒體|见习|見習|实习|實習|特约|特約|首席|摄影|攝影)?(?:记者|記者|通讯员|通訊員|实习生|實習生|受访者|受訪者|受访单位|作者|摄影|攝影|主办方|学校|单位)";
const NAMES = `[${HAN}·•]{2,5}(?:(?:[、，,]|\\s+)[${HAN}·•]{2,5}){0,4}`;
/** Told by the family name: in a caption without a stop other words stand before it. */
const PERSON = `(?:(?:${TWO_CHARACTERS})[${HAN}]{1,2}|[${SURNAMES}${MORE_SURNAMES}][${HAN}]{1,2}|[${HAN}]{1,6}[·•][${HAN}]{1,8})`;
const PEOPLE = `${PERSON}(?:(?:[、，,]|\\s+)${PERSON}){0,4}`;
const PICTURE = "(?:[图圖]|照片|[摄攝]影)";
const VISUAL = "人民视觉|视觉中国|視覺中國|中经视觉|东方IC|IC\\s?[Pp]hoto|CFP|VCG|Getty(?: Images)?";
const WIRES =
  "新华社|新華社|中新社|中央社|中通社|法新社?|路透社?|美联社?|美聯社?|合众社|合眾社|欧新社|歐新社|共同社|塔斯社|德新社";

/** Behind a stop or a space, or in brackets; all of them end the text. */
const CREDITS = [
  // 新华社记者 蒋怡 摄, 通讯员刘姝彤、金智望 摄, 受访者 供图, 王明 图, 記者王曉明／攝影
  `${EMPLOYER}(?:${STAFF})[：:／/]?\\s*(?:(?:${NAMES})\\s*)?(?:(?<!文)[／/])?\\s*(?:[摄攝]影?|[供提][图圖供]|[图圖])`,
  `(?:${PEOPLE})\\s*(?:[摄攝]影?|供[图圖])`,
  // 新华社记者 董敏 报: engines read 摄 as 报.
  `(?:本报|本報|本社|本网|新华社|新華社|中新社|人民日报|中国青年报|工人日报)?\\s*(?:${STAFF})\\s*[${HAN}·•]{2,4}\\s*[报報]`,
  // 新华社发, 新华社发（蒋怡 摄）, 图片来源：…, 资料图片
  `(?:${WIRES}|人民视觉|视觉中国|(?:本[报報社刊])?[资資]料|网络|網絡|互联网|互聯網)\\s*(?:[发發供]|[图圖]片?|照片|[传傳]真|截[图圖])(?:\\s*[（(][^（）()]{2,20})?`,
  "(?:[图圖]片?(?:来源|來源|源|由)|照片(?:来源|來源)?|[摄攝]影(?!报道|報道|報導))\\s*(?:[：:／/]\\s*)?\\S{1,16}",
  // 圖／記者王曉明攝, 图/蒋怡, 圖／翻攝自網路
  `(?<![文／/])${PICTURE}\\s?[：:／/|｜]\\s?(?!文)[^\\s：:／/。，]{2,16}(?:\\s[摄攝])?`,
  // 蒋怡/图, 王曉明／攝
  `[${HAN}·]{2,4}(?<!文)\\s?[／/]\\s?(?:[摄攝]影?|[图圖])`,
  // 蒋怡 摄（人民视觉）
  `${PERSON}\\s*[摄攝]\\s*[（(](?:${VISUAL}|[^（）()\\s]{0,6}(?:视觉|視覺|[发發]))`,
  // IC photo, 新华社/路透
  VISUAL,
  `(?:新华社|新華社)\\s?[／/]\\s?(?:${WIRES})`,
];

/** What each of those has in it, or at its end. */
const IN_CREDITS = [
  /记者|記者|通[讯訊]|[实實]习|實習|受[访訪]|作者|[摄攝]影|主办|学校|单位/,
  /[摄攝影]\s*[）)]?$|供[图圖]/,
  /[报報]\s*[）)]?$/,
  /社|视觉|[资資]料|网络|網絡|互[联聯]|法新|路透|美[联聯]/,
  /[来來]源|[图圖]片|照片|[摄攝]影|[图圖][源由]/,
  /[：:／/|｜]/,
  /[／/]/,
  /[摄攝]\s*[（(]/,
  /[视視][觉覺]|IC|CFP|VCG|Getty/,
  /[／/]/,
];

const SOURCES: readonly (string | Hinted)[] = [
  ...CREDITS.map(
    (credit, i): Hinted => [
      `(?:^[■▲△▼◀▶◎●◆□]?|[。！？!?.”」』）)…\\s（(／/])(?:${credit})\\s*[）)]?$`,
      IN_CREDITS[i] as RegExp,
    ],
  ),
  // Behind a stop, names need no family name that is known.
  [
    `(?:^(?![左右上下]?[图圖])|[。！？!?.”」』）)…（(])\\s*(?:${NAMES})\\s*(?:[摄攝]影?|供[图圖])\\s*[）)]?$`,
    /[摄攝影图圖]\s*[）)]?$/,
  ],
  // Without a stop, a space or a bracket before it, by whom it is sent.
  `(?:新华社|新華社|中新社|中央社|本报|本報)(?:${STAFF})\\s*(?:${NAMES})\\s*[摄攝]影?\\s*[）)]?$`,
  // 何芸 报: the rest of one that was cut.
  `(?:^|[。！？!?”」』）)]\\s*)[${SURNAMES}][${HAN}]{1,2}\\s[报報]$`,
  // （《青石新聞》電視截圖）, （图片由青石园林局提供）, （王曉明提供）
  "[（(][^（）()]{1,16}(?:截[图圖]|[图圖]片)[）)]$",
  "[（(][图圖]片?由[^（）()。]{2,20}[提供]供[）)]$",
  "[（(](?!资料|資料|数据|數據|本文|文[／/])[^（）()。，：:]{2,14}提供[）)]$",
  // Behind a stop alone: at the head of a text it is a byline.
  [
    `[。！？!?.”」』）)…]\\s*${EMPLOYER}(?:(?:${STAFF})\\s*(?:${NAMES})\\s*){1,3}[摄攝]影(?:报道|報道|報導)$`,
    /[道導]$/,
  ],
];
const PATTERNS = SOURCES.map(patternOf);

/** Looks at the last characters, or for words that few texts have. */
const HINT =
  /$(?<=[摄攝影图圖供发發片报報真道導]\s*[）)]?)|[图圖]片?(?:来源|來源|源|由)|照片|[摄攝]影|[图圖]\s?[：:／/|｜]|提供[）)]$|[社新透联聯觉覺s][）)]?$|[摄攝]\s?[（(]|[ICVG][CFEP]|[Pp]hoto/;

export const ZH_CREDIT = anyOf(PATTERNS, HINT);

/** Of what is known to be a caption: an agency alone, （中央社）; below a text it signs the text. */
export const ZH_CAPTION_CREDIT = anyOf(
  [
    ...PATTERNS,
    patternOf([`[（(](?:${WIRES})(?:[图圖]片?|照片|[传傳]真)?[）)]$`, /[）)]$/]),
    patternOf([`(?:[。！？”」』]\\s*|\\s)(?:${WIRES})$`, /[社新透联聯]$/]),
    patternOf([
      `(?:[。！？!?.”」』）)…]|\\s)\\s*${EMPLOYER}(?:(?:${STAFF})\\s*(?:${NAMES})\\s*){1,3}[摄攝]影(?:报道|報道|報導)$`,
      /[道導]$/,
    ]),
  ],
  HINT,
);
