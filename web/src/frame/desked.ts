import { useCallback, useState } from 'react';
import { useWorkspace } from './workspace';

/** State of a page that outlives it: it is there again when one comes back, until one signs out. */
export function useDesked<T>(name: string, start: T): [T, (change: T | ((before: T) => T)) => void] {
  const { desk, caseId } = useWorkspace();
  const key = `${name} ${caseId}`;
  const [value, setValue] = useState<T>(() => (desk.has(key) ? (desk.get(key) as T) : start));
  const set = useCallback((change: T | ((before: T) => T)) => setValue((before) => {
    const next = typeof change === 'function' ? (change as (before: T) => T)(before) : change;
    desk.set(key, next);
    return next;
  }), [desk, key]);
  return [value, set];
}
