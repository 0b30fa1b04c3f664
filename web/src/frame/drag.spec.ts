import { describe, expect, it } from 'vitest';
import { carried, carries, carry, DRAGGED } from './drag';

function transfer() {
  const held = new Map<string, string>();
  return { setData: (type: string, text: string) => { held.set(type, text); }, getData: (type: string) => held.get(type) ?? '', get types() { return [...held.keys()]; } };
}

describe('dragged records', () => {
  it('arrive as they left', () => {
    const moved = transfer();
    carry(moved, 'a'.repeat(64), 'E-1 Message');
    expect(carries(moved)).toBe(true);
    expect(carried(moved)).toEqual({ record: 'a'.repeat(64), note: '', label: 'E-1 Message' });
  });

  it('are nothing else', () => {
    const moved = transfer();
    moved.setData('text/plain', 'hello');
    expect(carries(moved)).toBe(false);
    expect(carried(moved)).toBeNull();
    moved.setData(DRAGGED, JSON.stringify({ record: '../../x', label: 'x' }));
    expect(carried(moved)).toBeNull();
  });
});
