/* The scales of estimative words: what each word of them means. */
import type { Scale } from '../api/contract';
import { word } from '../language/say';

/** The scales of estimative words, as their publishers write them. */
export const SCALES: { value: Scale; title: string; source: string; terms: [string, string][] }[] = [
  { value: 'NONE', title: 'None: it estimates nothing', source: '', terms: [] },
  {
    value: 'ICD_203', title: 'ICD 203', source: 'Intelligence Community Directive 203, Analytic Standards, 2 January 2015. Keep to the first or to the second word of each step.',
    terms: [['almost no chance, or remote', '1 to 5 %'], ['very unlikely, or highly improbable', '5 to 20 %'], ['unlikely, or improbable', '20 to 45 %'],
      ['roughly even chance, or roughly even odds', '45 to 55 %'], ['likely, or probable', '55 to 80 %'], ['very likely, or highly probable', '80 to 95 %'],
      ['almost certain, or nearly certain', '95 to 99 %']],
  },
  {
    value: 'PHIA', title: 'PHIA yardstick', source: 'Professional Head of Intelligence Assessment, United Kingdom: probability yardstick. The gaps between ranges are meant.',
    terms: [['remote chance', '0 to 5 %'], ['highly unlikely', '10 to 20 %'], [word('unlikely'), '25 to 35 %'], ['realistic possibility', '40 to less than 50 %'],
      ['likely, or probable', '55 to 75 %'], ['highly likely', '80 to 90 %'], ['almost certain', '95 to 100 %']],
  },
];

/** A scale's name, for people. */
export function scaleTitle(scale: string): string {
  return SCALES.find((one) => one.value === scale)?.title ?? scale;
}
