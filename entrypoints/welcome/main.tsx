import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/report.css';
import '../../components/styles/page.css';
import '../../components/styles/welcome.css';
import type { Catalogue } from '../../components/CataloguePicker.tsx';
import type { SurfacePlatform } from '../../components/surface-platform.ts';
import { WelcomeView } from '../../components/views/WelcomeView.tsx';
import { openCatalogue } from '../../lib/background/catalogue.ts';
import { createPageClient } from '../../lib/messaging/client.ts';
import { createSurfacePlatform } from '../../lib/platform/surface-platform.ts';

const platform = createSurfacePlatform('page') satisfies SurfacePlatform;
const root = document.getElementById('app');
const catalogue = openCatalogue(platform.locale) satisfies Catalogue;
if (root !== null) render(<WelcomeView platform={platform} client={createPageClient()} catalogue={catalogue} />, root);
