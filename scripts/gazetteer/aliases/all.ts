import { ADJECTIVES } from './adjectives.ts';
import { AR } from './ar.ts';
import { BE } from './be.ts';
import { BG } from './bg.ts';
import { BLOCKERS } from './blockers.ts';
import { CS } from './cs.ts';
import { DA } from './da.ts';
import { DE } from './de.ts';
import { EL } from './el.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FI } from './fi.ts';
import { FR } from './fr.ts';
import { HR } from './hr.ts';
import { IT } from './it.ts';
import { JA } from './ja.ts';
import { MK } from './mk.ts';
import { NB } from './nb.ts';
import { FA, FURTHER, HE, KO, NL, SV, SV_FURTHER, VI } from './others.ts';
import { PL } from './pl.ts';
import { PT } from './pt.ts';
import { RO } from './ro.ts';
import { RU } from './ru.ts';
import { SK } from './sk.ts';
import { SL } from './sl.ts';
import { SR } from './sr.ts';
import { TR } from './tr.ts';
import { UK } from './uk.ts';
import { WOMEN } from './women.ts';
import { ZH } from './zh.ts';

/** Hand-written aliases: language and source, to be read by `parseAliases`. One language may have several sources. */
export const HAND_WRITTEN: [language: string, source: string][] = [
  ['en', EN],
  ['uk', UK],
  ['ru', RU],
  ['de', DE],
  ['fr', FR],
  ['es', ES],
  ['it', IT],
  ['pt', PT],
  ['pl', PL],
  ['cs', CS],
  ['zh', ZH],
  ['ja', JA],
  ['ar', AR],
  ['tr', TR],
  ['ko', KO],
  ['nl', NL],
  ['sv', SV],
  ['fa', FA],
  ['he', HE],
  ...FURTHER,
  ['bg', BG],
  ['mk', MK],
  ['sr', SR],
  ['hr', HR],
  ['sl', SL],
  ['sk', SK],
  ['be', BE],
  ['da', DA],
  ['nb', NB],
  ['sv', SV_FURTHER],
  ['fi', FI],
  ['ro', RO],
  ['el', EL],
  ['vi', VI],
  ...ADJECTIVES,
  ...WOMEN,
  ...BLOCKERS,
];
