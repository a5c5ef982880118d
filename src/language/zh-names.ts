/** Names of Chinese papers: of people, by their family names, and of places that news comes from. Both scripts. */

/** Ideographs of the basic plane: a pattern with `\\p{Script=Han}` says nearly the same, and costs milliseconds at first use. */
export const HAN = "\\u3400-\\u9fff\\uf900-\\ufaff";

/** First characters of frequent family names. */
export const SURNAMES =
  "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常";

/** Less frequent ones, and those of two characters. */
export const MORE_SURNAMES =
  "屠季区區尤施柳温溫庄莊蓝藍翁俞倪柯殷鲍鮑甘童颜顏辛饶饒耿关關齐齊聂聶焦左骆駱祝翟岳项項包章康毕畢贝貝冷麦麥凌霍梅盛詹阮伍欧歐牛葛卓岑连連符封桑屈苗应應宗丘邬鄔褚娄婁蒙车車甄池游裴席路涂虞戚卞喻柏谷崔訾凤鳳呼延尉巩鞏卜古白简簡蒲蔺藺桂刁幸敖查荆荊游闵閔原欣兰蘭呙解全晏仇郁";
export const TWO_CHARACTERS =
  "欧阳|歐陽|司徒|司马|司馬|诸葛|諸葛|上官|皇甫|尉迟|尉遲|端木|夏侯|慕容|令狐|呼延|东方|東方";

/** Characters that names of people hardly ever have, and what headlines are about does. */
export const NO_NAME =
  "书書节節院馆館会會市县縣区區省国國报報法案展赛賽线線路桥橋站厂廠校园園局部社业業村厅廳";

/** Places that datelines name, as far as one could take them for the name of a person, or for a part of it. */
const PLACES =
  "北京|南京|上海|天津|重庆|重慶|广州|廣州|深圳|香港|澳门|澳門|台北|臺北|新北|桃园|桃園|新竹|苗栗|台中|臺中|彰化|南投|云林|雲林|嘉义|嘉義|台南|臺南|高雄|屏东|屏東|宜兰|宜蘭|花莲|花蓮|台东|臺東|澎湖|金门|金門|马祖|馬祖|基隆|" +
  "河北|山西|辽宁|遼寧|吉林|黑龙江|黑龍江|江苏|江蘇|浙江|安徽|福建|江西|山东|山東|河南|湖北|湖南|广东|廣東|海南|四川|贵州|貴州|云南|雲南|陕西|陝西|甘肃|甘肅|青海|台湾|臺灣|台灣|内蒙古|內蒙古|广西|廣西|西藏|宁夏|寧夏|新疆|" +
  "石家庄|石家莊|太原|呼和浩特|沈阳|瀋陽|大连|大連|长春|長春|哈尔滨|哈爾濱|合肥|南昌|济南|濟南|青岛|青島|武汉|武漢|汉口|漢口|长沙|長沙|南宁|南寧|海口|成都|贵阳|貴陽|昆明|拉萨|拉薩|西安|兰州|蘭州|西宁|西寧|银川|銀川|乌鲁木齐|烏魯木齊|宁波|寧波|厦门|廈門|北平|奉天|江城|温州|溫州|金华|金華|徐州|常州|无锡|無錫|绍兴|紹興|嘉兴|嘉興|义乌|義烏|东莞|東莞|佛山|珠海|汕头|汕頭|三亚|唐山|保定|洛阳|洛陽|开封|開封|延安|" +
  "东京|東京|大阪|首尔|首爾|汉城|漢城|平壤|河内|河內|曼谷|新德里|雅加达|雅加達|马尼拉|馬尼拉|新加坡|吉隆坡|仰光|华盛顿|華盛頓|纽约|紐約|洛杉矶|洛杉磯|旧金山|舊金山|芝加哥|渥太华|渥太華|伦敦|倫敦|巴黎|柏林|波恩|罗马|羅馬|马德里|馬德里|日内瓦|日內瓦|布鲁塞尔|布魯塞爾|维也纳|維也納|莫斯科|基辅|基輔|华沙|華沙|布拉格|开罗|開羅|德黑兰|德黑蘭|巴格达|巴格達|耶路撒冷|迪拜|杜拜|悉尼|雪梨|堪培拉|里约|里約|日本|韩国|韓國|美国|美國|英国|英國|法国|法國|德国|德國|俄罗斯|俄羅斯";

const known = new Set(PLACES.split("|"));

/** Whether a word names a place: a known one, or by what it ends with. */
export function isPlace(word: string): boolean {
  return known.has(word) || (word.length > 1 && /[市县縣州省区區乡鄉镇鎮]$/.test(word));
}

const person = new RegExp(
  `^(?:(?:${TWO_CHARACTERS})[${HAN}]{1,2}|[${SURNAMES}${MORE_SURNAMES}][${HAN}]{1,2}|[${HAN}]{1,8}[·•・][${HAN}]{1,8})$`,
);

/** Whether a word has the form of a person's name. */
export function isPerson(word: string): boolean {
  return person.test(word) && !known.has(word);
}
