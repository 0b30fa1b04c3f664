/* Releasing: what a release needs. Pure. */
import type { FindingView } from '../api/contract';
import type { ReleaseForm } from '../api/calls';

export const EMPTY_RELEASE: ReleaseForm = { findings: [], title: '', recipient: { name: '', organisation: '', need: '', agreement: '' } };

/** What still keeps a release from being made; all of it is written into the register. */
export function releaseProblem(form: ReleaseForm): string | null {
  if (form.findings.length === 0) return 'Choose at least one signed finding.';
  if (form.title.trim().length < 5) return 'Give the report a title.';
  if (form.recipient.name.trim() === '' || form.recipient.organisation.trim() === '') return 'Name the recipient and the organisation.';
  if (form.recipient.need.trim().length < 10) return 'Say why the recipient needs it.';
  if (form.recipient.agreement.trim() === '') return 'Name the agreement or order that binds the recipient.';
  return null;
}

export function trimmed(form: ReleaseForm): ReleaseForm {
  const { name, organisation, need, agreement } = form.recipient;
  return {
    findings: form.findings,
    title: form.title.trim(),
    recipient: { name: name.trim(), organisation: organisation.trim(), need: need.trim(), agreement: agreement.trim() },
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
