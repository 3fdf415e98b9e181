/** Characters that Chinese spells foreign names with, by the consonant classes they stand for (see sound-classes.ts). */
const BY_SOUNDS: Record<string, string> = {
  _: '阿埃艾爱愛奥奧欧歐乌烏厄伊依以亚亞雅耶叶葉尤约約优優哈海赫黑霍胡休侯华華惠郝豪',
  N: '安昂恩因英翁汉漢亨纳納娜那乃奈内內尼妮努诺諾',
  F: '弗夫福费費菲法佛富伏瓦维維韦韋威沃伍芙娃',
  FN: '温溫文万萬凡范芬丰豐冯馮方旺',
  P: '巴伯博布卜贝貝比毕畢拜保鲍鮑波珀普帕派佩皮庇培坡白柏',
  PN: '邦班本宾賓潘彭庞龐平边邊',
  M: '马馬玛瑪麦麥迈邁梅美米密莫默姆穆毛墨摩木',
  MN: '曼蒙门門明敏孟',
  T: '达達大代黛戴德得迪蒂底杜多道特塔泰太提图圖土托陶笛',
  TN: '丹登邓鄧顿頓东東敦坦滕廷汀通唐丁京田天',
  NN: '南嫩宁寧农',
  L: '拉莱萊赖賴勒雷里理利莉丽麗李列烈卢盧鲁魯路罗羅洛劳勞吕呂尔爾儿兒热熱蕾黎力',
  LN: '兰蘭朗伦倫林隆龙龍连連良琳仑崙',
  K: '加嘎盖蓋格戈葛古果高卡凯凱克科柯库庫考奎夸魁基哥',
  KN: '根冈岡甘坎康肯孔昆贡貢金',
  S: '萨薩塞赛賽瑟色西希锡錫斯思丝絲司苏蘇索扎泽澤兹茲孜齐齊策佐祖茨慈次',
  SN: '桑森辛松孙孫津曾',
  C: '沙夏谢謝舍什施史士舒绍紹肖查恰切彻徹奇契丘乔喬朱贾賈杰傑捷吉季珠卓焦久日若',
  CN: '让讓尚申钱錢成强詹琼瓊江香简簡',
};

const SOUNDS = new Map<string, string>();
for (const [sounds, characters] of Object.entries(BY_SOUNDS)) {
  for (const character of characters) SOUNDS.set(character, sounds === '_' ? '' : sounds);
}

/** The consonant classes a Han character stands for in foreign names; undefined for characters no such name is spelt with. */
export function hanSounds(character: string): string | undefined {
  return SOUNDS.get(character);
}
