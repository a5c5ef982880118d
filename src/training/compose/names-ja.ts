/** Japanese names, bylines, credits, column labels, notices and folios. */
import type { Random } from "../random.ts";
import type { Invented } from "./invented.ts";

/** Frequent characters, for misreadings. */
const LETTERS =
  "のにはをたがでてとしれさいなるかもまりんらこあうくすっよそきどじょめつえばみおせげわゃちやほけだぎろずびべンスルトリアイラックドレマシロフタカコサジデテナメキム日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品計死特私始朝運終台広住無真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚兄犬妹姉漢";

const SURNAMES =
  "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 山崎 森 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 斉藤 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 松田 原田 中川 小野 田村 竹内 和田 石田 森田 上田 原 柴田 酒井 宮崎 横山 宮本 内田 高木 谷口 大野 丸山 今井 河野 久保 大塚 戸田 相馬 鵜飼 八木 大槻 堀 関 辻 南".split(
    " ",
  );
const GIVEN =
  "太郎 花子 一郎 健一 隆 誠 浩二 直樹 大輔 翔太 拓也 健太 恵子 裕子 美咲 由美 陽子 久美子 彩 舞 愛 和也 学 修 茂 洋 正 亮 圭 涼 さくら 千尋 真理子 智子 雅人 哲也 徹 豊 啓介 俊 優子 純一 晃 進 明日香 薫".split(
    " ",
  );
const CITIES =
  "東京 大阪 札幌 仙台 名古屋 福岡 那覇 北京 上海 ソウル ワシントン ニューヨーク ロンドン パリ モスクワ カイロ ジュネーブ バンコク 台北 ロサンゼルス".split(
    " ",
  );
const WARDS =
  "東京都千代田区 東京都内 首相官邸 国会内 大阪市北区 横浜市西区 京都市東山区 福岡市博多区 札幌市中央区 仙台市青葉区 広島市中区 那覇市 長野県松本市 静岡県沼津市 青森県八戸市".split(
    " ",
  );
const PAPERS = "毎朝新聞 東都新聞 北海日報 西部新聞 中央新報 港日報 山陽時報".split(" ");
const AGENCIES = "共同 時事 ロイター AP AFP".split(" ");
const DESKS = "政治部 経済部 社会部 文化部 運動部 科学医療部 国際部 編集委員 論説委員 地方部".split(" ");
/** Names of pages, and of columns in them. */
const PAGES = "総合 政治 経済 国際 社会 スポーツ 文化 生活 地域 教育 科学 オピニオン 特集 芸能 くらし".split(
  " ",
);
const COLUMNS =
  "社説 ひと 天声 余録 視点 時時刻刻 声 論点 記者の目 経済観測 くらしの知恵 読書 週刊文化 医療ルネサンス 県内ニュース スポーツ短信 政治短信 国際短信 情報フラッシュ 街角 人生案内 追跡 検証 深層 解説".split(
    " ",
  );

export function inventJapanese(random: Random): Invented {
  const number = (from: number, to: number) => String(from + random.below(to - from + 1));
  const person = () => `${random.pick(SURNAMES)}${gap(0.1)}${random.pick(GIVEN)}`;
  const gap = (chance: number) => (random.chance(chance) ? random.pick([" ", "　"]) : "");
  const date = () => `${number(1, 12)}月${number(1, 28)}日`;
  const edition = () => random.pick([`${number(10, 14)}版`, "朝刊", "夕刊", `第${number(10000, 52000)}号`]);
  const day = () => {
    const year = 1990 + random.below(36);
    const era = year < 2019 ? `平成${year - 1988}年` : `令和${year - 2018}年`;
    const weekday = random.pick([..."日月火水木金土"]);
    return `${year}年${random.pick([`(${era})`, `（${era}）`, ""])}${date()}${random.pick([` ${weekday}曜日`, `（${weekday}曜日）`, `（${weekday}）`, ""])}`;
  };
  const byline = () => {
    const place = random.pick(CITIES);
    const opening = random.chance(0.7);
    if (opening)
      return {
        text: random.pick([
          `【${place}＝${person()}】`,
          `【${place}${person()}】`,
          `【${place}${random.pick(AGENCIES)}】`,
          `【${place}支局】`,
          `［${place} ${number(1, 28)}日 ロイター］`,
          `（${place}＝${person()}）`,
          `【${random.pick(AGENCIES)}】`,
        ]),
        own: random.chance(0.1),
      };
    return {
      text: random.pick([
        `${person()}記者`,
        `【${person()}】`,
        `${random.pick(DESKS)}${gap(0.7)}${person()}`,
        `（${person()}）`,
        `文・${person()}`,
        `聞き手・${person()}`,
      ]),
      own: true,
    };
  };
  const signature = () =>
    random.pick([
      `（${person()}）`,
      `【${person()}】`,
      `【${person()}、${person()}】`,
      `（${random.pick(DESKS)}${gap(0.5)}${person()}）`,
      `（${random.pick(AGENCIES)}）`,
    ]);
  const credit = () =>
    random.pick([
      `＝${person()}撮影`,
      `＝${random.pick(WARDS)}で${date()}、${person()}撮影`,
      `＝${date()}、${random.pick(WARDS)}`,
      `＝${random.pick(AGENCIES)}`,
      `（${person()}撮影）`,
      `（${random.pick(AGENCIES)}）`,
      `写真・${person()}`,
      `${person()}撮影`,
    ]);
  const section = () => {
    const name = random.pick(random.chance(0.5) ? COLUMNS : PAGES);
    return random.pick([name, name, name, `【${name}】`, `■${name}`, `◆${name}`, `［${name}］`]);
  };
  const jump = () => {
    const page = number(2, 30);
    return random.pick([
      `（${page}面に続く）`,
      `＝${page}面に続く`,
      `（${page}面へ続く）`,
      `＝関連記事${page}面`,
    ]);
  };
  const furniture = () =>
    random.pick([
      day,
      () => `${random.pick(PAPERS)}${gap(0.5)}${edition()}`,
      () => `${random.pick(PAGES)} ${number(1, 36)}`,
      () => `${number(1, 36)} ${random.pick(PAGES)} ${edition()}`,
      () => number(1, 36),
      edition,
      () => `発行所 ${random.pick(PAPERS)}社 〒${number(100, 999)}-${number(1000, 9999)}`,
      () => `ご購読のお申し込みは 0120-${number(100, 999)}-${number(100, 999)}`,
    ])();
  const runningHead = () => {
    const parts = random.pick([
      [day(), random.pick(PAGES), random.pick(PAPERS)],
      [random.pick(PAPERS), day(), edition()],
      [`${number(1, 36)} ${random.pick(PAGES)}`, day()],
      [day(), `${random.pick(PAGES)} ${number(1, 36)}`],
    ]);
    return parts;
  };
  const notice = () =>
    random.pick([
      () => `お知らせ ${date()}は休刊日のため、${number(1, 28)}日付朝刊を休みます。`,
      () =>
        `募集 倉庫管理の社員を${number(1, 5)}名募集します。電話${number(10, 99)}-${number(1000, 9999)}まで。`,
      () => `公告 ${date()}開催の臨時株主総会で解散を決議しましたので、債権者は申し出てください。`,
      () => `広告 ${random.pick(CITIES)}の家具なら当店へ。${date()}まで全品二割引きです。`,
    ])();
  return {
    byline,
    telegram: () => `【${random.pick(CITIES)}${number(1, 28)}日同盟】`,
    author: () => person(),
    signature,
    pictured: "写真は",
    captionOf: (sentence) => sentence.replace(/。$/, ""),
    credit,
    jump,
    section,
    furniture,
    runningHead,
    notice,
    letters: LETTERS,
  };
}
