/** A page of print: a large headline with a smaller line above it and below it, columns, a caption in small type, a folio at the edge. */
import { setBlock, type TestBlock } from "../../read/layout/sheets.ts";

export const printed: readonly TestBlock[] = [
  setBlock("folio", ["2031年5月6日 第3版"], 100, 20, 28),
  setBlock("kicker", ["全市社区工作会议强调"], 300, 160, 48),
  setBlock("head", ["把服务送到居民家门口"], 300, 260, 80),
  setBlock("under", ["青石桥社区的四季"], 300, 420, 48),
  setBlock(
    "left",
    [
      "　　本报讯 记者高语桐报道",
      "青石桥社区昨天召开居民会议，",
      "会议由居民自己主持，讨论的是",
      "把服务送到居民家门口的十件小",
      "事，居民们一条一条地议，一直",
      "议到傍晚才散。",
      "　　路灯坏了三年，居民夜里出",
      "门要带手电，社区上周请来电工",
    ],
    100,
    600,
  ),
  setBlock("caption", ["图为电工修理路灯。", "记者 何芸 摄"], 760, 600, 30),
  setBlock(
    "right",
    [
      "，二十盏路灯一夜之间都亮了。",
      "　　老人食堂开张那天，来了一",
      "百多位老人，菜有六样，汤是免",
      "费的，老人们吃得高兴。",
    ],
    760,
    760,
  ),
];
