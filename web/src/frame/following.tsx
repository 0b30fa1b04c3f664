/* The window's ear: follows what the team publishes while the window is in sight, and says so quietly. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Api } from '../api/calls';
import { ApiFault } from '../api/client';
import { groups, groupWords, heard, noticeWords, pauseOf, QUIET, shown, type Live } from './live';
import { useWorkspace } from './workspace';

export interface Following {
  live: Live;
  /** Shows what waits: pages that are open ask anew for what they show. */
  show: () => void;
  /** Lets the open page ask anew, for what one did oneself somewhere else. */
  reload: () => void;
  /** Is told when one asks to see; gives back how to stop. */
  onShow: (reload: () => void) => () => void;
}

const refused = (fault: unknown): boolean => fault instanceof ApiFault && (fault.status === 401 || fault.status === 403);

/** Follows a case under a permit of an authority. A window out of sight does not: browsers allow few streams at once. */
export function useFollowing(api: Api, caseId: string | null, authority: string | null, permit: string | null): Following {
  const [live, setLive] = useState<Live>(QUIET);
  const after = useRef<string | null>(null);
  after.current = live.after;
  const [visible, setVisible] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const listen = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', listen);
    return () => document.removeEventListener('visibilitychange', listen);
  }, []);
  // What another authority published is nothing that waits here; a permit that is renewed goes on.
  useEffect(() => {
    after.current = null;
    setLive(QUIET);
  }, [caseId, authority]);
  useEffect(() => {
    if (caseId === null || permit === null || !visible) return;
    const control = new AbortController();
    const follow = async () => {
      for (let tries = 0; !control.signal.aborted;) {
        let over = false;
        try {
          await api.followLive(caseId, after.current, (message) => {
            tries = 0;
            over = message.name === 'over';
            if (message.id !== undefined) after.current = message.id;
            setLive((before) => heard(before, message));
          }, control.signal);
        } catch (fault) {
          if (control.signal.aborted || refused(fault)) return;
        }
        if (over || control.signal.aborted) return;
        await new Promise((resolve) => setTimeout(resolve, pauseOf(tries++, Math.random())));
      }
    };
    void follow();
    return () => control.abort();
  }, [api, caseId, permit, visible]);
  const listeners = useRef(new Set<() => void>());
  const reload = useCallback(() => listeners.current.forEach((one) => one()), []);
  const show = useCallback(() => {
    reload();
    setLive(shown);
  }, [reload]);
  const onShow = useCallback((listener: () => void) => {
    listeners.current.add(listener);
    return () => { listeners.current.delete(listener); };
  }, []);
  return useMemo(() => ({ live, show, reload, onShow }), [live, show, reload, onShow]);
}

/** A page asks anew when one wants to see what others published. */
export function useShown(reload: () => void): void {
  const { onShow } = useWorkspace().following;
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => onShow(() => latest.current()), [onShow]);
}

/** Says that others published something. Nothing on the page moves until one asks for it. */
export function LiveNotice() {
  const w = useWorkspace();
  const { live, show } = w.following;
  const some = live.waiting.length > 0 || live.gap;
  return (
    <div className="live" role="status" aria-live="polite" data-testid="live">
      {some && (
        <p className="live-notice">
          <span>{noticeWords(live)}</span>
          {groups(live).map((group) => <a key={group.kind} href={w.href(group.page)}>{groupWords(group)}</a>)}
          <button type="button" className="button small" onClick={() => { show(); document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true }); }} data-testid="live-show">Show</button>
        </p>
      )}
      {live.over !== null && <p className="live-notice muted">{`What others publish is no longer followed: ${live.over}.`}</p>}
    </div>
  );
}
