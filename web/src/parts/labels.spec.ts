import { expect, test } from 'vitest';
import { LabelRoom } from './labels';

const box = (left: number, top: number) => ({ left, top, right: left + 50, bottom: top + 12 });

test('a label is drawn where no other lies, the first come first', () => {
  const room = new LabelRoom();
  expect(room.take(box(0, 0))).toBe(true);
  expect(room.take(box(49, 11))).toBe(false);
  expect(room.take(box(50, 0))).toBe(true); // beside it
  expect(room.take(box(0, 12))).toBe(true); // below it
  room.clear();
  expect(room.take(box(49, 11))).toBe(true);
});

test('where all are asked for, none gives way', () => {
  const room = new LabelRoom();
  room.all = true;
  expect([room.take(box(0, 0)), room.take(box(1, 1))]).toEqual([true, true]);
});
