import { describe, expect, it } from 'vitest';
import type { PermitView } from '../api/contract';
import { heldBy, nearness, NONE_HELD, permitFor, readHeld, scopeWords, withoutPermit, withPermit } from './permit';

const PERMIT: PermitView = {
  id: 'p', caseId: 'c', caseNumber: 'OP-1', caseName: 'One', authorityId: 'a', authorityVersion: 2, purpose: 'to read',
  expires: '2026-01-01T08:00:00Z', selectors: ['email:a@b.example', 'phone:+4400000'], platforms: ['telegram', 'x'],
  contentFrom: '2025-01-01T00:00:00Z', contentTo: null, maxLevel: 2,
};
const at = (iso: string) => new Date(iso).getTime();

describe('permits held', () => {
  it('holds a permit for its case until it runs out', () => {
    const held = withPermit({ actor: 'ann', byCase: {} }, PERMIT);
    expect(permitFor(held, 'c', at('2026-01-01T07:59:59Z'))).toEqual(PERMIT);
    expect(permitFor(held, 'c', at('2026-01-01T08:00:00Z'))).toBeNull();
    expect(permitFor(held, 'other', at('2026-01-01T07:00:00Z'))).toBeNull();
    expect(permitFor(withoutPermit(held, 'c'), 'c', at('2026-01-01T07:00:00Z'))).toBeNull();
  });
  it('never passes to another person', () => {
    const held = withPermit({ actor: 'ann', byCase: {} }, PERMIT);
    expect(heldBy(held, 'ann')).toBe(held);
    expect(heldBy(held, 'bob').byCase).toEqual({});
  });
  it('warns before the end', () => {
    expect([3600, 600, 120].map(nearness)).toEqual(['calm', 'warn', 'press']);
  });
  it('says the scope', () => {
    expect(scopeWords(PERMIT)).toBe('2 selectors · telegram, x · content from 2025-01-01 · up to level 2');
  });
  it('reads only what it wrote', () => {
    const held = withPermit({ actor: 'ann', byCase: {} }, PERMIT);
    expect(readHeld(JSON.stringify(held))).toEqual(held);
    for (const odd of [null, '', '7', 'null', '{"actor":1}']) expect(readHeld(odd)).toEqual(NONE_HELD);
  });
});
