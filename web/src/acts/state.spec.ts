import { describe, expect, it } from 'vitest';
import type { ActView } from '../api/contract';
import { browserSha256 as sha256, checkProof, entryBytes, entryWords, hashOf, included } from './proof';
import { actorOf, actWords, detailWords, toneOf } from './state';

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const unhex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/* The eight inputs and roots of Certificate Transparency's reference tree (google/certificate-transparency, merkle_tree_test). */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(unhex);
const ROOT_8 = '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328';
const PATH_0_OF_8 = [
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
];

async function rootOf(leaves: Uint8Array[]): Promise<Uint8Array> {
  if (leaves.length === 1) return sha256(new Uint8Array([0, ...leaves[0]!]));
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(new Uint8Array([1, ...(await rootOf(leaves.slice(0, split))), ...(await rootOf(leaves.slice(split)))]));
}

async function pathOf(index: number, leaves: Uint8Array[]): Promise<Uint8Array<ArrayBuffer>[]> {
  if (leaves.length === 1) return [];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...(await pathOf(index, left)), new Uint8Array(await rootOf(right))]
    : [...(await pathOf(index - split, right)), new Uint8Array(await rootOf(left))];
}

describe('proofs in the browser', () => {
  it('reach the published root', async () => {
    expect(hex(await rootOf(INPUTS))).toBe(ROOT_8);
    const path = PATH_0_OF_8.map((step) => hashOf(step)!);
    expect(await included(INPUTS[0]!, 0, 8, path, hashOf(ROOT_8)!, sha256)).toBe(true);
  });
  it('hold for every leaf of every tree up to 20, and for no other index, size or entry', async () => {
    for (let size = 1; size <= 20; size++) {
      const leaves = Array.from({ length: size }, (_, i) => new TextEncoder().encode(`leaf ${i}`));
      const root = await rootOf(leaves);
      for (let index = 0; index < size; index++) {
        const path = await pathOf(index, leaves);
        expect(await included(leaves[index]!, index, size, path, root, sha256), `${index} of ${size}`).toBe(true);
        expect(await included(new TextEncoder().encode('other'), index, size, path, root, sha256)).toBe(false);
        if (size > 1) expect(await included(leaves[index]!, (index + 1) % size, size, path, root, sha256)).toBe(false);
        expect(await included(leaves[index]!, index, size, [...path, new Uint8Array(32)], root, sha256)).toBe(false);
      }
      expect(await included(leaves[0]!, size, size, [], root, sha256)).toBe(false);
    }
  });
  it('read hashes in hex or base64 and entries as text or base64', async () => {
    const entry = '{"act":1}';
    const root = await rootOf([new TextEncoder().encode(entry)]);
    const answer = { index: 0, size: 1, proof: [], checkpoint: '' };
    expect(await checkProof({ ...answer, entry, root: hex(root) }, sha256)).toBe('holds');
    expect(await checkProof({ ...answer, entry: btoa(entry), root: btoa(String.fromCharCode(...root)) }, sha256)).toBe('holds');
    expect(await checkProof({ ...answer, entry: 'x', root: hex(root) }, sha256)).toBe('broken');
    expect(await checkProof({ ...answer, entry, root: '?' }, sha256)).toBe('cannot');
    expect(entryBytes('{')).toHaveLength(1);
    expect(entryWords(btoa(entry))).toBe(entry);
    expect(entryWords(entry)).toBe(entry);
    expect(entryWords('/////w==')).toBe('/////w==');
  });
});

describe('acts', () => {
  const act: ActView = { leaf: 1, at: '', kind: 'outcome', step: 'SEARCH', actor: 'a', caseId: null, authority: null, outcome: 'DONE', detail: {} };
  it('say what was done and how it ended', () => {
    expect(actWords(act)).toBe('Search: done');
    expect(actWords({ ...act, step: '', kind: 'permit', outcome: null })).toBe('Permit');
    expect(toneOf(act)).toBe('good');
    expect(toneOf({ ...act, outcome: 'FAILED' })).toBe('bad');
    expect(toneOf({ ...act, kind: 'refusal', outcome: null })).toBe('bad');
  });
  it('name the person of the intent that an outcome closes', () => {
    const outcome = { ...act, leaf: 9, actor: '', detail: { intent: '1' } };
    expect(actorOf(outcome, [act, outcome])).toBe('a');
    expect(actorOf(outcome, [outcome])).toBe('');
  });
  it('leave out what stands beside and shorten digests only', () => {
    expect(detailWords({ kind: 'x', program: 'p', 'inputs.n': '5', 'outputs.step': '4', exhibit: 'a'.repeat(64) })).toBe(`n 5 · step 4 · exhibit ${'a'.repeat(16)}…`);
  });
});
