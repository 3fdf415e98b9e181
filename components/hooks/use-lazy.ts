import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that is loaded when it is first wanted; null until it is there. `load` must be one and the same function each time. */
export function useLazy<Props>(load: () => Promise<ComponentType<Props>>, wanted = true): ComponentType<Props> | null {
  const [component, setComponent] = useState<{ is: ComponentType<Props> } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let dropped = false;
    void load().then((is) => {
      if (!dropped) setComponent({ is });
    });
    return () => {
      dropped = true;
    };
  }, [load, wanted]);
  return component?.is ?? null;
}
