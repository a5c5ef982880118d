/** Names of pages and columns of Chinese papers. */

/** Words that column labels end with. Source: section names of mainland, Hong Kong and Taiwan dailies. */
export const SECTION_ENDS = [
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
export const COLUMN_ENDS =
  "中国行|調研行|调研行|走基层|走基層|新伟业|议国是|一线见闻|一线调研|权威访谈|记者调查|央视快评|新闻特写";
export const COLUMNS =
  "新思想引领新征程|在希望的田野上|党旗在基层一线高高飘扬|总书记与我们在一起|总书记的人民情怀|大国工匠|强国有我|大美中国|活力中国|领航中国|时代楷模";
