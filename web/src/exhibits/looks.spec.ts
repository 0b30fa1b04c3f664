import { describe, expect, it } from 'vitest';
import type { ReaderLookView } from '../api/contract';
import { otherOf, reasonsOf } from './looks';

const look = (over: Partial<ReaderLookView>): ReaderLookView => ({ reader: 'a/1', certainty: 90, others: [], parts: 3, named: [], begun: [], opened: [], refusal: null, ...over });

describe('which reader, and why', () => {
  it('says what was looked at and nothing else', () => {
    expect(reasonsOf(look({ named: ['data/manifest.js'], begun: [''] }))).toEqual([
      'It asked for entries of these names and found them: data/manifest.js.', 'It looked at the first bytes of: the file itself.',
    ]);
    expect(reasonsOf(look({ opened: ['a', 'b'] }))).toEqual(['It read of: a, b.']);
    expect(reasonsOf(look({}))).toEqual(['It knew the names of the entries; there are 3 entries.']);
    expect(reasonsOf(look({ parts: 1 }))).toEqual([]);
  });
  it('parts a reader from how sure it is', () => {
    expect(otherOf('telegram-desktop/4 60')).toEqual({ id: 'telegram-desktop/4', certainty: 60 });
  });
});
