import { useEffect, useState } from 'preact/hooks';
import type { KeyCommand } from '../surface-platform.ts';
import { useSurface } from './surface-context.ts';

/** The extension's key commands; empty until the browser has answered. */
export function useKeyCommands(): KeyCommand[] {
  const { platform } = useSurface();
  const [commands, setCommands] = useState<KeyCommand[]>([]);
  useEffect(() => {
    void platform.keyCommands().then(setCommands);
  }, [platform]);
  return commands;
}
