/* Templates: for whom, what they need, whom they name. Pure. */
import type { ReleaseForm } from '../api/calls';
import type { EntityView, FindingView, TemplateView } from '../api/contract';

/** In which capacity somebody receives, in words. */
const RECEIVERS: Record<string, string> = {
  POLICE: 'another police body',
  PROSECUTION: 'a prosecutor',
  COURT: 'a court',
  DEFENCE: 'the defence',
  OVERSIGHT: 'an overseer',
  VICTIM: 'whoever was wronged',
};

const NEEDS: Record<string, string> = {
  FINDINGS: 'a signed finding',
  NETWORK: 'a finding that rests on a frozen network',
  MEASURE: 'a finding that rests on a measure',
  ABOUT_SUBJECT: 'an entity named in a finding whose role is suspect or convicted',
  MESSAGES: 'a finding that cites a message or a post',
  EXHIBITS: 'a finding that cites a record',
};

export function receiverWords(receiver: string): string {
  return RECEIVERS[receiver] ?? receiver;
}

export function needWords(need: string): string {
  return NEEDS[need] ?? need;
}

/** Whom a template names, in a sentence. */
export function namingWords(template: TemplateView): string {
  if (template.withholds) return 'Third parties are taken out: everybody who is neither a selector of the authority nor suspect nor convicted.';
  return template.choice ? 'Third parties are named, unless you take them out below.' : 'Third parties are named.';
}

/** A form in another template: a capacity that it does not know and what only the other asked for are dropped. */
export function templated(form: ReleaseForm, template: TemplateView | undefined): ReleaseForm {
  const receiver = template?.receivers.includes(form.receiver ?? '') ? form.receiver ?? '' : '';
  const about = template?.needs.includes('ABOUT_SUBJECT') ? form.about ?? '' : '';
  return { ...form, template: template?.id ?? '', receiver, about, withhold: Boolean(template?.choice) && Boolean(form.withhold) };
}

/** Entities that the chosen findings name, each once, with the names that the case shows them under. */
export function namedIn(form: ReleaseForm, findings: FindingView[], entities: EntityView[]): { key: string; label: string }[] {
  const keys = new Set(findings.filter((one) => form.findings.includes(one.id)).flatMap((one) => one.claim.entities));
  return [...keys].map((key) => ({ key, label: entities.find((one) => one.key === key)?.label ?? key }));
}

/** A file name that promises a picture that can be copied. */
export function isPicture(name: string): boolean {
  return /\.(png|jpe?g|gif|bmp)$/i.test(name);
}
