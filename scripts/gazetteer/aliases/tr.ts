/** Turkish: names (n), adjectives and persons (a), seats (m), bound forms (c). CLDR's names and capitals come on top. */
export const TR = `
AE: n BAE; m Abu Dabi
AF: a Afgan
AL: a Arnavut
AM: a Ermeni
AR: a Arjantinli
AT: a Avusturyalı
AU: a Avustralyalı; m Canberra
AZ: a Azerbaycanlı, Azeri
BA: n Bosna Hersek; a Boşnak
BE: a Belçikalı
BG: a Bulgar
BR: a Brezilyalı
BY: n Beyaz Rusya; a Belaruslu
CA: a Kanadalı; m Ottawa
CD: n Kongo Demokratik Cumhuriyeti, Demokratik Kongo Cumhuriyeti
CG: n Kongo Cumhuriyeti
CH: a İsviçreli
CN: n Çin Halk Cumhuriyeti; a Çinli; m Pekin
CU: a Kübalı
CY: n Güney Kıbrıs, Güney Kıbrıs Rum Yönetimi, GKRY; a Kıbrıslı, Kıbrıs Rum
CZ: n Çek Cumhuriyeti; a Çek
DE: n Almanya Federal Cumhuriyeti; a Alman; m Bundestag
DK: a Danimarkalı
EG: a Mısırlı
ES: a İspanyol
EU: l Avrupa Birliği; n AB; m Avrupa Komisyonu, AB Komisyonu, Avrupa Parlamentosu
FI: a Finli, Finlandiyalı
FR: a Fransız; m Elysee Sarayı
GB: l Birleşik Krallık; n İngiltere, Britanya, Büyük Britanya, Kuzey İrlanda, İskoçya, Galler; a İngiliz, Britanyalı
GE: a Gürcü
GR: a Yunan, Yunanlı
HR: a Hırvat
HU: a Macar
IL: a İsrailli; m Tel Aviv, Knesset
IN: a Hint, Hintli, Hindistanlı; m Yeni Delhi
IQ: a Iraklı
IR: n İran İslam Cumhuriyeti; a İranlı
IT: a İtalyan
JP: a Japon
KP: n Kuzey Kore; a Kuzey Koreli
KR: n Güney Kore; a Güney Koreli
KZ: a Kazak; m Astana
KG: a Kırgız
LB: a Lübnanlı
LY: a Libyalı
MX: a Meksikalı
MK: n Makedonya; a Makedon
NL: a Hollandalı, Felemenk
NO: a Norveçli
PK: a Pakistanlı; m İslamabad
PL: a Polonyalı, Leh
PS: l Filistin; n Filistin Devleti, Filistin Yönetimi; a Filistinli; m Ramallah
QA: a Katarlı; m Doha
RO: a Rumen
RS: a Sırp
RU: n Rusya Federasyonu; a Rus; m Kremlin
SA: a Suudi; m Riyad
SE: a İsveçli
SY: a Suriyeli
TM: a Türkmen
TR: n Türkiye Cumhuriyeti; a Türk; m Ankara, Beştepe, TBMM
TW: a Tayvanlı; m Taipei
UA: a Ukraynalı; m Kiev
UN: l Birleşmiş Milletler; n BM; m BM Güvenlik Konseyi, BM Genel Kurulu
US: l ABD; n Amerika Birleşik Devletleri, Birleşik Devletler, Amerika; a Amerikan, Amerikalı; m Washington, Beyaz Saray
UZ: a Özbek
VA: n Vatikan
VN: a Vietnamlı; m Hanoi
XK: a Kosovalı; m Priştine
YE: a Yemenli; m Sana
ZA: n Güney Afrika Cumhuriyeti; a Güney Afrikalı
NATO: l NATO; n Kuzey Atlantik Antlaşması Örgütü, Kuzey Atlantik İttifakı
`;
