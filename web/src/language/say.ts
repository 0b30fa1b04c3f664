/*
 * What the workspace says, in the language that was chosen. A build step (dev/sayings.mjs) turns the English text of the
 * sources into calls of `say`; the key is the English text itself, so that a message without a translation stays readable.
 * The language is settled before the first page is read, and changing it loads the page anew: texts kept in tables of a
 * module are then right as well.
 */
import { readMessage, tell, type Piece } from './message';

export const LANGUAGES = ['en', 'es', 'pt', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language's texts: messages by their English, words of the server's lists, what faults mean by their code. */
export interface Catalogue {
  messages: Record<string, string>;
  words: Record<string, string>;
  faults: Record<string, string>;
}

/** English with the British order of days; Portuguese of Brazil. */
const LOCALES: Record<Language, string> = { en: 'en-GB', es: 'es', pt: 'pt-BR', fr: 'fr' };

const EMPTY: Catalogue = { messages: {}, words: {}, faults: {} };
let spoken: { language: Language; catalogue: Catalogue; numbers: Intl.NumberFormat; plurals: Intl.PluralRules } = speaking('en', EMPTY);
const read = new Map<string, Piece[]>();

function speaking(language: Language, catalogue: Catalogue) {
  return { language, catalogue, numbers: new Intl.NumberFormat(LOCALES[language]), plurals: new Intl.PluralRules(LOCALES[language]) };
}

/** Speaks a language from now on. */
export function speak(language: Language, catalogue: Catalogue = EMPTY): void {
  spoken = speaking(language, catalogue);
  read.clear();
}

export function language(): Language {
  return spoken.language;
}

/** The name by which the browser knows the language that is spoken. */
export function locale(): string {
  return LOCALES[spoken.language];
}

/** A whole number in the groups of the language. */
export function number(n: number): string {
  return spoken.numbers.format(n);
}

/** A message's pieces, its translation's if there is one. */
export function piecesOf(key: string): Piece[] {
  let pieces = read.get(key);
  if (!pieces) {
    const own = (of: Record<string, string>) => (Object.hasOwn(of, key) ? of[key] : undefined);
    pieces = readMessage(own(spoken.catalogue.messages) ?? key);
    read.set(key, pieces);
  }
  return pieces;
}

export const pluralForm = (n: number): string => spoken.plurals.select(n);

const AS_TEXT = {
  text: (text: string) => text,
  hole: (value: unknown) => String(value),
  tag: (_build: unknown, within: string[]) => within.join(''),
  count: number,
  form: pluralForm,
};

/** A text with its values. */
export function say(key: string, ...values: unknown[]): string {
  return tell(piecesOf(key), values, AS_TEXT).join('');
}

/** A word from a list of the house (a state, a role, a kind) by its English or its token; null where it has no translation. */
export function wordSaid(token: string): string | null {
  return Object.hasOwn(spoken.catalogue.words, token) ? spoken.catalogue.words[token]! : null;
}

/** A small word that a page shows as it stands. */
export function word(token: string): string {
  return wordSaid(token) ?? token;
}

/** What a fault means, by its code or by the nearest family that it is of (SX-FIND-WORD-ROLE, else SX-FIND-WORD-, else SX-FIND-); null in English, or where nobody has explained it. */
export function faultSaid(code: string): string | null {
  for (let key = code; key !== ''; key = key.replace(/(^|-)[^-]*-?$/, '$1')) {
    if (Object.hasOwn(spoken.catalogue.faults, key)) return spoken.catalogue.faults[key]!;
  }
  return null;
}
