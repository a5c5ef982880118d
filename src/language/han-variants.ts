/**
 * Characters that tell simplified from traditional Chinese. Left out are those that both scripts use, if for different
 * words (后, 里, 云, 台, 只): they tell nothing. Written from the table of the 1964 reform and what newspapers use most.
 */

/** Pairs, the simplified form first. */
const PAIRS =
  "万萬与與专專业業丛叢东東丝絲丢丟两兩严嚴丧喪个個临臨为為丽麗举舉义義乌烏乐樂乔喬习習乡鄉书書买買乱亂争爭亏虧" +
  "亚亞产產亩畝亲親亿億仅僅从從仓倉仪儀们們价價众眾优優会會伞傘伟偉传傳伤傷伦倫伪偽体體佣傭侠俠侣侶侦偵侧側侨僑" +
  "俭儉债債倾傾偿償储儲儿兒兑兌党黨兰蘭关關兴興养養兽獸冈岡册冊写寫军軍农農冯馮决決况況冻凍净淨凉涼减減凑湊凤鳳" +
  "凭憑凯凱击擊刘劉则則刚剛创創删刪别別剂劑剑劍剧劇劝勸办辦务務动動励勵劲勁劳勞势勢勋勳区區医醫华華协協单單卖賣" +
  "卢盧卫衛却卻厂廠厅廳历歷厉厲压壓厌厭厕廁厦廈县縣参參双雙发發变變叙敘叶葉号號叹嘆吓嚇吕呂吗嗎听聽启啟吴吳员員" +
  "呜嗚响響哑啞唤喚啸嘯喷噴嘱囑团團园園围圍国國图圖圆圓圣聖场場坏壞块塊坚堅坛壇坝壩坟墳坠墜垒壘垦墾垫墊堕墮墙牆" +
  "壮壯声聲壳殼壶壺处處备備复復够夠头頭夹夾夺奪奋奮奖獎妆妝妇婦妈媽娱娛婴嬰孙孫学學宁寧宝寶实實宠寵审審宪憲宫宮" +
  "宽寬宾賓对對寻尋导導寿壽将將尔爾尘塵尝嘗尽盡层層届屆属屬屡屢岁歲岂豈岗崗岛島岭嶺峡峽巩鞏币幣帅帥师師帐帳帜幟" +
  "带帶帮幫广廣庄莊庆慶庐廬库庫应應庙廟废廢开開异異弃棄张張弥彌弯彎弹彈强強归歸当當录錄彻徹径徑忆憶忧憂怀懷态態" +
  "怜憐总總恋戀恶惡恼惱悬懸惊驚惧懼惨慘惩懲惯慣愤憤愿願懒懶戏戲战戰户戶扑撲执執扩擴扫掃扬揚扰擾抚撫抛拋抢搶护護" +
  "报報担擔拟擬拥擁拦攔择擇挂掛挤擠挥揮损損换換据據摄攝摆擺摇搖撑撐敌敵数數斋齋斩斬断斷无無旧舊时時旷曠昼晝显顯" +
  "晋晉晓曉暂暫术術机機杀殺杂雜权權条條来來杨楊杰傑极極构構枪槍柜櫃标標栋棟栏欄树樹样樣桥橋档檔梦夢检檢楼樓横橫" +
  "欢歡欧歐残殘毁毀毕畢气氣汇匯汉漢汤湯沟溝没沒沪滬泪淚泽澤洁潔浅淺测測济濟浓濃涛濤涨漲润潤涌湧渐漸渔漁温溫湾灣" +
  "湿濕满滿滚滾滞滯滨濱潜潛灭滅灯燈灵靈灾災炉爐点點炼煉烂爛烟煙烦煩烧燒热熱爱愛爷爺牵牽犹猶状狀狱獄独獨狭狹狮獅" +
  "猎獵猪豬献獻玛瑪环環现現琼瓊电電画畫畅暢疗療疯瘋监監盖蓋盘盤矿礦码碼砖磚础礎硕碩确確礼禮祸禍离離种種积積称稱" +
  "税稅稳穩穷窮窃竊竞競笔筆签簽简簡粮糧紧緊纠糾红紅纤纖约約级級纪紀纯純纱紗纲綱纳納纵縱纷紛纸紙纹紋纺紡线線练練" +
  "组組细細织織终終绍紹经經结結绕繞绘繪给給络絡绝絕统統绩績续續维維绵綿综綜绿綠缓緩编編缘緣缩縮缴繳网網罗羅罚罰" +
  "罢罷职職联聯聪聰肃肅肠腸肤膚胁脅胆膽胜勝脉脈脏臟脑腦脱脫脸臉艰艱艳豔艺藝节節芦蘆苏蘇荣榮药藥获獲莲蓮营營萧蕭" +
  "蓝藍虏虜虑慮虽雖蚕蠶补補装裝袭襲观觀规規视視览覽觉覺触觸誉譽计計订訂认認讨討让讓训訓议議记記讲講许許论論设設" +
  "访訪证證评評识識诉訴词詞译譯试試诗詩诚誠话話询詢该該详詳语語误誤说說请請诸諸诺諾读讀课課谁誰调調谅諒谈談谊誼" +
  "谋謀谓謂谢謝谣謠谨謹谱譜贝貝负負贡貢财財责責贤賢败敗货貨质質贩販贪貪贫貧购購贯貫贴貼贵貴贷貸贸貿费費贺賀贼賊" +
  "资資赋賦赌賭赏賞赔賠赖賴赛賽赞讚赠贈赢贏赵趙赶趕趋趨跃躍践踐踪蹤车車轨軌转轉轮輪软軟轻輕载載较較辅輔辆輛辈輩" +
  "辉輝输輸辖轄辞辭辩辯边邊辽遼达達迁遷过過迈邁运運还還这這进進远遠违違连連迟遲适適选選递遞逻邏遗遺邓鄧邮郵邻鄰" +
  "郑鄭酱醬释釋鉴鑑针針钟鐘钢鋼钱錢铁鐵铃鈴铅鉛银銀铜銅链鏈销銷锁鎖锋鋒锅鍋错錯锦錦键鍵镇鎮镜鏡长長门門闭閉问問" +
  "闲閒间間闹鬧闻聞阀閥阁閣阅閱阔闊队隊阳陽阴陰阵陣阶階际際陆陸陈陳险險随隨隐隱隶隸难難雾霧静靜韩韓页頁顶頂项項" +
  "顺順须須顾顧顿頓预預领領频頻题題颜顏额額风風飞飛饥飢饭飯饮飲饰飾馆館马馬驱驅驶駛驻駐驾駕验驗骂罵骗騙鱼魚鲁魯" +
  "鲜鮮鸟鳥鸡雞鸣鳴鸿鴻鹏鵬麦麥黄黃齐齊齿齒龙龍龟龜";

/** Traditional forms whose simplified form both scripts use (後: 后), and forms of the lead-type age (爲, 衆, 敎). */
const TRADITIONAL_ALONE =
  "後於雲裡裏範鬥麼幾隻係麵鬆製臺餘穀幹徵瞭嚮衝颱纔劃捨採週鬍鬚醜闢祕爲衆羣啓靑敎綫鑒註甯説脫髮曆";

/** Every simplified form with its traditional one. */
export function hanVariants(): [simplified: string, traditional: string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i < PAIRS.length; i += 2) pairs.push([PAIRS.charAt(i), PAIRS.charAt(i + 1)]);
  return pairs;
}

/** Han of the basic plane, from the first on. */
const FIRST = 0x3400;
const LAST = 0x9fff;
let scripts: Int8Array | undefined;

/** Which script a UTF-16 unit stands in alone: 1 for simplified, -1 for traditional, 0 for both or no Han. */
export function hanScript(unit: number): number {
  scripts ??= readScripts();
  return unit >= FIRST && unit <= LAST ? (scripts[unit - FIRST] as number) : 0;
}

function readScripts(): Int8Array {
  const own = new Int8Array(LAST - FIRST + 1);
  for (let i = 0; i < PAIRS.length; i++) own[PAIRS.charCodeAt(i) - FIRST] = i % 2 === 0 ? 1 : -1;
  for (let i = 0; i < TRADITIONAL_ALONE.length; i++) own[TRADITIONAL_ALONE.charCodeAt(i) - FIRST] = -1;
  return own;
}
