/* What a likeness is made of, as steps from the prior to the odds, and as words. Pure. */
import type { LikenessView, SuggestionView } from '../api/contract';
import { countWords, decimal } from '../parts/words';
import type { Verdict } from './state';

export interface Step {
  label: string;
  level: string;
  a: string;
  b: string;
  bits: number;
  /** Where the bar begins and ends, in bits. */
  from: number;
  to: number;
  /** The probability without it; null for what cannot be left out. */
  without: number | null;
  kind: 'prior' | 'for' | 'against' | 'nothing' | 'cap' | 'sum';
}

/** Bits with their sign: +3.0, −1.5, 0. */
export function bitsWords(bits: number): string {
  const rounded = Math.round(bits * 10) / 10;
  return rounded === 0 ? '0' : `${rounded > 0 ? '+' : '−'}${decimal(Math.abs(rounded).toFixed(1))}`;
}

/** A probability as people read it; the ends are never said to be certain. */
export function chanceWords(p: number): string {
  if (p > 0.999) return 'above 99.9 %';
  if (p < 0.001) return 'below 0.1 %';
  return `${decimal((p * 100).toFixed(p >= 0.1 && p <= 0.99 ? 0 : 1))} %`;
}

/** How many times likelier the evidence is for one actor than for two. */
export function ratioWords(bits: number): string {
  const times = 2 ** Math.abs(bits);
  const said = times >= 1e6 ? `2^${Math.round(Math.abs(bits))}` : times >= 10 ? countWords(Math.round(times)) : decimal(times.toFixed(1));
  return bits >= 0 ? `${said} times likelier if one actor holds both` : `${said} times likelier if two actors hold them`;
}

/** The steps of the waterfall: prior, every comparison, caps, the sum. */
export function waterfall(of: LikenessView): Step[] {
  const steps: Step[] = [{ label: 'before looking', level: 'two accounts taken at random', a: '', b: '', bits: of.prior, from: 0, to: of.prior, without: null, kind: 'prior' }];
  let at = of.prior;
  for (const part of of.parts) {
    const kind = part.bits > 0 ? 'for' : part.bits < 0 ? 'against' : 'nothing';
    steps.push({ label: part.field, level: part.level, a: part.a, b: part.b, bits: part.bits, from: at, to: at + part.bits, without: part.without, kind });
    at += part.bits;
  }
  for (const cap of of.caps) {
    steps.push({ label: 'says one thing twice', level: cap.group, a: '', b: '', bits: cap.bits, from: at, to: at + cap.bits, without: null, kind: 'cap' });
    at += cap.bits;
  }
  steps.push({ label: 'all in all', level: '', a: '', b: '', bits: of.odds, from: 0, to: of.odds, without: null, kind: 'sum' });
  return steps;
}

/** The least and the most that the bars reach, with 0 always among them. */
export function reach(steps: Step[]): { low: number; high: number } {
  const ends = steps.flatMap((one) => [one.from, one.to, 0]);
  return { low: Math.min(...ends), high: Math.max(...ends, 1) };
}

/** What a person may begin a reason with; it must be made the person's own before it is taken. */
export function opening(verdict: Verdict, suggestion: SuggestionView): string {
  const weighed = suggestion.likeness.parts.filter((part) => (verdict === 'DIFFERENT' ? part.bits < 0 : part.bits > 0)).sort((x, y) => Math.abs(y.bits) - Math.abs(x.bits)).slice(0, 3);
  if (verdict === 'UNSURE') {
    const missing = suggestion.likeness.silent.slice(0, 2).map((one) => one.missing);
    return missing.length === 0 ? '' : `Missing: ${missing.join('; ')}.`;
  }
  return weighed.map((part) => `${part.field.charAt(0).toUpperCase()}${part.field.slice(1)}: ${part.level}${part.a && part.a === part.b ? ` (${part.a})` : part.a ? ` (${part.a} / ${part.b})` : ''}.`).join(' ');
}
