import type { Plugin } from 'vite';

/** A text for people and where it stands. */
export interface Saying {
  key: string;
  path: string;
  line: number;
}

export function sayings(source: string, path: string): { messages: Saying[]; code: string | null; used: Set<string> };
export function everySaying(folder: string): Saying[];
export function sayingPlugin(): Plugin;
