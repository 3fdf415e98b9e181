import { webAddress } from '../../lib/text/format/web-address.ts';
import { useSurface } from './surface-context.ts';

/**
 * What makes an `a` of an address: it opens in a new tab, and with Ctrl or Cmd behind what is shown, as links do. Opened by the browser
 * itself, it would take the place of the surface. The middle button makes no click: it is the browser's.
 */
export function useWebLink(url: string) {
  const { platform } = useSurface();
  return {
    href: webAddress(url),
    onClick(event: MouseEvent): void {
      event.preventDefault();
      platform.openTab(url, event.ctrlKey || event.metaKey);
    },
  };
}
