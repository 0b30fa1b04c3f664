/* Releasing: what a release needs. Pure. */
import type { FindingView, RecipientRow } from '../api/contract';
import type { ReleaseForm } from '../api/calls';
import type { Choosable } from './redaction';

export const EMPTY_RELEASE: ReleaseForm = { findings: [], title: '', recipient: { name: '', organisation: '', need: '', agreement: '' }, handling: [], condition: '', permission: '', template: '', receiver: '', about: '', withhold: false, pictures: [] };

/** Handling codes as their schemes write them, with what each asks of whoever holds a copy. */
export const HANDLING: [string, string][] = [
  ['P', 'sharing permitted'], ['C', 'sharing with conditions'],
  ['H0', 'against crime only'], ['H1', 'not in court without permission'], ['H2', 'not passed on without permission'], ['H3', 'other restrictions'],
  ['TLP:GREEN', 'to the community'], ['TLP:AMBER', 'to the organisation and its clients'], ['TLP:AMBER+STRICT', 'to the organisation only'], ['TLP:RED', 'to the named person only'],
];

/** What the codes still ask for in words. */
export function handlingProblem(form: ReleaseForm): string | null {
  const codes = form.handling ?? [];
  if ((codes.includes('C') || codes.includes('H3')) && (form.condition ?? '').trim().length < 10) return 'Write the condition that C or H3 stands for.';
  if ((codes.includes('H1') || codes.includes('H2')) && (form.permission ?? '').trim().length < 5) return 'Name the provider’s permission that H1 or H2 asks for.';
  return null;
}

/** A form with a code set or taken off. */
export function coded(form: ReleaseForm, code: string, on: boolean): ReleaseForm {
  const rest = (form.handling ?? []).filter((one) => one !== code);
  return { ...form, handling: on ? [...rest, code] : rest };
}

/** A form for a recipient of the register; the need of this release is said anew. */
export function toRecipient(form: ReleaseForm, row: RecipientRow | undefined): ReleaseForm {
  if (!row) return { ...form, recipient: EMPTY_RELEASE.recipient };
  const { organisation, reference } = row.agreement;
  return { ...form, recipient: { name: row.name, organisation, need: row.need, agreement: reference } };
}

/** Those who may receive now. */
export function receiving(rows: RecipientRow[]): RecipientRow[] {
  return rows.filter((one) => !one.agreement.suspended && !one.agreement.lapsed && one.agreement.acceptsRules);
}

/** What still keeps a release from being made; all of it is written into the register. */
export function releaseProblem(form: ReleaseForm): string | null {
  if (form.findings.length === 0) return 'Choose at least one signed finding.';
  if (form.title.trim().length < 5) return 'Give the report a title.';
  if ([form.recipient.name, form.recipient.organisation, form.recipient.agreement].some((one) => one.trim() === '')) return 'Choose the recipient from the register.';
  if (form.recipient.need.trim().length < 10) return 'Say why the recipient needs it.';
  if ((form.template ?? '') !== '' && (form.receiver ?? '') === '') return 'Say in which capacity the recipient receives it.';
  return handlingProblem(form);
}

/** A form without the pictures that can no longer be chosen, as when the finding is taken off whose record carries one; the same form if there are none. */
export function pruned(form: ReleaseForm, pictures: Choosable[]): ReleaseForm {
  const kept = (form.pictures ?? []).filter((key) => pictures.some((one) => one.key === key));
  return kept.length === (form.pictures ?? []).length ? form : { ...form, pictures: kept };
}

/** A form as it is sent: chosen by their place, pictures are named by a record of the findings that are released. */
export function sent(form: ReleaseForm, pictures: Choosable[]): ReleaseForm {
  const whole = trimmed(form);
  return { ...whole, pictures: pictures.filter((one) => (whole.pictures ?? []).includes(one.key)).map((one) => one.picture) };
}

export function trimmed(form: ReleaseForm): ReleaseForm {
  const { name, organisation, need, agreement } = form.recipient;
  return {
    findings: form.findings,
    title: form.title.trim(),
    recipient: { name: name.trim(), organisation: organisation.trim(), need: need.trim(), agreement: agreement.trim() },
    handling: form.handling,
    condition: (form.condition ?? '').trim(),
    permission: (form.permission ?? '').trim(),
    template: form.template ?? '',
    receiver: form.receiver ?? '',
    about: form.about ?? '',
    withhold: form.withhold ?? false,
    pictures: form.pictures ?? [],
  };
}

export function toggled(form: ReleaseForm, finding: string, on: boolean): ReleaseForm {
  const rest = form.findings.filter((one) => one !== finding);
  return { ...form, findings: on ? [...rest, finding] : rest };
}

/** Only a signed finding may leave. */
export function releasable(findings: FindingView[]): FindingView[] {
  return findings.filter((one) => one.state === 'SIGNED').sort((a, b) => a.number - b.number);
}
