import { monthOf } from '../text/month-names.ts';
import { isAgency } from './agency-name.ts';
import { bare, cleanText } from './dom-text.ts';

/** "All posts by", "Alle Beiträge von": what links to an author's page say. */
const ALL_BY =
  /^(?:(?:view|see|show|read|zeige|ver|voir)\s+)?(?:(?:all|more|other|alle[s]?|mehr|weitere|tous|toutes|todos|todas|tutti|alle|wszystkie|все|усі)\s+)?(?:(?:the|les|los|las|gli)\s+)?(?:(?:posts?|articles?|stories|entries|beiträge|artikel|texte|articoli|artículos|entradas|notas|posts|berichten|wpisy|artykuły|публикации|статьи|статті)\s+)?(?:by|from|von|de|par|por|di|van|autora|автора)\s+/iu;
/** "By", "Von", "Автор:", "文／" and their like, as bylines in 25 languages begin. */
const LEAD_IN =
  /^(?:(?:(?:(?:story|words?|text|article|report(?:ed|ing)?|written|(?:guest )?post(?:ed)?|published|created|submitted|contributed|authored?|review(?:ed)?|analysis|opinion|perspective|commentary)\s+)?by|authors?|writers?|reporter|contributors?|(?:(?:eine?\s+)?(?:artikel|(?:blog[- ]?|gast)?beitrag|text|kommentar|analyse|kolumne|reportage|geschrieben|erstellt|veröffentlicht|verfasst|eingestellt|eingereicht|gespeichert|hinzugefügt)\s+)?von|das interview führten?|autor(?:in|en|es|a|ka|ki|zy|ři|i)?|aut(?:eur|rice)s?|(?:publié |écrit |rédigé |(?:propos )?recueillis? )?par|(?:escrito |publicado )?por|textos?(?=:)|(?:scritto |pubblicato |a cura )?d[ai](?:l nostr[oa] inviat[oa])?|door(?: onze redacteur)?|(?:skrevet |skriven )?a[fv]|teksti?|kirjoittaja|yaza[nr]|haber|autorius|írta|szerző|napisała?|oprac(?:\.|owała?)|napsala?|od|(?:scris )?de|автор[ыи]?(?: статьи| текста)?|текст|от|від|(?:подготовил|беседовал|записал)[аи]?|συντάκτης|γράφει(?: [ηο])?|του|بقلم|كتبت?|إعداد|الكاتب|מאת|द्वारा|लेखक|oleh|penulis|tác giả)(?!\p{L})|ผู้เขียน|โดย|(?:本文)?作者|撰文|(?:本[报報])?[记記]者|文|筆者|著者?|執筆|글|기자)\s*[:：●／/・|–—-]?\s*/iu;
/** "Updated", "Publié", "更新：2026": source of a pattern for the words a date line begins with. */
export const DATED =
  '(?:(?:first |last )?(?:updated|modified|published|posted|created)|aktualisiert|veröffentlicht|stand|publié|mis à jour|modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|opublikowano|aktualizacja|опубликовано|обновлено|опубліковано|оновлено)(?!\\p{L})|(?:更新|发布|發布|公開)[时時间間日\\s:：]*(?:\\d{4}|\\d\\d?月)';
/** What follows the names of a byline: "Updated 3 May", "on Monday, 3 May". */
const DATE_TAIL = new RegExp(
  `(?:^|[\\s,|–—-]+)(?:(?:${DATED}).*|(?:on|am|le|el|il|em|op|den|at|um|vom)\\s+\\p{L}{0,10},?\\s*\\d.*)$`,
  'iu',
);
/** What stands behind a whole name without a comma: the newsroom, a place. */
const OUTLET_TAIL = /(\S+ \S+?) (?:(?:the )?(?:associated press|ap|afp|reuters|bbc(?: news)?|usa today)|in \p{L}.*)$/iu;
const BETWEEN =
  /\s*(?:[,;|•·●/、，；\n\t]|\s[–—-]\s|&|\s(?:and|und|et|y|e|en|och|og|ja|i|a|with|mit|avec|via|и|та|й|ve|dan|và|med)\s|と)\s*/iu;
const CONNECTED = /^\s*(?:,|&|;|and\s|und\s|et\s|y\s|e\s|и\s|та\s|і\s|with\s|mit\s)/iu;
const CONNECTS = /(?:,|&|;|\s(?:and|und|et|y|e|и|та|і|with|mit))\s*$/iu;
/** Two or three capitalised words, and perhaps more names behind a comma. */
const WHOLE = /^\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)?(?:,|&|\sund\s|\sand\s|$)/u;
const DIGITS = /\d{2}|\d.*\d|^\d/;
const ROLE =
  /^(?:(?:the|our|a|an|by|senior|chief|staff|special|guest|former|contributing|associate|deputy|managing|executive|assistant|national|political|foreign|science|sports?|business|health|technology|web|online|digital|news|freelance|lead|general)\s+)*(?:staff|writers?|reporters?|correspondents?|editors?|editor-in-chief|columnists?|contributors?|producers?|journalists?|authors?|bloggers?|admin(?:istrator)?|critics?|analysts?|photographers?|presenters?|founders?|ceo|director|professor|freelance[r]?|intern|host|anchor|redakteur(?:in)?|chefredakteur(?:in)?|journalist(?:in|e|a)?|autor(?:in)?|korrespondent(?:in)?|rédacteur|rédactrice|redactora?|periodista|giornalista|redattore|redacteur|журналист|редактор|корреспондент|кореспондент|автор|记者|編集部|编辑|記者)(?:\s+(?:at|for|of|in|bei|der|und|and|chez|de|à)(?!\p{L}).*)?$/iu;
const NOISE =
  /^(?:share|shares|comments?|kommentare?|follow|email|e-mail|twitter|facebook|instagram|linkedin|contact|subscribe|print|save|updated|published|posted|published by|view|views|read|read more|more|about|about the author|bio|profile|full bio|see all|all posts|view all|archive|exclusive|live|photos?|video|watch|image|photo|getty images|illustration|by|von|par|por|de|di|am|pm|uhr|in|on|at|uncategorized|none|null|no author|agencies|undefined|unknown|anonymous|n\/a|home|news|sports?|politics|opinion|login|register|sign up|advertisement|min(?:ute)?s? read|today|yesterday|leave a comment|no comments|follow us|author|byline|related|permalink|reply|date|jr|sr|close|menu|search|beitrag|gespeichert|geschrieben|autor|redaktionell|anzeige|sponsored|gesponserte inhalte|foto|fotos|text|interview|blog|blogs|kommentar|suche|admin\w*|wordpress\w*|webmaster|user|guest|gast|(?:mon|diens|mitt|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|jueves|viernes|view orcid profile|orcid)$/iu;
const WEEKDAY_OR_MONTH =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|janvier|février|enero|febrero|gennaio|febbraio)\s*\.?\d*$/iu;
const PARTICLE =
  /^(?:al|af|av|bin|ben|da|dal|das|de|del|della|den|der|des|di|do|dos|du|e|el|ibn|la|le|lo|los|mac|of|san|st|ten|ter|van|vom|von|y|zu|zum|zur|'t|d'|o')$/iu;

/**
 * The names in a byline: split, without lead-in, dates, job titles, handles and what stands beside them. `sure`: the page marks
 * the text as a name, so pen names without capitals count too.
 */
export function namesOf(byline: string, sure = false): string[] {
  const text = cleanText(byline.replace(/[\n\r\t]+/g, ' | '), 600)
    // "jane@paper.example (Jane Doe)", as feeds write it.
    .replace(/^[^\s@]+@\S+ \(([^()]+)\)$/, '$1')
    .replace(/(?<=\p{sc=Hangul})·(?=\p{sc=Hangul})/gu, ', ')
    .replace(/https?:\/\/\S+|[^\s@]+@[^\s@.]+\.\S+|(?<=^|[\s(])@\w+/g, ' | ')
    // "[Jane Doe, The Courier]": brackets around all of it hold the byline, others what stands beside a name.
    .replace(/^\s*[[［【](.+)[\]］】]\s*$/u, '$1')
    .replace(/\([^()]*\)|\[[^\]]*\]|（[^（）]*）/g, ' | ');
  const names: string[] = [];
  let joined = false;
  // Behind a bar stands the outlet, a date, a desk: names go on there only behind an "and" or a comma.
  for (const segment of text.split(/\s*[|•·●]\s*/)) {
    const onlyLabel = names.length === 1 && !/\s/.test(names[0]!) && WHOLE.test(segment);
    if (names.length && !joined && !CONNECTED.test(segment) && !onlyLabel) break;
    joined = CONNECTS.test(segment);
    // "Politics · Jane Doe": one word before a whole name is the section.
    if (onlyLabel) names.length = 0;
    addNames(withoutLeadIn(segment), names, sure);
    if (names.length >= 30) break;
  }
  return names.slice(0, 30);
}

/** Scripts from here on, Thai first, write names of several words without a space. */
const SPACELESS = '\u0e00';

function addNames(text: string, names: string[], sure: boolean): void {
  for (const part of text.split(BETWEEN)) {
    const name = asName(part, sure);
    if (!name || names.some((known) => bare(known) === bare(name))) continue;
    // "Jane Doe, London": after a whole name a single word is a place, an agency, a desk.
    if (names.length && /\s/.test(names[0]!) && !/\s/.test(name) && name < SPACELESS) continue;
    // Nor is a role, or whom it was written for.
    if (names.length && (/^(?:the|special to) /i.test(name) || !isNameLike(/\S{3,}$/.exec(name)?.[0] ?? name)) && !isAgency(name)) continue;
    names.push(name);
  }
}

/** A byline without "By", "Von", "Автор:" and their like. */
export function withoutLeadIn(text: string): string {
  let rest = text.replace(/^[\s|–—•·:,-]+/, '');
  const all = ALL_BY.exec(rest)?.[0];
  if (all && /\s\S+\s$/.test(all)) rest = rest.slice(all.length);
  for (let round = 0; round < 2; round++) {
    const match = LEAD_IN.exec(rest);
    if (!match || match[0].length >= rest.length) break;
    const next = rest.slice(match[0].length);
    // "Dana", "Vonn", "文在寅": part of a name unless something parts it from the rest.
    const parted = /[\s:：●／/・|–—-]$/.test(match[0]) || (/[记記]者$/.test(match[0]) && /^\p{sc=Han}{2,4}(?!\p{L})/u.test(next));
    if (!parted) break;
    rest = next.replace(/^[\s|:]+/, '');
  }
  return rest;
}

/** Does the text begin as bylines do? */
export function startsAsByline(text: string): boolean {
  return withoutLeadIn(text) !== text.replace(/^[\s|–—•·:,-]+/, '');
}

/** The text as a person's name, tidied; null for dates, job titles, places of a menu and other words. */
function asName(part: string, sure: boolean): string | null {
  const name = withoutLeadIn(part.replace(DATE_TAIL, ''))
    .replace(/ (\p{L}{3,12})\.? \d{1,2}$/u, (all, word) => (monthOf(word) ? '' : all))
    .replace(OUTLET_TAIL, '$1')
    .replace(/(?:\s*(?:기자|특파원|[记記]者)|／\p{sc=Han}{2,4}[报報][导導道])$/u, '')
    .replace(/^[\s"“”'‘’*.:_–—-]+|[\s"“”‘’*:_–—,»›→>~-]+$/g, '')
    .replace(/(?<=\p{L}{4})\.$/u, '')
    .replace(/^(?:dr|prof|mr|mrs|ms|sir|dipl\.-\p{L}+|ing|mag)\.?\s+(?=\p{L})/iu, '')
    .trim();
  return isNameLike(name, sure) ? name : null;
}

/** Could the text be a name: a few words, mostly capitalised, no sentence, no date, no label. */
export function isNameLike(name: string, sure = false): boolean {
  if (name.length < 2 || name.length > 60 || !/\p{L}/u.test(name)) return false;
  if (/^(?:see|view|read|show|visit|follow|edited|more|all|alle|mehr|zeige|photograph|image|bild|foto|click|go to)\b/i.test(name))
    return false;
  if (NOISE.test(name) || ROLE.test(name) || WEEKDAY_OR_MONTH.test(name)) return false;
  if (/^\S+\.(?:com|net|org|info|news|tv|eu|de|at|ch|fr|es|it|nl|be|pl|cz|ru|ua|by|uk|us|jp|cn|br|mx|ar|co\.\w\w)$/i.test(name))
    return false;
  if (DIGITS.test(name) && /[\s:.]/.test(name)) return false;
  if (/[<>{}=?!…"@#%:：]|https?:/i.test(name) || (!sure && /www\.|\.(?:com|org|net|de|html?)\b/i.test(name))) return false;
  const words = name.split(/\s+/);
  if (words.length > 6 || /\s(?:von|by|par|por|and|und|for|at|in)$/i.test(name)) return false;
  if (sure && words.length <= 4) return true;
  if (/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name) && words.length > 1) {
    const small = words.filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word)).length;
    if (small > 0 && small * 2 >= words.length) return false;
    if (small > 1) return false;
  }
  return true;
}
