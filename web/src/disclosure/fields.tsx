import type { ReleaseForm } from '../api/calls';
import type { ReleasePreview, TemplateView } from '../api/contract';
import { word } from '../language/say';
import { Paper } from '../parts/paper';
import { Dialog, Field } from '../parts/pieces';
import type { Choosable } from './redaction';
import { namingWords, needWords, receiverWords, templated } from './shape';

/** In which template it is released, for whom, about whom, and with which pictures. */
export function ShapeFields({ form, onForm, templates, pictures, named }: {
  form: ReleaseForm;
  onForm: (form: ReleaseForm) => void;
  templates: TemplateView[];
  pictures: Choosable[];
  named: { key: string; label: string }[];
}) {
  const template = templates.find((one) => one.id === form.template);
  return (
    <>
      <div className="grid">
        <Field label="Template" hint={template ? namingWords(template) : 'No template: everything there is, as signed.'}>
          {(ids) => (
            <select {...ids} value={form.template ?? ''} data-testid="choose-template"
              onChange={(change) => onForm(templated(form, templates.find((one) => one.id === change.target.value)))}>
              <option value="">No template</option>
              {templates.map((one) => <option key={one.id} value={one.id}>{word(one.title)}</option>)}
            </select>
          )}
        </Field>
        {template && (
          <Field label="The recipient receives it as" hint="Each template says who may receive it.">
            {(ids) => (
              <select {...ids} value={form.receiver ?? ''} data-testid="choose-receiver" onChange={(change) => onForm({ ...form, receiver: change.target.value })}>
                <option value="">Choose…</option>
                {template.receivers.map((one) => <option key={one} value={one}>{receiverWords(one)}</option>)}
              </select>
            )}
          </Field>
        )}
        {template?.needs.includes('ABOUT_SUBJECT') && (
          <Field label="About" hint="An entity that a chosen finding names.">
            {(ids) => (
              <select {...ids} value={form.about ?? ''} data-testid="choose-about" onChange={(change) => onForm({ ...form, about: change.target.value })}>
                <option value="">Choose…</option>
                {named.map((one) => <option key={one.key} value={one.key}>{one.label}</option>)}
              </select>
            )}
          </Field>
        )}
      </div>
      {template && (
        <details>
          <summary>What this template needs and says</summary>
          <ul>{template.needs.map((one) => <li key={one}>It needs {needWords(one)}.</li>)}</ul>
          {template.words.map((one) => <p key={one}>{word(one)}</p>)}
        </details>
      )}
      {template?.choice && (
        <label className="line">
          <input type="checkbox" checked={form.withhold ?? false} onChange={(change) => onForm({ ...form, withhold: change.target.checked })} data-testid="withhold" /> Take third parties out
        </label>
      )}
      {pictures.length > 0 && (
        <fieldset>
          <legend>Copies of pictures</legend>
          <p className="hint">Encoded anew: nothing of the file but its dots leaves, and what is marked is black.</p>
          {pictures.map((one) => (
            <label key={one.key} className="line">
              <input type="checkbox" checked={(form.pictures ?? []).includes(one.key)} data-testid="choose-picture"
                onChange={(change) => onForm({ ...form, pictures: change.target.checked ? [...(form.pictures ?? []), one.key] : (form.pictures ?? []).filter((key) => key !== one.key) })} /> {one.label}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** What a release would print, with its own style, apart from the page around it. */
export function PreviewDialog({ preview, onClose }: { preview: ReleasePreview; onClose: () => void }) {
  return (
    <Dialog title="What would be released" onClose={onClose} wide>
      <p className="hint">Without the proofs and the mark of the copy, which are made when it is released.</p>
      {preview.ownMarks > 0 && <p className="problem">You decided on {preview.ownMarks} of what is taken out, so a second person releases it.</p>}
      <Paper html={preview.html} css={preview.css} />
    </Dialog>
  );
}
