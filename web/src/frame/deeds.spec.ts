import { describe, expect, it } from 'vitest';
import { did, lastJudged, lastUndone, STAYS, tookBack, type Deed, type Way } from './deeds';

const judged = (judgement: string, a = 'a', b = 'b'): Way => ({ way: 'judgement', judgement, a, b, verdict: 'SAME', reason: 'why' });

describe('what was done', () => {
  it('is taken back and done again as another judgement, in its own place', () => {
    let deeds: readonly Deed[] = did([], 'Judged', judged('1'));
    deeds = did(deeds, 'Froze', { way: 'none', law: 'frozen' });
    deeds = tookBack(deeds, (how) => how.way === 'judgement' && how.judgement === '1')!;
    expect(deeds.map((one) => one.undone)).toEqual([true, false]);
    expect(lastJudged(deeds)).toBeNull();
    expect(lastUndone(deeds)?.nth).toBe(0);
    deeds = did(deeds, 'Judged', judged('2', 'b', 'a'));
    expect(deeds).toHaveLength(2);
    expect(deeds[0]).toMatchObject({ undone: false, how: { judgement: '2' } });
    expect(lastUndone(deeds)).toBeNull();
  });
  it('does not mistake another pair for it, nor one of somebody else', () => {
    let deeds: readonly Deed[] = did([], 'Judged', judged('1'));
    expect(tookBack(deeds, (how) => how.way === 'judgement' && how.judgement === '9')).toBeNull();
    deeds = tookBack(deeds, (how) => how.way === 'judgement')!;
    deeds = did(deeds, 'Judged', judged('2', 'a', 'c'));
    expect(deeds).toHaveLength(2);
    expect(deeds[0]!.undone).toBe(true);
  });
  it('remembers which version a withdrawn view stands at', () => {
    let deeds = did([], 'Published', { way: 'view', view: 'v', version: 1, name: 'n', state: '{}' });
    deeds = tookBack(deeds, (how) => how.way === 'view' && how.view === 'v', 2)!;
    expect(deeds[0]).toMatchObject({ undone: true, how: { version: 2 } });
    deeds = did(deeds, 'Published', { way: 'view', view: 'v', version: 3, name: 'n', state: '{}' });
    expect(deeds).toHaveLength(1);
    expect(deeds[0]).toMatchObject({ undone: false, how: { version: 3 } });
  });
  it('says of everything that stays why, and what there is instead', () => {
    for (const stays of Object.values(STAYS)) {
      expect(stays.why).toMatch(/\.$/);
      expect(stays.instead).toMatch(/\.$/);
    }
  });
});
