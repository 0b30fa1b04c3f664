/* The steps of applying: their order, what is open in each, where to go on. Pure. */
import type { AuthorityDetail, AuthorityForm, ErrorBody, PackView, Principle, VersionView } from '../api/contract';
import { emptyPrinciples, PRINCIPLES, problemsOf, type Problem } from './state';

export type StepId = 'results' | 'basis' | 'reach' | Principle | 'duties' | 'sign' | 'submit';

export interface Step {
  id: StepId;
  title: string;
}

const FIRST: Step[] = [
  { id: 'basis', title: 'Basis and offence' },
  { id: 'reach', title: 'Scope' },
];
const LAST: Step[] = [
  { id: 'duties', title: 'Limits and duties' },
  { id: 'sign', title: 'Sign' },
  { id: 'submit', title: 'Submit' },
];

/** The steps in order; a further version begins with what came of the one before. */
export function stepsOf(renewal: boolean): Step[] {
  return [
    ...(renewal ? [{ id: 'results', title: 'Results so far' } as Step] : []),
    ...FIRST,
    ...PRINCIPLES.map((one): Step => ({ id: one.principle, title: one.title })),
    ...LAST,
  ];
}

export function isStep(id: string | undefined, steps: Step[]): id is StepId {
  return steps.some((one) => one.id === id);
}

/** The step before or after; the same at either end. */
export function stepBeside(steps: Step[], at: StepId, by: 1 | -1): StepId {
  const index = steps.findIndex((one) => one.id === at);
  return steps[Math.min(steps.length - 1, Math.max(0, index + by))]?.id ?? at;
}

const STEP_OF_CODE: Record<string, StepId> = {
  'SX-AUTH-BASIS': 'basis',
  'SX-AUTH-OFFENCE': 'basis',
  'SX-AUTH-RESULTS': 'results',
  'SX-AUTH-SELECTORS': 'reach',
  'SX-AUTH-PLATFORMS': 'reach',
  'SX-AUTH-WINDOW': 'reach',
  'SX-AUTH-LEVEL': 'reach',
  'SX-AUTH-HOPS': 'reach',
  'SX-AUTH-METHODS': 'reach',
  'SX-AUTH-METHOD': 'reach',
  'SX-AUTH-OVERLAP': 'reach',
  'SX-AUTH-PROTECTED': 'reach',
  'SX-AUTH-NEXUS': 'reach',
  'SX-AUTH-STABLE-ID': 'reach',
  'SX-AUTH-QUOTA': 'duties',
  'SX-AUTH-FLAG': 'duties',
  'SX-AUTH-TEAM': 'duties',
  'SX-AUTH-ROLE': 'duties',
  'SX-AUTH-DUTIES': 'duties',
  'SX-AUTH-UNSIGNED': 'sign',
};

/** The step in which a refusal of the server is mended. */
export function stepOfLack(lack: ErrorBody): StepId {
  const place = lack.place.split('.')[0] ?? '';
  const principle = PRINCIPLES.find((one) => one.code === lack.code || one.principle === place);
  return principle?.principle ?? STEP_OF_CODE[lack.code] ?? 'submit';
}

/** What is known while an application is written. */
export interface Written {
  form: AuthorityForm;
  selectors: string;
  /** What came of the version before; null where there is none. */
  results: string | null;
  previous: VersionView | null;
  pack: PackView;
}

const RESULTS = 30; // The least that the server takes, in characters.

/** Everything that keeps what is written from being submitted, by the codes that would refuse it. */
export function refusalsOf(written: Written): Problem[] {
  const { form, pack, results, previous } = written;
  const problems = problemsOf(form, written.selectors);
  const say = (step: StepId, field: string, code: string, what: string, cure: string, hard = false) => problems.push({ step, field, code, what, cure, hard });
  const offence = pack.offences.find((one) => one.id === form.offence);
  if (form.offence !== '' && !offence) say('basis', 'offence', 'SX-AUTH-OFFENCE', 'This offence is not in the catalogue.', 'Choose one of the list.');
  if (offence && offence.wants.length > 0) {
    say('basis', 'offence', 'SX-AUTH-OFFENCE', `This offence cannot carry an authority: ${offence.wants.join('; ')}.`, 'Cite an offence that satisfies the rule, or do not apply.');
  }
  const days = (new Date(form.opTo).getTime() - new Date(form.opFrom).getTime()) / 86_400_000;
  if (days > pack.limits.longestOperationDays) {
    say('reach', 'operation', 'SX-AUTH-WINDOW', `It would be in force for ${Math.ceil(days)} days.`, `At most ${pack.limits.longestOperationDays} days; then renew.`);
  }
  if (results !== null && results.trim().length < RESULTS) {
    say('results', 'results', 'SX-AUTH-RESULTS', 'It is not said what came of the version before.', `Write at least ${RESULTS} characters.`);
  }
  if (previous) {
    for (const { principle, fields } of PRINCIPLES) {
      const same = fields.every((field) => String(form.principles[field.name]) === String(previous.detail.form.principles[field.name]));
      if (same) say(principle, fields[0]!.name, 'SX-AUTH-RENEWAL-COPIED', 'These are the words of the version before.', 'A renewal argues each principle anew: write what holds now.');
    }
  }
  return problems;
}

/** What is known here and what the server alone knows, each once: for how a step stands. */
export function withLacks(problems: Problem[], lacks: ErrorBody[]): Problem[] {
  const told = lacks.map((one): Problem => ({ step: stepOfLack(one), field: one.place, code: one.code, what: one.what, cure: one.cure, hard: false }));
  return [...problems, ...told.filter((one) => !problems.some((known) => known.step === one.step && known.code === one.code))];
}

/** The step where somebody who comes back goes on: the first that is open, else signing, else submitting. */
export function resumeStep(steps: Step[], problems: Problem[], signed: string[]): StepId {
  const open = steps.find((step) => problems.some((one) => one.step === step.id));
  return open?.id ?? (signed.length < PRINCIPLES.length ? 'sign' : 'submit');
}

export type Standing = 'done' | 'open' | 'fresh';

/** How a step stands: done, open with something to mend, or not yet looked at. */
export function standing(step: StepId, problems: Problem[], seen: readonly StepId[], signed: string[]): Standing {
  const count = problems.filter((one) => one.step === step).length;
  if (step === 'sign') return signed.length === PRINCIPLES.length ? 'done' : seen.includes(step) ? 'open' : 'fresh';
  if (step === 'submit') return 'fresh';
  if (count === 0) return 'done';
  return seen.includes(step) ? 'open' : 'fresh';
}

/** How many steps before submitting are done. */
export function doneCount(steps: Step[], problems: Problem[], signed: string[]): number {
  return steps.filter((one) => one.id !== 'submit' && standing(one.id, problems, [], signed) === 'done').length;
}

/** True if all six may be signed in one go: each was shown, none would be refused. */
export function maySignAll(shown: readonly Principle[], problems: Problem[]): boolean {
  return PRINCIPLES.every(({ principle }) => shown.includes(principle) && !problems.some((one) => one.step === principle));
}

/** The form that a further version starts from: the same bounds, a window of the same length from now, principles to be argued anew. */
export function renewalDraft(before: AuthorityDetail, now: number): AuthorityForm {
  const day = 86_400_000;
  const length = new Date(before.form.opTo).getTime() - new Date(before.form.opFrom).getTime();
  const start = Math.floor(now / day) * day;
  return {
    ...before.form,
    principles: emptyPrinciples(),
    opFrom: new Date(start).toISOString(),
    opTo: new Date(start + length).toISOString(),
  };
}
