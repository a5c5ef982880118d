/** Bylines and datelines of Chinese papers: who sends, who writes, from where. */
import type { PersonRole } from "../page/document.ts";
import type { BylineTable } from "./types.ts";
import { HAN, isPerson, isPlace, MORE_SURNAMES, NO_NAME, SURNAMES, TWO_CHARACTERS } from "./zh-names.ts";

/** What the author of an article is, before the name. */
const OFFICES =
  "主席|書記|书记|[部會会院校所局處处科廳厅廠厂社團团行組组班隊队市縣县省鎮镇鄉乡村]長|[部会院校所局处科厅厂社团行组班队市县省镇乡村]长|主任|教授|研究員|研究员|代表|委員|委员|總理|总理|總編輯|总编辑|主編|主编|編輯|编辑|秘書|秘书|博士|院士|經理|经理|工程師|工程师|律師|律师|醫師|医师|教師|教师|作家|司令|政委|社員|社员";

/** Their bare name on a line is a byline; that of a paper is its masthead. */
const NEWS_AGENCIES =
  "新华社|新華社|中新社|中央社|中通社|路透社|法新社|美联社|美聯社|塔斯社|合众社|合眾社|合衆社|德新社|共同社|韩联社|韓聯社|俄新社".split(
    "|",
  );

const OWN = "本报|本報|本网|本網|本台|本臺|本刊|本社".split("|");

/** Others whose names have a form of no other, and the paper itself. */
const AGENCIES = [
  ...NEWS_AGENCIES,
  ..."中國新聞社|中国新闻社|合众国际社|合眾國際社|海通社|哈瓦斯社|同盟社|国民社|國民社|國聞社|申時社|電通社|聯合社|復興社".split(
    "|",
  ),
  ..."人民日报|人民網|人民网|新华网|新華網|中新网|中新網|光明日报|经济日报|工人日报|澎湃新闻|央视新闻|央視新聞".split(
    "|",
  ),
  ...OWN,
  ..."路透|海通|哈瓦斯|塔斯|合眾|合衆|美聯|法新|聯合".split("|"),
];

const ROLES: readonly (readonly [word: string, role: PersonRole])[] = [
  ...[
    "全媒体",
    "全媒體",
    "融媒体",
    "融媒",
    "见习",
    "見習",
    "特约",
    "特約",
    "首席",
    "特派",
    "文字",
    "驻地",
  ].flatMap((kind) => [[`${kind}记者`, "reporter"] as const, [`${kind}記者`, "reporter"] as const]),
  ["实习记者", "intern"],
  ["實習記者", "intern"],
  ["摄影记者", "photographer"],
  ["攝影記者", "photographer"],
  ["特派員", "reporter"],
  ["特派员", "reporter"],
  ["特约通讯员", "correspondent"],
  ["特約通訊員", "correspondent"],
  ["通讯员", "correspondent"],
  ["通訊員", "correspondent"],
  ["实习生", "intern"],
  ["實習生", "intern"],
  ["记者", "reporter"],
  ["記者", "reporter"],
  ["摄影报道", "photographer"],
  ["摄影", "photographer"],
  ["攝影", "photographer"],
  ["编译", "translator"],
  ["編譯", "translator"],
  ["编辑", "editor"],
  ["編輯", "editor"],
  ["作者", "author"],
  ["撰文", "author"],
  ["撰稿", "author"],
  ["采写", "reporter"],
  ["文", "author"],
  ["图", "photographer"],
  ["圖", "photographer"],
  ["摄", "photographer"],
  ["攝", "photographer"],
];

/** What stands before 报道 and is no place. */
const MANNERS =
  "摄影|攝影|综合|綜合|联合|聯合|专题|專題|专访|專訪|现场|現場|连线|連線|深度|独家|獨家|特别|特別|采访|採訪|图文|圖文|追踪|追蹤|外電|外电|编译|編譯|整理".split(
    "|",
  );
const REPORTED = "(?:报道|報道|報導)";
const CLOSINGS = [
  ...MANNERS.flatMap((manner) => ["报道", "報道", "報導"].map((word) => manner + word)),
  ..."綜合外電|综合外电|文/图|文／图|文/圖|文／圖|图/文|圖／文|文并摄|文/摄|报道|報道|報導|专电|專電|特稿|摄影|攝影".split(
    "|",
  ),
];

const NUMERAL = "[\\d０-９一二三四五六七八九十廿卅○〇]";
/** With 1 as engines misread it: ]月5日, 1?月5日. */
const DATE =
  "(?:(?:[\\d０-９]{1,2}|[\\d０-９]?[\\]|?][\\d０-９]?|[一二三四五六七八九十]{1,2})月)?(?:[\\d０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})日";
const CLOCK = `(?:[上下中正]午|[清凌]?晨|[早晚夜]|午[前後后])?(?:${NUMERAL}{1,3}[时時点點](?:${NUMERAL}{1,3}分|半)?)?`;
const WIRE = "(?:专|專|急|特)?[电電讯訊]";
/** Sent from a place, at a date. */
const SENT = `(?:[${HAN}]{2,6}?\\s?)?${DATE}${CLOCK}(?:[${HAN}]{2,4}?)?${WIRE}`;
/** 讯, and not 讯问 or 讯息. */
const NEWS = "[讯訊](?![问問息号號期速飞飛道])";
/** News that is told from other news by its kind, and not by where it is from. */
const KINDS = "特|专|專|快|急|综合|綜合|本市|本埠|本京|各地|外|外電|外电";
/** 財經資訊, 簡訊, 影訊: labels of columns. */
const LABELS = "[又另资資简簡通电電视視喜短零快要速捷音审審财財商影艺藝书書校会會球]";

/** What names of papers end with, of which there are few other words. */
const PAPER = "(?:[日晚时時早晨快商]|都市|青年|工人|农民|農民|法制|法治|人民)[报報](?:社|(?![网網]))";
const OF_PAPER = "(?:客户端|客戶端|海外版|新媒体|全媒体|融媒体)?";
const OUTLET = "(?:[报報](?![社网網])|[社网網]|电视台|電視臺|電視台|(?:新闻|新聞)(?![社网網报報])|客户端)";
/** 本报 is no part of a name: a headline may stand before it. */
const NAMED = `(?:(?!本[报報台臺网網刊社])[${HAN}])`;
/** Roles that names of papers stand before. */
const STAFF = ROLES.map(([word]) => word)
  .filter((word) => /[记記]者|[员員生]$/.test(word))
  .join("|");

export const ZH_BYLINE: BylineTable = {
  agencies: AGENCIES,
  own: OWN,
  newsAgencies: NEWS_AGENCIES,
  form: {
    wire: /[讯訊电電]/,
    outlet: /^.{0,14}[报報社网網台臺闻聞端].{0,40}[讯訊电電]/s,
    staff: /[记記]者|通[讯訊][员員]|[实實][习習]生|[报報][道導]|外電/,
  },
  outlet: new RegExp(
    `(?:${NAMED}{0,6}?${PAPER}${OF_PAPER}(?=(?:${KINDS}|(?!${REPORTED})[${HAN}]{2,4}?)?${NEWS}|${SENT})|${NAMED}{1,7}?${OUTLET}${OF_PAPER}(?=(?:${KINDS})?${NEWS}|${SENT}))`,
    "y",
  ),
  employer: new RegExp(
    `(?!${STAFF})(?<name>本[报報台臺网網刊社]|(?:(?!本[报報台臺网網刊社])[${HAN}·]){1,9}?(?:[报報社网網台臺刊]|客户端|融媒体|全媒体)(?!${OF_PAPER}[·/／]))${OF_PAPER}(?:[驻駐][${HAN}]{1,4}?)?(?=\\s?(?:${STAFF}))`,
    "y",
  ),
  origin: new RegExp(
    `(?:${KINDS}|(?<place>(?![${HAN}]{0,3}${LABELS}[讯訊])[${HAN}]{2,4}?))?(?:${NEWS}|(?:(?<=[${HAN}])(?:消息|特稿)|[专專急特][电電])(?=\\s*[】〕）)\\]］]))`,
    "y",
  ),
  desk: new RegExp(`[${HAN}]{2,4}(?:中心|[組组])(?=[／/][${HAN}]{2,8}(?:${REPORTED}|外電))`, "y"),
  tail: new RegExp(
    `\\s*(?:(?<mark>[／/｜|－—-]|[发發]自)\\s*)?(?:(?<place>(?!据|據|${MANNERS.join("|")})[${HAN}]{2,6}?(?:[、—－-][${HAN}]{2,6}?)?)?\\s?(?:(?<date>${DATE})${CLOCK}${WIRE}|(?:${MANNERS.join("|")}){0,2}${REPORTED})|(?<=[发發]自\\s?)(?<from>[${HAN}]{2,4})(?=\\s|[】〕）)\\]］]|$))`,
    "y",
  ),
  sent: new RegExp(`${DATE}${CLOCK}${WIRE}`),
  isPerson,
  isPlace,
  subject: /[从從在获獲采採了看赴前走来來就对對跟随隨于於向与與为為以深]/,
  notNames:
    /^(?:版式|版面|美编|美編|责编|責編|校对|校對|组版|检校|审校|排版|制图|製圖|[昨今明前近][日天晚晨早年期午]|日前|当日|當日|獲悉|获悉|获知|了解|消息)/,
  surnames: SURNAMES,
  name: new RegExp(
    // How long it is first: most texts are no name, and long.
    `^(?=[^]{3,5}$)(?!.*[${NO_NAME}])(?:[${SURNAMES}${MORE_SURNAMES}](?:[${HAN}]{2}|\\s[${HAN}])|(?:${TWO_CHARACTERS})\\s?[${HAN}]{1,2})$`,
  ),
  roles: ROLES,
  dateline: new RegExp(
    `(?=[^日]{0,13}日)(?<place>[\\u3400-\\u9fff]{2,6}?)?\\s?(?<date>${DATE})${CLOCK}(?<agency>[\\u3400-\\u9fff]{2,4}?)?${WIRE}`,
    "y",
  ),
  // Signatures at the end of a piece: （知止）, ■ 王明; below a headline with the office: （中国国民党革命委员会主席李济深）.
  line: new RegExp(
    `^(?:[（(](?:[${HAN}、]{2,24}(?:${OFFICES})(?=[${SURNAMES}${MORE_SURNAMES}]))?|[■◆●□]\\s?(?=[${SURNAMES}]))(?<name>(?!未完|待[续續]|全文|完|[上中下左右]?[图圖]|[一二三四五六七八九十]+[）)])[${HAN}·]{2,4})[）)]?$`,
  ),
  lineIsTold: false,
  signature: () => null,
  signed: (line) => {
    const name = SIGNED.exec(line)?.groups?.name?.replace(/\s/g, "") ?? "";
    return isPerson(name) && !/[市县縣会會院馆館报報社部局厂廠园園线線]$/.test(name) ? name : null;
  },
  closings: CLOSINGS,
};

/** 李大伟, 陈望北 著, （李明 文/图): a line that is known to be a byline. */
const SIGNED = new RegExp(
  `^[□■◆●◎（(]?\\s*(?<name>[${HAN}·]{2,10}|[${HAN}]\\s{1,2}[${HAN}])(?:\\s*(?:著|口述|${CLOSINGS.join("|")})|\\s+[文撰编編译譯作])?[）)]?$`,
);
