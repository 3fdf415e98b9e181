import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../lib/background/start.ts';

// A classic script: Chromium keeps compiled code of a service worker for those only, and compiled a module's half megabyte anew at every wake.
export default defineBackground({ main: startBackground });
