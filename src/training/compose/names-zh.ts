/** Chinese names, bylines, credits, column labels, notices and folios. */
import type { Random } from "../random.ts";
import type { Invented } from "./invented.ts";

/** Frequent characters, for misreadings. */
const LETTERS =
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装";

const SURNAMES =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
const GIVEN =
  "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰红建文志国庆海东晓春梅雪云飞鹏宇浩然欣怡佳琪思远子涵嘉俊凯博雅诗梦瑶";
const CITIES = [
  "北京",
  "上海",
  "广州",
  "南京",
  "杭州",
  "武汉",
  "成都",
  "西安",
  "香港",
  "台北",
  "东京",
  "伦敦",
  "华盛顿",
  "莫斯科",
  "联合国",
  "巴黎",
  "贵阳",
  "长沙",
];
const MATTERS =
  "民生 工会 文化 基层 青春 城市 乡村 法治 健康 教育 科技 国际 校园 企业 社区 劳动 时代 读书 生活 财富 家园 职工 体育 社会 地方 港澳 经济 人物 卫生 交通 网络 环境 农业 创新 服务 百姓 身边 最美 今日 热点".split(
    " ",
  );
const PLACES =
  "周刊 视点 观察 动态 广场 之窗 进行时 故事 风采 走笔 在线 聚焦 版 先锋 驿站 论坛 讲堂 人物 新闻 要闻 天地 关注 追踪 一线 见闻 时评 纪事 链接 速递 调查 榜样 园地 中国行 新征程 面对面".split(
    " ",
  );
/** Bullets, and what engines take a square one for. */
const SIGNS = ["", "", "", "", "", "", "■", "■", "◆", "□", "图", "国"];
/** Names of pages. */
const PAGES =
  "要闻 国际 国内 综合 文化 体育 社会 财经 教育 论坛 副刊 视点 评论 生活 健康 港澳台 时事 地方 科技 民生新闻 综合新闻 国际新闻 本地新闻 国内国际 社会新闻 体育新闻 文化生活 经济新闻".split(
    " ",
  );

export function inventChinese(random: Random, traditional: boolean): Invented {
  const tr = (text: string) => (traditional ? [...text].map((c) => TRADITIONAL.get(c) ?? c).join("") : text);
  const person = () =>
    random.pick([...SURNAMES]) +
    random.pick([...GIVEN]) +
    (random.chance(0.6) ? random.pick([...GIVEN]) : "");
  const people = (most: number) => Array.from({ length: 1 + random.below(most) }, person).join("、");
  const number = (from: number, to: number) => String(from + random.below(to - from + 1));
  const date = () => `${number(1, 12)}月${number(1, 28)}日`;
  const gap = () => (random.chance(0.5) ? " " : "");
  const reporters = () => {
    const space = gap();
    // Engines leave the spaces of a byline out.
    const between = random.chance(0.3) ? "" : " ";
    const correspondents = random.chance(0.4) ? `${between}通讯员${space}${people(3)}` : "";
    return `记者${space}${people(2)}${correspondents}`;
  };
  const wire = () => {
    const head = `${random.chance(0.5) ? "据" : ""}${random.pick(["新华社", "新华社", "中新社", "本报"])}${random.pick(CITIES)}${date()}电`;
    return random.chance(0.5) ? `${head}（记者${gap()}${people(2)}）` : head;
  };
  const byline = () => {
    const kind = random.below(9);
    if (random.chance(0.04)) return { text: random.pick(["新华社", "中新社"]), own: true };
    // What opens a paragraph stands on a line of its own now and then.
    if (kind < 2) return { text: `本报讯 ${reporters()}报道`, own: random.chance(0.15) };
    if (kind < 4) return { text: `本报讯（${reporters()}）`, own: random.chance(0.15) };
    if (kind < 6) return { text: wire(), own: random.chance(0.15) };
    if (kind === 6) return { text: `${random.pick(SIGNS)}本报${reporters()}`, own: true };
    if (kind === 7)
      return {
        text: `${random.pick(SIGNS)}${reporters()}${random.pick(["", "", " 文/图", " 报道"])}`,
        own: true,
      };
    return { text: "本报讯", own: false };
  };
  const credit = () => {
    const kind = random.below(6);
    if (kind === 0) return `${person()} 摄`;
    if (kind === 1) return "受访者 供图";
    if (kind === 2) return `通讯员${gap()}${people(2)} 摄`;
    return `${random.pick(["", "本报", "新华社"])}记者${gap()}${person()} 摄`;
  };
  const section = () => {
    const name = `${random.pick(MATTERS)}${random.pick(PLACES)}`;
    const kind = random.below(10);
    if (kind === 0) return `${random.pick(MATTERS)}“${random.pick(PLACES)}”`;
    if (kind === 1) return random.pick([`[${name}]`, `【${name}】`, `【${name}】`, `｜${name}｜`]);
    return kind === 2 ? random.pick(["要闻", "国际", "副刊", "综合", "社会", "港闻", "时评", "地方"]) : name;
  };
  const furniture = () => {
    const kind = random.below(9);
    const year = number(1998, 2027);
    if (kind === 8)
      return `${random.pick(CITIES)}${random.pick(["日报", "晚报", "时报", "工人报", "周报", "早报"])}`;
    if (kind === 0) return `${year}年${date()} 星期${random.pick([..."一二三四五六日"])}`;
    if (kind === 1) return `第${number(1, 24)}版${random.chance(0.5) ? ` ${section()}` : ""}`;
    if (kind === 2) return `${number(1, 24)}${gap()}版`;
    if (kind === 3) return `今日${number(4, 24)}版 总第${number(1000, 9999)}期`;
    if (kind === 4) return `责任编辑：${person()} 版式：${person()}`;
    if (kind === 5) return `责编/${person()} 美编/${person()}`;
    if (kind === 6) return `新闻热线：0${number(10, 99)}-${number(80000000, 89999999)}`;
    return `（下转第${number(2, 9)}版）`;
  };
  const runningHead = () => {
    const year = number(1950, 2027);
    const paper = `${random.pick(CITIES)}${random.pick(["日报", "晚报", "时报", "都市报", "周报", "早报"])}`;
    const folio = random.pick([
      `第${number(1, 24)}版`,
      `今日${number(4, 24)}版`,
      `0${number(1, 9)}版`,
      `A${number(1, 9)}版`,
    ]);
    const parts = [
      `${year}年${date()} 星期${random.pick([..."一二三四五六日"])}`,
      random.pick(PAGES),
      `${paper}${gap()}${folio}`,
      ...(random.chance(0.6) ? [`责任编辑：${person()}${gap()}版式设计：${person()}`] : []),
    ];
    // The page is named in the middle, at the very top, or last.
    const order = random.pick([
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2],
      [1, 0, 2],
      [2, 1, 0],
      [1, 2],
      [0, 1],
      [2, 0],
    ]);
    return [...order.map((i) => parts[i] as string), ...parts.slice(3)];
  };
  const notice = () =>
    random.pick([
      () => `遗失声明 ${person()}遗失身份证，证号${number(100000, 999999)}，声明作废。`,
      () => `公告 因道路施工，${date()}起部分路段封闭，请过往车辆绕行。`,
      () =>
        `招聘启事 本厂招收仓库管理员${number(1, 5)}名，有意者请与${person()}联系，电话${number(80000000, 89999999)}。`,
      () => `启事 兹定于${date()}召开股东大会，请各位股东准时出席。`,
    ])();
  return {
    byline: () => {
      const { text, own } = byline();
      return { text: tr(text), own };
    },
    telegram: () =>
      tr(
        `（${random.pick(CITIES)}${random.pick(["", "", "十", "廿"])}${random.pick([..."一二三四五六七八九"])}日${random.pick(["", "", "路透", "海通", "哈瓦斯", "中央社"])}电）`,
      ),
    author: () => {
      const name = tr(person());
      return random.pick([`（${name}）`, name, `${name}作`]);
    },
    signature: () => {
      const name = person();
      return tr(random.pick([`（${name}）`, `（${name}）`, `■ ${name}`, `本报记者${gap()}${name}`]));
    },
    pictured: "图为",
    captionOf: (sentence) => sentence,
    credit: () => tr(credit()),
    jump: () =>
      tr(
        random.pick([
          `（下转第${number(2, 9)}版）`,
          `(下转第${number(2, 9)}版)`,
          `下转第${number(2, 9)}版`,
          `（下转A${number(2, 9)}版）`,
        ]),
      ),
    section: () => tr(section()),
    furniture: () => tr(furniture()),
    runningHead: () => runningHead().map(tr),
    notice: () => tr(notice()),
    letters: LETTERS,
  };
}

const TRADITIONAL = new Map(
  [
    ..."報讯訊记記员員电電图圖摄攝闻聞国國际際综綜会會关關热熱点點经經济濟观觀体體教教边邊读讀评評调調传傳线線发發转轉责責编編总總声聲证證东東厂廠联聯话話兹茲开開请請约約张張陈陳赵趙黄黃吴吳孙孫刘劉杨楊马馬罗羅郑鄭谢謝韩韓冯馮邓鄧许許苏蘇卢盧蒋蔣贾賈闻聞钟鐘姜薑陆陸龙龍万萬钱錢汤湯贺賀赖賴龚龔",
  ].reduce<[string, string][]>((pairs, character, i, all) => {
    if (i === 0) pairs.push(["报", "報"]);
    else if (i % 2 === 0) pairs.push([all[i - 1] as string, character]);
    return pairs;
  }, []),
);
