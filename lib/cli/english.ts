import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import { catalogueSource, createTexts } from '../text/format/texts.ts';

/** The extension's English texts: what the command line prints does not hang on the machine's locale. */
export const ENGLISH = createTexts(catalogueSource(catalogue), catalogue.locale.message);
