import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/report.css';
import '../../components/styles/surface.css';

// Chromium shows a popup once its document has loaded: the frame in the markup is painted then, while the rest is still coming in.
void import('./start.tsx');
