import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiFault } from '../api/client';
import { faultSaid } from '../language/say';

/** What a page knows about something it asked for. */
export type Loaded<T> =
  | { state: 'loading'; value: T | null; fault: null }
  | { state: 'ready'; value: T; fault: null }
  | { state: 'failed'; value: T | null; fault: unknown };

/*
 * Asks once for each key, keeps the last value in sight while a newer one comes, and forgets answers
 * that come too late. The key is a string, so that what counts as "the same question" is written down.
 * An answer is ready only for the question it was given to: from the moment another is asked it is the last value and no more.
 */
export function useLoad<T>(
  key: string | null,
  ask: (signal: AbortSignal) => Promise<T>,
): Loaded<T> & { reload: () => void } {
  const [{ of, ...loaded }, setLoaded] = useState<Loaded<T> & { of: string | null }>({ of: null, state: 'loading', value: null, fault: null });
  const [turn, setTurn] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (key === null) return;
    const control = new AbortController();
    setLoaded((before) => ({ of: key, state: 'loading', value: before.value, fault: null }));
    latest.current(control.signal).then(
      (value) => control.signal.aborted || setLoaded({ of: key, state: 'ready', value, fault: null }),
      (fault: unknown) =>
        control.signal.aborted || setLoaded((before) => ({ of: key, state: 'failed', value: before.value, fault })),
    );
    return () => control.abort();
  }, [key, turn]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  if (key !== null && of !== key) return { state: 'loading', value: loaded.value, fault: null, reload };
  return { ...loaded, reload };
}

/** Runs one deed at a time: busy while it runs, the fault if it failed. */
export function useDeed(): {
  busy: boolean;
  fault: unknown;
  clear: () => void;
  run: <T>(deed: () => Promise<T>, after?: (value: T) => void) => Promise<boolean>;
} {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const run = async <T,>(deed: () => Promise<T>, after?: (value: T) => void): Promise<boolean> => {
    setBusy(true);
    setFault(null);
    try {
      const value = await deed();
      after?.(value);
      return true;
    } catch (caught) {
      setFault(caught);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, clear: () => setFault(null), run };
}

/** The present moment, renewed at the given pace in milliseconds. */
export function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

/** What, cure and code of anything thrown; in another language what its code means, if that is explained, above the original. */
export function faultWords(fault: unknown): { what: string; cure: string; code: string; place: string; value: string; said: string | null } {
  if (fault instanceof ApiFault) return { ...fault.body, said: faultSaid(fault.body.code) };
  return {
    said: null,
    what: 'The workspace itself failed.',
    cure: 'Load the page again; if it stays, tell the operator what you did.',
    code: 'SX-WEB-FAULT',
    place: '',
    value: fault instanceof Error ? fault.message : String(fault),
  };
}
