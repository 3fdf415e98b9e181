import type { ZonedText } from '../../../lib/core/topic.ts';

/** A report in our own words, built like the first one: headline, caption with a misspelling, body, a passing neighbour. */
export const REPORT: ZonedText = {
  language: 'en',
  parts: [
    { zone: 'title', text: 'Beijing rejects claim that China supplied lathes for Russia’s Oreshnik' },
    { zone: 'caption', text: 'Fragments said to be of the "Oreshnkik" missile, laid out in Ukraine after the strike on Dnipro.' },
    {
      zone: 'lead',
      text: 'China on Thursday turned down a newspaper account that its machine tools help Russia build the Oreshnik missile, twice fired at Ukraine.',
    },
    {
      zone: 'body',
      text: 'The paper had listed Chinese equipment at the Votkinsk plant, where Russian workers assemble the Oreshnik. Ukrainian officials named one lathe.',
    },
    { zone: 'body', text: 'China calls itself neutral, while Moscow leans on Chinese goods to withstand Western sanctions.' },
    { zone: 'body', text: 'The weapon has struck Dnipro, and later Lviv, an hour’s drive from the Polish border.' },
    { zone: 'body', text: 'Experts hold that the Oreshnik grew out of the RS-26 Rubezh. TASS carried no comment.' },
  ],
};
