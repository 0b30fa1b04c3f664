/* Which language a browser is spoken to in. Pure but for `begin`. */
import { LANGUAGES, speak, type Catalogue, type Language } from './say';

const KEPT = 'sextant.language';

/** The languages by their own names, as a chooser shows them. */
export const OWN_NAMES: Record<Language, string> = { en: 'English', es: 'Español', pt: 'Português', fr: 'Français' };

const CATALOGUES: Record<Exclude<Language, 'en'>, () => Promise<{ default: Catalogue }>> = {
  es: () => import('./es.json'),
  pt: () => import('./pt.json'),
  fr: () => import('./fr.json'),
};

/** The language that was chosen here, else the first that the browser prefers and the house speaks, else English. */
export function guess(kept: string | null, preferred: readonly string[]): Language {
  const known = (tag: string | null) => LANGUAGES.find((one) => one === tag?.toLowerCase().split('-')[0]);
  return known(kept) ?? preferred.map(known).find((one) => one !== undefined) ?? 'en';
}

/** Keeps a choice and loads the page anew in it. */
export function choose(language: Language): void {
  localStorage.setItem(KEPT, language);
  window.location.reload();
}

/** Settles the language before the first page is read; a catalogue that does not arrive leaves English. */
export async function begin(): Promise<void> {
  const language = guess(localStorage.getItem(KEPT), navigator.languages);
  if (language !== 'en') {
    try {
      speak(language, (await CATALOGUES[language]()).default);
    } catch {
      return; // English needs no catalogue; the page says lang="en" already.
    }
  }
  document.documentElement.lang = language;
}
