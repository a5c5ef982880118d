import { describe, expect, test } from "@jest/globals";
import { isBylineAlone, parseByline, scanAcross, scanByline, tableOf } from "../../src/language/index.ts";
import type { Language } from "../../src/page/types.ts";
import { type BylineRow, inOneLine } from "./byline-rows.ts";

const table = (lang: Language) => tableOf(lang).byline;
const scan = (text: string, lang: Language = "zh-Hans") => scanByline(text, table(lang));
describe("at the start of a text", () => {
  test.each<BylineRow>([
    [
      "本报讯 记者李凡 通讯员陈俊、王鹏、郑文彪报道",
      " “陈懿姐姐，给我签个名！”",
      "本报",
      null,
      null,
      "李凡 reporter, 陈俊 correspondent, 王鹏 correspondent, 郑文彪 correspondent",
    ],
    [
      "本报讯（记者 李凡 通讯员 陈俊）",
      "昨日上午，",
      "本报",
      null,
      null,
      "李凡 reporter, 陈俊 correspondent",
    ],
    ["本报讯", " 昨日上午，我市第三座大桥通车。", "本报", null, null, ""],
    [
      "本报讯(记者 林小舟通讯员何芸)",
      " 昨日上午，",
      "本报",
      null,
      null,
      "林小舟 reporter, 何芸 correspondent",
    ],
    ["据新华社19日讯", "：渡口昨天开航。", "新华社", null, "19日", ""],
    [
      "新华社北京11月1日电（记者王明、李红）",
      "国务院",
      "新华社",
      "北京",
      "11月1日",
      "王明 reporter, 李红 reporter",
    ],
    ["据新华社北京11月1日电", " 国家卫生健康委员会", "新华社", "北京", "11月1日", ""],
    ["本报北京11月1日电 （记者王明）", "今天上午", "本报", "北京", "11月1日", "王明 reporter"],
    ["■本报记者 张伟 文/图", "", "本报", null, null, "张伟 reporter"],
    ["本报讯 见习记者张晓 实习生李小小报道", " 近日", "本报", null, null, "张晓 reporter, 李小小 intern"],
    ["本报讯 记者阿依古丽·买买提报道", " 近日", "本报", null, null, "阿依古丽·买买提 reporter"],
  ])("%s|%s", (byline, rest, agency, place, date, named) => {
    const found = scan(byline + rest);
    expect(found?.length).toBe(byline.length);
    expect([found?.agency, found?.place, found?.date]).toEqual([agency, place, date]);
    expect(inOneLine(found?.people ?? [])).toBe(named);
  });

  test.each<BylineRow>([
    ["本報訊（記者　梁曉嵐）", "中秋將至，", "本報", null, null, "梁曉嵐 reporter"],
    ["【中央社臺北九日電】", "中秋節前", "中央社", "臺北", "九日", ""],
    ["（英德廿一日電）", "英軍今日", null, "英德", "廿一日", ""],
    ["（重慶廿日海通電）", "此間消息", "海通", "重慶", "廿日", ""],
    ["記者梁曉嵐報道", "：碼頭外", null, null, null, "梁曉嵐 reporter"],
  ])("%s|%s", (byline, rest, agency, place, date, named) => {
    const found = scan(byline + rest, "zh-Hant");
    expect(found?.length).toBe(byline.length);
    expect([found?.agency, found?.place, found?.date]).toEqual([agency, place, date]);
    expect(inOneLine(found?.people ?? [])).toBe(named);
  });

  test.each<BylineRow>([
    ["【ロンドン＝山田花子】", "港の朝市が", null, "ロンドン", null, "山田花子 reporter"],
    ["【ワシントン山田花子】", "港の朝市が", null, "ワシントン", null, "山田花子 reporter"],
    ["（台北＝戸田涼）", "港の朝市が", null, "台北", null, "戸田涼 reporter"],
    ["【ワシントン共同】", "港の朝市が", "共同", "ワシントン", null, ""],
    ["［ジュネーブ 21日 ロイター］", " 港の朝市が", "ロイター", "ジュネーブ", "21日", ""],
    ["【カイロ支局】", "港の朝市が", null, "カイロ", null, ""],
    ["【時事】", "港の朝市が", "時事", null, null, ""],
    ["【ＡＦＰ時事】", "港の朝市が", "ＡＦＰ時事", null, null, ""],
    ["【ジュネーブ２１日ロイター】", "港の朝市が", "ロイター", "ジュネーブ", "２１日", ""],
    ["【ワシントン＝共同】", "港の朝市が", "共同", "ワシントン", null, ""],
    ["【北京・山田花子】", "港の朝市が", null, "北京", null, "山田花子 reporter"],
    [
      "【ニューヨーク＝佐藤太郎、鈴木一郎】",
      "港の朝市が",
      null,
      "ニューヨーク",
      null,
      "佐藤太郎 reporter, 鈴木一郎 reporter",
    ],
  ])("%s|%s", (byline, rest, agency, place, date, named) => {
    const found = scan(byline + rest, "ja");
    expect(found?.length).toBe(byline.length);
    expect([found?.agency, found?.place, found?.date]).toEqual([agency, place, date]);
    expect(inOneLine(found?.people ?? [])).toBe(named);
  });
});

describe("a line of its own", () => {
  test.each<[string, Language, string]>([
    ["文 | 王明", "zh-Hans", "王明 author"],
    ["图/李红", "zh-Hans", "李红 photographer"],
    ["□记者 张伟 李红", "zh-Hans", "张伟 reporter, 李红 reporter"],
    ["■本报记者 张伟 文/图", "zh-Hans", "张伟 reporter"],
    ["本报记者 张伟", "zh-Hans", "张伟 reporter"],
    ["本报记者 林小舟通讯员何芸", "zh-Hans", "林小舟 reporter, 何芸 correspondent"],
    ["记者林小舟通讯员何芸文/图", "zh-Hans", "林小舟 reporter, 何芸 correspondent"],
    ["图记者林小舟", "zh-Hans", "林小舟 reporter"],
    ["国记者 何芸", "zh-Hans", "何芸 reporter"],
    ["新华社", "zh-Hans", ""],
    ["（知止）", "zh-Hans", "知止 author"],
    ["（青石渔业公司经理何江楠）", "zh-Hans", "何江楠 author"],
    ["（港務局局長陳俊）", "zh-Hant", "陳俊 author"],
    ["■ 王明", "zh-Hans", "王明 author"],
    ["【山田花子】", "ja", "山田花子 author"],
    ["山田花子記者", "ja", "山田花子 reporter"],
    ["（経済部 小山純一）", "ja", "小山純一 author"],
    ["編集委員・大野彩", "ja", "大野彩 editor"],
    ["文・高木さくら", "ja", "高木さくら author"],
    ["写真・鈴木亮", "ja", "鈴木亮 photographer"],
    ["取材・文＝高木舞", "ja", "高木舞 author"],
    ["【岡本隆、佐藤花子】", "ja", "岡本隆 author, 佐藤花子 author"],
    ["（文・山田花子、写真・鈴木太郎）", "ja", "山田花子 author, 鈴木太郎 photographer"],
    ["By Edwin Marsh", "en", "Edwin Marsh author"],
    ["BY EDWIN MARSH, OUR CITY EDITOR", "en", "EDWIN MARSH author"],
    ["FROM OUR OWN CORRESPONDENT", "en", ""],
    ["(By a Special Correspondent.)", "en", ""],
    ["Von unserem Berliner Korrespondenten", "de", ""],
    ["par Jean de Brie", "fr", "Jean de Brie author"],
  ])("%s", (line, lang, named) => {
    expect(isBylineAlone(line, table(lang))).toBe(true);
    expect(inOneLine(parseByline(line, table(lang)).people)).toBe(named);
  });
});

describe("no byline", () => {
  test.each<[string, Language]>([
    ["记者在现场看到，居民正排队领水。", "zh-Hans"],
    ["记者李凡在现场看到，居民正排队领水。", "zh-Hans"],
    ["记者近日走访发现，不少店铺已经开门。", "zh-Hans"],
    ["文化宫里座无虚席。", "zh-Hans"],
    ["图书馆昨天开放。", "zh-Hans"],
    ["本报今天推出专版。", "zh-Hans"],
    ["新华社的这条消息引起关注。", "zh-Hans"],
    ["11月1日，电力公司宣布检修。", "zh-Hans"],
    ["“我是记者”", "zh-Hans"],
    ["记者走基层", "zh-Hans"],
    ["【记者调查】", "zh-Hans"],
    ["（未完）", "zh-Hans"],
    ["（左图）", "zh-Hans"],
    ["■ 要闻", "zh-Hans"],
    ["人民日报", "zh-Hans"],
    ["【特集】", "ja"],
    ["【東京中野区】", "ja"],
    ["【大阪森友学園】", "ja"],
    ["【ロンドン五輪】", "ja"],
    ["山田太郎氏、出馬へ", "ja"],
    ["南北会談へ", "ja"],
    ["林道で事故", "ja"],
    ["【関東】", "ja"],
    ["【沖縄】", "ja"],
    ["（松下電器）", "ja"],
    ["（福島県警）", "ja"],
    ["（鈴木一郎氏＝企画担当）", "ja"],
    ["（山川田＝中東西南は", "ja"],
    ["東京支局）によると", "ja"],
    ["能登半島北部沖地震", "ja"],
    ["党執行部原案", "ja"],
    ["小林製薬", "ja"],
    ["港に並ぶ漁船", "ja"],
    ["", "zh-Hans"],
    ["By noon the fire was out.", "en"],
    ["By the river stood a mill", "en"],
  ])("%s", (text, lang) => {
    expect(scan(text, lang)).toBeNull();
    expect(isBylineAlone(text, table(lang))).toBe(false);
  });

  test("what it does not say is null or empty", () => {
    expect(parseByline("特写", table("zh-Hans"))).toEqual({
      agency: null,
      place: null,
      date: null,
      people: [],
    });
  });
});

describe("across two texts", () => {
  test.each([
    ["据新华社北京11月1日电（记者王明）渡船昨日靠岸。", "zh-Hans"],
    ["11月1日电 渡船昨日靠岸。", "zh-Hans"],
    ["重慶廿日電 渡船昨日靠岸。", "zh-Hant"],
    ["3个渡口昨日开航。", "zh-Hans"],
    ["【ロンドン共同】渡し船が着いた。", "ja"],
  ] as const)("%s is read as in one, wherever it is cut", (text, lang) => {
    const across = [...text].map((_, at) => scanAcross(text.slice(0, at), text.slice(at), table(lang)));
    expect(across).toEqual([...text].map(() => scan(text, lang)));
  });
});
