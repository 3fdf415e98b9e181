import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/report.css';
import '../../components/styles/surface.css';

// Not part of what the page waits for: Chromium shows a popup, with its frame, only once it has loaded.
void import('../popup/surface.tsx').then(({ showSurface }) => showSurface('panel'));
