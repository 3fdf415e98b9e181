/** Japanese: names (n), seats (m), one-character bound forms (c). CLDR's names and capitals come on top. */
export const JA = `
AE: n UAE; m アブダビ
AU: n 豪州; m キャンベラ; c 豪
BY: n ベラルーシ
CA: m オタワ
CD: n コンゴ民主共和国
CG: n コンゴ共和国
CN: n 中華人民共和国; m 北京; c 中
DE: m ベルリン; c 独
EU: l 欧州連合; n EU; m 欧州委員会, 欧州議会; c 欧
FR: m パリ, エリゼ宮; c 仏
GB: l イギリス; n 英国, スコットランド, イングランド, 北アイルランド; m ロンドン, ダウニング街; c 英
GE: n ジョージア, グルジア
IL: m テルアビブ
IN: m ニューデリー; c 印
IR: m テヘラン
IT: m ローマ; c 伊
JP: m 東京, 永田町; c 日
KP: n 朝鮮民主主義人民共和国, 北朝鮮; m 平壌, ピョンヤン
KR: n 大韓民国, 韓国; m ソウル; c 韓
KZ: n カザフスタン; m アスタナ
MM: n ミャンマー
NL: n オランダ
PH: n フィリピン
PK: m イスラマバード
PS: l パレスチナ; n パレスチナ自治政府
QA: n カタール; m ドーハ
RU: n ロシア連邦; m モスクワ, クレムリン; c 露
TR: m アンカラ
TW: m 台北; c 台
UA: m キーウ, キエフ
UN: l 国連; n 国際連合; m 国連安全保障理事会, 国連安保理, 国連総会
US: l 米国; n アメリカ, アメリカ合衆国; a 米政府, 米軍; m ワシントン, ホワイトハウス, 米国務省; c 米
VN: n ベトナム; m ハノイ
ZA: n 南アフリカ
NATO: l NATO; n 北大西洋条約機構
`;
