import { type Calibration, crossInputs, evidence, heldInputs, type Inputs, likelihood, sameInputs } from '../../lib/ranking/calibrate.ts';
import { CALIBRATION } from '../../lib/ranking/weights.ts';
import { haveDevelopmentSets, readDevelopmentSet, SET_NAMES } from './development-sets.ts';
import { digits, shownFigures } from './figures.ts';
import { type Example, fitLogistic } from './logistic.ts';
import { type JudgedRow, type PageWorld, pageWorlds, type WorldName } from './worlds.ts';

/**
 * Fits the weights of `CALIBRATION` on the development sets, and tests the fit on clusters and on whole sets that had no part in it.
 * Prints both; the weights are copied into lib/ranking/weights.ts by hand. Called by `npm run eval -- --fit`.
 */

const WORLDS: WorldName[] = ['full', 'few', '10', '100', 'mixed'];
const FOLDS = 5;
/**
 * Not fitted. I holds few events a day, so a near date says more in it than in any real index. How much stricter short pages are judged is
 * set so that C, whose pages are a sentence or two, keeps its precision while E gains recall.
 */
const GIVEN: Record<keyof Calibration, string[]> = { same: [], cross: ['near', 'fast'], held: ['brevity'] };

if (!haveDevelopmentSets()) {
  process.stdout.write('left out: the development data are not at ../shared/data\n');
  process.exit(0);
}
const sets = SET_NAMES.map(readDevelopmentSet);
const pages = sets.flatMap((set) => [
  ...pageWorlds(
    set,
    sets.filter((other) => other !== set),
    WORLDS,
  ),
]);

const fitted = fitAll(pages);
for (const [name, weights] of Object.entries(fitted)) {
  const parts = Object.entries(weights).map(([input, weight]) => `${input}: ${Number(weight.toFixed(2))}`);
  process.stdout.write(`  ${name}: { ${parts.join(', ')} },\n`);
}

const other = Object.fromEntries(SET_NAMES.map((name) => [name, fitAll(pages.filter(({ set }) => set !== name))]));
const folds = Array.from({ length: FOLDS }, (_, fold) => fitAll(pages.filter((page) => foldOf(page) !== fold)));
process.stdout.write(`\n${'set'.padEnd(18)}${'world'.padEnd(7)}${'fitted on'.padEnd(16)}  area     P     R  | removed: none  rows\n`);
for (const set of SET_NAMES) {
  for (const world of WORLDS.filter((name) => name !== 'few')) {
    const own = pages.filter((page) => page.set === set && page.world === world);
    print(
      set,
      world,
      'all',
      own.map((page) => rescored(page, fitted)),
    );
    print(
      set,
      world,
      'other clusters',
      own.map((page) => rescored(page, folds[foldOf(page)]!)),
    );
    print(
      set,
      world,
      'other sets',
      own.map((page) => rescored(page, other[set]!)),
    );
  }
}

function print(set: string, world: string, how: string, own: PageWorld[]): void {
  const { area, precision, recall, nothing, rows } = shownFigures(own, ({ relevant }) => relevant);
  const [a, p, r, n, w] = [area, precision, recall, nothing, rows].map((figure) => digits(figure).padStart(6));
  process.stdout.write(`${set.padEnd(18)}${world.padEnd(7)}${how.padEnd(16)}${a}${p}${r}  |         ${n}${w}\n`);
}

function rescored(page: PageWorld, weights: Calibration): PageWorld {
  const rows = page.rows.map((row) => {
    const alone = evidence(row.features, row.company, weights);
    return { ...row, evidence: alone, score: likelihood(row.features, row.company, alone, weights) };
  });
  return { ...page, rows };
}

/** Weights of all three logistics. Every set and world counts the same, whatever its number of rows. */
function fitAll(from: PageWorld[]): Calibration {
  const isSame = ({ features }: JudgedRow) => !features.otherLanguage;
  const same = fitOne('same', from, isSame, ({ features, company }) => sameInputs(features, company));
  const cross = fitOne(
    'cross',
    from,
    ({ features }) => features.otherLanguage,
    ({ features }) => crossInputs(features),
  );
  const partly = { ...CALIBRATION, same, cross };
  const withSubject = from.filter(({ relevantHeld }) => relevantHeld > 0);
  const held = fitOne('held', withSubject, isSame, ({ features, company }) =>
    heldInputs(features, company, evidence(features, company, partly)),
  );
  return { same, cross, held };
}

function fitOne<Name extends keyof Calibration>(
  name: Name,
  from: PageWorld[],
  wanted: (row: JudgedRow) => boolean,
  inputsOf: (row: JudgedRow) => Inputs,
): Calibration[Name] {
  const shipped = CALIBRATION[name] as Inputs;
  const names = Object.keys(shipped).filter((input) => input !== 'bias' && !GIVEN[name].includes(input));
  const groups = Map.groupBy(from, ({ set, world, relevantHeld }) => `${set} ${world} ${relevantHeld > 0}`);
  const examples = [...groups.values()].flatMap((group) => {
    const rows = group.flatMap((page) => page.rows.filter((row) => row.relevant !== null && wanted(row)));
    return rows.map((row): Example => {
      const inputs = inputsOf(row);
      return {
        inputs: names.map((input) => inputs[input]!),
        truth: row.relevant === true,
        weight: 1 / rows.length,
        given: GIVEN[name].reduce((sum, input) => sum + inputs[input]! * shipped[input]!, 0),
      };
    });
  });
  // A set without a relevant row of this kind (E and C hold one language) says nothing; what is shipped stays.
  if (!examples.some(({ truth }) => truth)) return CALIBRATION[name];
  const { weights, bias } = fitLogistic(examples);
  const given = GIVEN[name].map((input) => [input, shipped[input]]);
  return Object.fromEntries([['bias', bias], ...names.map((input, i) => [input, weights[i]!]), ...given]);
}

function foldOf({ cluster }: PageWorld): number {
  let hash = 0;
  for (const character of cluster) hash = (hash * 31 + character.codePointAt(0)!) % 65_521;
  return hash % FOLDS;
}
