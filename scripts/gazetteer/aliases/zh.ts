/**
 * Chinese, both scripts: names (n), what belongs to a state's side (a), seats (m), one-character bound forms (c). Two-character
 * short forms such as "以军" are left out where they are parts of common words.
 */
export const ZH = `
AE: n 阿联酋, 阿聯酋; m 阿布扎比, 阿布達比
AF: n 阿富汗
AM: n 亚美尼亚, 亞美尼亞
AU: n 澳大利亚, 澳洲, 澳大利亞; m 堪培拉, 坎培拉; c 澳
AZ: n 阿塞拜疆, 亞塞拜然
BR: n 巴西; m 巴西利亚
BY: n 白俄罗斯, 白俄羅斯; c 白俄
CA: n 加拿大; m 渥太华, 渥太華
CN: n 中国, 中國, 中华人民共和国, 中華人民共和國, 中国大陆, 中國大陸; a 中方; m 北京, 中南海; c 中
CU: n 古巴
DE: n 德国, 德國; m 柏林; c 德
EU: l 欧盟; n 歐盟, 欧洲联盟, 歐洲聯盟; m 欧盟委员会, 欧洲议会, 歐盟執委會, 歐洲議會; c 欧, 歐
FR: n 法国, 法國; m 巴黎, 爱丽舍宫; c 法
GB: l 英国; n 英國, 大不列颠, 英格兰, 苏格兰, 北爱尔兰, 威尔士; a 英方; m 伦敦, 倫敦, 唐宁街, 唐寧街; c 英
GR: n 希腊, 希臘; c 希
HK: l 香港
IL: n 以色列; m 特拉维夫, 特拉維夫
IN: n 印度; a 印方; m 新德里; c 印
IQ: n 伊拉克
IR: n 伊朗; m 德黑兰, 德黑蘭; c 伊
IT: n 意大利, 義大利; m 罗马, 羅馬
JP: n 日本; a 日方; m 东京, 東京; c 日
KP: n 朝鲜, 朝鮮, 北韩, 北韓; a 朝方; m 平壤; c 朝
KR: n 韩国, 韓國, 南韩, 南韓; a 韩方, 韓方; m 首尔, 首爾; c 韩, 韓
KZ: n 哈萨克斯坦, 哈薩克; m 阿斯塔纳; c 哈
LB: n 黎巴嫩; c 黎
MM: n 缅甸, 緬甸; m 内比都; c 缅, 緬
MX: n 墨西哥; c 墨
PH: n 菲律宾, 菲律賓; a 菲方; m 马尼拉, 馬尼拉; c 菲
PK: n 巴基斯坦; m 伊斯兰堡, 伊斯蘭堡; c 巴
PL: n 波兰, 波蘭; m 华沙, 華沙
PS: l 巴勒斯坦
QA: n 卡塔尔, 卡達; m 多哈
RS: n 塞尔维亚, 塞爾維亞; c 塞
RU: n 俄罗斯, 俄羅斯, 俄国, 俄國, 俄罗斯联邦, 俄羅斯聯邦; a 俄方, 俄军, 俄軍; m 莫斯科, 克里姆林宫, 克里姆林宮, 克宫, 克宮; c 俄
SA: n 沙特阿拉伯, 沙特, 沙烏地阿拉伯; m 利雅得, 利雅德; c 沙
SY: n 叙利亚, 敘利亞; c 叙, 敘
TR: n 土耳其; m 安卡拉; c 土
TW: n 台湾, 台灣, 臺灣, 中华民国, 中華民國; m 台北, 臺北; c 台
UA: n 乌克兰, 烏克蘭; a 乌方, 烏方, 乌军, 烏軍; m 基辅, 基輔; c 乌, 烏
UN: l 联合国; n 聯合國; m 联合国安理会, 聯合國安理會, 安理会, 安理會, 联合国大会, 聯合國大會
US: n 美国, 美國, 美利坚合众国, 美利堅合眾國; a 美方, 美军, 美軍; m 华盛顿, 華盛頓, 白宫, 白宮; c 美
VE: n 委内瑞拉, 委內瑞拉
VN: n 越南; m 河内, 河內
YE: n 也门, 葉門; m 萨那, 沙那
ZA: n 南非
NATO: l 北约; n 北約, 北大西洋公约组织, 北大西洋公約組織; c 北约, 北約
`;
