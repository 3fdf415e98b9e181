import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/report.css';
import '../../components/styles/page.css';
import '../../components/styles/library.css';
import type { Catalogue } from '../../components/CataloguePicker.tsx';
import type { SurfacePlatform } from '../../components/surface-platform.ts';
import { LibraryView } from '../../components/views/LibraryView.tsx';
import { openCatalogue } from '../../lib/background/catalogue.ts';
import { openLibraryData } from '../../lib/background/library-page.ts';
import { createPageClient } from '../../lib/messaging/client.ts';
import { createSurfacePlatform } from '../../lib/platform/surface-platform.ts';

const platform = createSurfacePlatform('page') satisfies SurfacePlatform;
const root = document.getElementById('app');
const catalogue = openCatalogue(platform.locale) satisfies Catalogue;
if (root !== null)
  render(<LibraryView platform={platform} client={createPageClient()} data={openLibraryData()} catalogue={catalogue} />, root);
