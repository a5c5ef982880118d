/** Chinese, Simplified and Traditional alike: a table never asks which of the two a page is in. */
import { anyOf } from "./any-of.ts";
import type { LanguageTable } from "./types.ts";

/** Ideographs of the basic plane: a pattern with `\\p{Script=Han}` says nearly the same, and costs milliseconds at first use. */
const HAN = "\\u3400-\\u9fff\\uf900-\\ufaff";
const NUMBER = "[0-9０-９一二三四五六七八九十百廿卅○〇零]";

/** Who made a page, as its imprint names them. */
const EDITOR =
  "(?:责任编辑|責任編輯|责编|責編|编辑|編輯|版式|版面|美编|美編|校对|校對|组版|检校|审校|排版|主编|主編)(?:设计|設計)?";

/** Words that column labels end with. Source: section names of mainland, Hong Kong and Taiwan dailies. */
const SECTION_ENDS = [
  "要闻|要聞|新闻|新聞|时事|時事|国际|國際|国内|國內|港聞|綜合|综合|经济|經濟|财经|財經|社会|社會|文化|体育|體育|科技|教育",
  "健康|生活|娱乐|娛樂|地方|地域|两岸|兩岸|副刊|周刊|週刊|专刊|專刊|特刊|专版|專版|专栏|專欄|专题|專題|文苑|文艺|文藝",
  "视点|視點|视线|視線|视野|視野|视窗|視窗|观察|觀察|观点|觀點|关注|關注|聚焦|热点|熱點|焦点|焦點|追踪|追蹤|调查|調查|调研|見聞|见闻",
  "广场|廣場|天地|园地|園地|论坛|論壇|之窗|之声|之聲|在线|在線|连线|連線|一线|一線|动态|動態|资讯|資訊|快讯|快訊|简讯|簡訊|速递|速遞|播报|播報",
  "进行时|進行時|新征程|基层|基層|榜样|榜樣|人物|风采|風采|劳动者|娘家人|时评|時評|社论|社論|评论|評論|短评|短評|随笔|隨筆|杂谈|雜談|眾議|众议|热线|熱線|服务台",
].join("|");

/**
 * Columns that papers and broadcasters all over the country have at a time, by what their names end with or whole: no headline is the
 * same. Those of the last ten years.
 */
const COLUMN_ENDS =
  "中国行|調研行|调研行|走基层|走基層|新伟业|议国是|一线见闻|一线调研|权威访谈|记者调查|央视快评|新闻特写";
const COLUMNS =
  "新思想引领新征程|在希望的田野上|党旗在基层一线高高飘扬|总书记与我们在一起|总书记的人民情怀|大国工匠|强国有我|大美中国|活力中国|领航中国|时代楷模";

/** First characters of frequent family names, in both scripts. */
const SURNAMES =
  "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常";

/** Less frequent ones, and those of two characters. */
const MORE_SURNAMES =
  "屠季区區尤施柳温溫庄莊蓝藍翁俞倪柯殷鲍鮑甘童颜顏辛饶饒耿关關齐齊聂聶焦左骆駱祝翟岳项項包章康毕畢贝貝冷麦麥凌霍梅盛詹阮伍欧歐牛葛卓岑连連符封桑屈苗应應宗丘邬鄔褚娄婁蒙车車甄池游裴席路涂虞戚卞喻柏谷";
const TWO_CHARACTERS = "欧阳|歐陽|司徒|司马|司馬|诸葛|諸葛|上官|皇甫|尉迟|尉遲|端木";

/** What the author of an article is, before the name. */
const OFFICES =
  "主席|書記|书记|[部會会院校所局處处科廳厅廠厂社團团行組组班隊队市縣县省鎮镇鄉乡村]長|[部会院校所局处科厅厂社团行组班队市县省镇乡村]长|主任|教授|研究員|研究员|代表|委員|委员|總理|总理|總編輯|总编辑|主編|主编|編輯|编辑|秘書|秘书|博士|院士|經理|经理|工程師|工程师|律師|律师|醫師|医师|教師|教师|作家|司令|政委|社員|社员";

/** Characters that names of people hardly ever have, and what headlines are about does. */
const NO_NAME = "书書节節院馆館会會市县縣区區省国國报報法案展赛賽线線路桥橋站厂廠校园園局部社业業村厅廳";

/** Their bare name on a line is a byline; that of a paper is its masthead. */
const NEWS_AGENCIES = [
  "新华社",
  "新華社",
  "中新社",
  "中央社",
  "路透社",
  "法新社",
  "美联社",
  "美聯社",
  "塔斯社",
  "合众社",
  "合眾社",
];

const EMPLOYERS = "本报|本報|本社|本网|新华社|新華社|中新社|人民日报|中国青年报|工人日报";
const STAFF =
  "(?:全媒体|见习|見習|实习|實習|特约|特約|首席|摄影|攝影)?(?:记者|記者|通讯员|通訊員|实习生|實習生|受访者|受訪者|受访单位|作者|摄影|攝影|主办方|学校|单位)";
const NAMES = `[${HAN}·•]{2,5}(?:(?:[、，,]|\\s+)[${HAN}·•]{2,5}){0,4}`;

export const ZH: LanguageTable = {
  spaced: false,
  headlines: "phrases",
  curlyQuotes: true,
  headlineCommas: false,
  furniture: anyOf(
    [
      // Folios and dates: 第1版 要闻, 今日5版 总第3342期, 2023年11月2日 星期四 …
      `第?\\s*[A-Z]?${NUMBER}{1,3}\\s*版(?:\\s*\\S{2,6})?`,
      `今日\\s*${NUMBER}+\\s*版.{0,20}`,
      `.{0,12}${NUMBER}{2,4}\\s*年\\s*(?:(?:（[^）]{1,8}）|\\([^)]{1,8}\\))\\s*)?${NUMBER}{1,3}\\s*月\\s*${NUMBER}{1,3}\\s*[日号號]\\s*(?:(?:[（(]\\s*)?(?:星期|周|週|礼拜)\\s*[一二三四五六日天].{0,60})?`,
      "(?:农历|農曆|乙|甲|丙|丁|戊|己|庚|辛|壬|癸)[^。，]{1,20}月[^。，]{1,8}",
      `[总總]?第\\s*${NUMBER}{2,7}\\s*[期号號].{0,24}`,
      "(?:国内统一|國內統一|国际标准|統一刊|邮发代号|郵發代號|邮政编码).{2,80}",
      "(?:[A-Z]{0,2}\\d{1,3}|[A-Z]\\s?\\d{1,2})",
      // The name of the paper.
      `[^，。：！？、\\s]{1,8}[报報]\\s+(?:第|今日)?\\s?[A-Z]?${NUMBER}{1,3}\\s*版`,
      "(?:[^，。：！？、\\s]{1,8}(?:日|晚|时|時|早|周|週|导|導|商|画|畫|快|都市|工人|农民|青年)|[^，。：！？、\\s]{1,4}[新民])[报報](?:\\s.{0,30})?",
      // Editors, addresses, telephones.
      "[◎■●▲]?\\s*(?:本[版期]?)?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|版式|版面|美编|美編|校对|校對|组版|检校|值班|主编|主編|发行人|發行人|出版|排版|设计|設計|审校)(?:设计|設計|总监|主任|编委)?\\s*[：:／/].{1,60}",
      // 责编 何芸 美编 张望 校对 李春: without a sign behind each.
      `${EDITOR}\\s*\\S{2,4}\\s*${EDITOR}\\s*\\S{2,4}(?:\\s*${EDITOR}.{0,30})?`,
      // The second half of the imprint.
      "[^。，]{0,24}零售每份[^。，]{2,24}",
      "(?:督印人|承印[人者]?|社址|社長|社长|總編輯|总编辑)\\s*[：:].{1,80}",
      "[^。]{4,40}(?:邮编|郵編|邮政编码|郵政編碼)\\s*[：:]?[^。]{6,60}(?:零售|定价|定價|每份|印刷)[^。]{0,30}",
      "(?:广告|廣告|新闻|新聞|发行|發行|订阅|訂閱|投诉|举报|服务|爆料|报料|编辑部|总编室|本报|本報|热线|熱線)?(?:热线|熱線|电话|電話|传真|傳真)\\s*[：:].{1,50}",
      "(?:本报|本報|本社|社|馆|館)?(?:地址|址)\\s*[：:]?.{2,60}",
      "(?:电子邮箱|邮箱|投稿邮箱|网址|網址|[Ee]-?mail|E-?MAIL)\\s*[：:].{2,60}",
      // A jump line that stands alone.
      `[（(《〈]?\\s*(?:下转|下轉|上接|紧接|緊接).{1,14}?[版页頁].{0,6}`,
      // F转第4版: one of its characters misread.
      `[（(《〈]?\\s*\\S?[转轉]第?\\s*[A-Z]?${NUMBER}{1,3}\\s*[版页頁]\\s*[）)]?`,
    ].map((line) => `^(?:${line})$`),
  ),
  // 遗失声明, 招标公告 …; 遗失公章一枚，声明作废
  notice:
    /^(?:遗失|遺失)[^。]{2,60}(?:作废|作廢)|^(?:(?:遗失|遺失|注销|註銷|清算|减资|減資|致歉|道歉|作废|拍卖|拍賣|招标|招標|中标|中標|招聘|征婚|徵婚|寻人|尋人|寻物|讣|訃|更正|公示|迁坟|债权|送达|公开|股东)?(?:声明|聲明|公告|启事|啟事|启示|通告|告|讣闻|通知|广告|廣告))(?=[\s：:■◆]|$|[^，。]{0,3}(?:兹|茲|本|因|我|根据|依|经))/,
  column: new RegExp(
    `^[\\[［【〔『《■◆●★|｜]*\\s*(?:[^，。；：！？,;:!?\\s]{0,5}?(?:${COLUMN_ENDS})|${COLUMNS})\\s*[\\]］】〕』》|｜]*$`,
  ),
  section: new RegExp(
    `^[\\[［【〔『《■◆●★|｜]*\\s*(?:[^，。；：！？,;:!?\\s]{0,9}?(?:${SECTION_ENDS}|${COLUMN_ENDS})|${COLUMNS})[”"」』]?\\s*[\\]］】〕』》|｜]*$`,
  ),
  caption:
    /^[▲△▼◀▶↑↓←→●]?\s*(?:[（(][左右上下][图圖][）)]|[左右上下]?[图圖](?:为|為|[：:一二三四①②③④\d]|片))|^[▲△▼◀▶↑↓←→]/,
  credit: anyOf(
    [
      // 新华社记者 蒋怡 摄, 通讯员刘姝彤、金智望 摄, 受访者 供图, 王明 图
      `(?:${EMPLOYERS})?\\s*(?:${STAFF})[：:／/]?\\s*(?:(?:${NAMES})\\s*)?(?:[摄攝]影?|[供提][图圖供]|[图圖])`,
      `(?:${NAMES})\\s*(?:[摄攝]影?|供[图圖])`,
      // 新华社记者 董敏 报: engines read 摄 as 报.
      `(?:${EMPLOYERS})?\\s*(?:${STAFF})\\s*[${HAN}·•]{2,4}\\s*[报報]`,
      // 新华社发, 图片来源：…, 资料图片
      "(?:新华社|新華社|中新社|法新社|路透社|美联社|人民视觉|视觉中国|资料|資料|网络|網絡)\\s*(?:[发發供]|[图圖]片?|照片|截[图圖])",
      "(?:[图圖]片?(?:来源|來源|源|由)|照片(?:来源|來源)?|摄影|攝影)\\s*(?:[：:／/]\\s*)?\\S{1,16}",
    ]
      .map((credit) => `(?:^|[。！？!?.”」』）)…\\s（(])(?:${credit})\\s*[）)]?$`)
      // 何芸 报: the rest of one that was cut.
      .concat(
        `(?:^|[。！？!?”」』）)]\\s*)[${SURNAMES}][${HAN}]{1,2}\\s[报報]$`,
        // （《青石新聞》電視截圖）
        "[（(][^（）()]{1,16}(?:截[图圖]|[图圖]片)[）)]$",
      ),
    /$(?<=[摄攝影图圖供发發片报報]\s*[）)]?)|[图圖]片?(?:来源|來源|源|由)|照片|[摄攝]影/,
  ),
  masthead: /(?!)/,
  serial: /(?!)/,
  // From the end of the text: no word is looked for all over it.
  contact:
    /(?:电话|電話|热线|熱線|手机|手機|传真|傳真|邮编|郵編|微信|QQ|[Tt]el|TEL)[^\d。]{0,8}\d[\d\-—()（）]{5,30}$/,
  kickerEnd: /$(?<=强调|強調|指出|提出|要求|表示|宣布|宣佈|号召|指示|主持召开|.{6}[时時])/,
  leaning: /[的之和与與及]$/,
  // Engines read —— as 一一, -一 and -.
  subtitle:
    /^(?:[—―]|(?!一一[列回应應走对對介述查解落兑兌细細点點记記过過道说說作击擊])[-－一]\s?[-－—一](?![-－—一])(?!\s*$))/,
  opening:
    /^(?:[本据據][报報社讯訊悉]|近日|近年来|近年來|近来|近來|近期|日前|目前|此外|同时|同時|据了解|據了解|昨[日天晚]|今[日天年]|当[天日]|記者|记者|新华社|中新社|[（(]?[一二三四五六七八九十\d]+[)）、．]|[（(【][^）)】]{2,14}(?:[电電讯訊])[）)】])/,
  continuedTo:
    /(?:下转|下轉|紧转|緊轉|转|轉)\s*(?:第\s*)?([A-Z]?[0-9０-９一二三四五六七八九十]+\s*[版页頁])[^）)》〉]{0,6}[）)》〉]?\s*$/i,
  continuedFrom:
    /^[（(《〈]?\s*(?:上接|紧接|緊接|接)\s*(?:第\s*)?([A-Z]?[0-9０-９一二三四五六七八九十]+\s*[版页頁])[^）)》〉]{0,10}[）)》〉]?/i,
  byline: {
    agencies: [
      ...NEWS_AGENCIES,
      "人民日报",
      "人民網",
      "人民网",
      "新华网",
      "中新网",
      "中国新闻社",
      "光明日报",
      "经济日报",
      "工人日报",
      "本报",
      "本報",
      "本网",
      "本網",
      "本台",
      "本臺",
      "本刊",
      "本社",
      "路透",
      "海通社",
      "海通",
      "哈瓦斯社",
      "哈瓦斯",
      "同盟社",
      "国民社",
      "國民社",
      "共同社",
      "德新社",
      "韩联社",
      "澎湃新闻",
      "央视新闻",
    ],
    surnames: SURNAMES,
    newsAgencies: NEWS_AGENCIES,
    name: new RegExp(
      // How long it is first: most texts are no name, and long.
      `^(?=[^]{3,5}$)(?!.*[${NO_NAME}])(?:[${SURNAMES}${MORE_SURNAMES}](?:[${HAN}]{2}|\\s[${HAN}])|(?:${TWO_CHARACTERS})\\s?[${HAN}]{1,2})$`,
    ),
    roles: [
      ["全媒体记者", "reporter"],
      ["见习记者", "reporter"],
      ["見習記者", "reporter"],
      ["实习记者", "intern"],
      ["實習記者", "intern"],
      ["特约记者", "reporter"],
      ["特約記者", "reporter"],
      ["首席记者", "reporter"],
      ["摄影记者", "photographer"],
      ["攝影記者", "photographer"],
      ["特派记者", "reporter"],
      ["特派員", "reporter"],
      ["特派员", "reporter"],
      ["特约通讯员", "correspondent"],
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
      ["文", "author"],
      ["图", "photographer"],
      ["圖", "photographer"],
      ["摄", "photographer"],
      ["攝", "photographer"],
    ],
    dateline:
      /(?=[^日]{0,13}日)(?<place>[\u3400-\u9fff]{2,6}?)?\s?(?<date>(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)?(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})日)(?<agency>[\u3400-\u9fff]{2,4}?)?(?:专|專|急|特)?[电電讯訊]/y,
    // Signatures at the end of a piece: （知止）, ■ 王明; below a headline with the office: （中国国民党革命委员会主席李济深）.
    line: new RegExp(
      `^(?:[（(](?:[${HAN}、]{2,24}(?:${OFFICES})(?=[${SURNAMES}${MORE_SURNAMES}]))?|[■◆●□]\\s?(?=[${SURNAMES}]))(?<name>(?!未完|待[续續]|全文|完|[上中下左右]?[图圖])[${HAN}·]{2,4})[）)]?$`,
    ),
    lineIsTold: false,
    signature: () => null,
    closings: [
      "摄影报道",
      "攝影報道",
      "综合报道",
      "綜合報道",
      "联合报道",
      "文/图",
      "文／图",
      "文/圖",
      "图/文",
      "文并摄",
      "文/摄",
      "报道",
      "報道",
      "報導",
      "专电",
      "專電",
    ],
  },
};

/** Papers of Hong Kong and Taiwan: 政府加稅，市民不滿. */
export const ZH_HANT: LanguageTable = { ...ZH, headlineCommas: true };
