import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/report.css';
import '../../components/styles/surface.css';
import type { SurfacePlatform } from '../../components/surface-platform.ts';
import { PopupView } from '../../components/views/PopupView.tsx';
import { createPageClient } from '../../lib/messaging/client.ts';
import { createSurfacePlatform } from '../../lib/platform/surface-platform.ts';

const platform = createSurfacePlatform('popup') satisfies SurfacePlatform;
const root = document.getElementById('app');
if (root !== null) render(<PopupView platform={platform} client={createPageClient()} />, root);
