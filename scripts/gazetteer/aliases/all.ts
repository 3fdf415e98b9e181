import { AR } from './ar.ts';
import { BLOCKERS } from './blockers.ts';
import { CS } from './cs.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { IT } from './it.ts';
import { JA } from './ja.ts';
import { FA, FURTHER, HE, KO, NL, SV } from './others.ts';
import { PL } from './pl.ts';
import { PT } from './pt.ts';
import { RU } from './ru.ts';
import { TR } from './tr.ts';
import { UK } from './uk.ts';
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
  ...BLOCKERS,
];
