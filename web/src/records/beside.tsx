import { useState } from 'react';
import type { NoteDraft, NoteVersionView, NoteView, RecordView } from '../api/contract';
import { useShown } from '../frame/following';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Dialog, FaultPanel, Field, ReasonDialog, Tag, Time } from '../parts/pieces';
import { countOf } from '../parts/words';
import { draftOf, lackOf, lastWritten, latest, ofWhole, parted, readAnew, sent, stretch, turned } from './notes';
import { basketLabel, languageWords } from './state';

type Open = { what: 'write'; note: NoteView | null; kind: NoteDraft['kind'] } | { what: 'back'; note: NoteView } | null;

/** What people wrote beside the record: after its own words, marked as people's work, never in their place. */
export function NotesOf({ record }: { record: RecordView }) {
  const w = useWorkspace();
  const loaded = useLoad(`notes ${w.permit?.id} ${record.id}`, (signal) => w.api.notes(record.id, signal));
  // What came back from writing, until the team's is asked for anew.
  const [written, setWritten] = useState<NoteView[] | null>(null);
  useShown(() => { setWritten(null); loaded.reload(); });
  const [open, setOpen] = useState<Open>(null);
  const deed = useDeed();
  const notes = written ?? loaded.value ?? [];
  const { standing, back } = parted(notes);
  const after = (all: NoteView[]) => { setWritten(all); setOpen(null); };
  const shut = () => { deed.clear(); setOpen(null); };
  return (
    <section aria-label="Notes and translations" className="beside-record" data-testid="notes">
      <div className="evidence-head">
        <h3>Beside it {standing.length > 0 && <span className="muted">{standing.length}</span>}</h3>
        <div className="buttons">
          <button type="button" className="button small" onClick={() => setOpen({ what: 'write', note: null, kind: 'TRANSLATION' })} data-testid="translate">Write a translation</button>
          <button type="button" className="button small" onClick={() => setOpen({ what: 'write', note: null, kind: 'NOTE' })} data-testid="write-note">Write a note</button>
        </div>
      </div>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {standing.length > 0 && <p className="hint">People wrote this; it is no evidence. The record’s own words stand above it, as they were read.</p>}
      {standing.map((note) => (
        <OneNote key={note.id} note={note} record={record} onAmend={() => setOpen({ what: 'write', note, kind: 'NOTE' })} onBack={() => setOpen({ what: 'back', note })} />
      ))}
      {back.length > 0 && (
        <details>
          <summary>{`Taken back: ${countOf(back.length, 'note')}`}</summary>
          {back.map((note) => <Versions key={note.id} note={note} from={note.versions.length} />)}
        </details>
      )}
      {open?.what === 'write' && (
        <Writing record={record} note={open.note} kind={open.kind} busy={deed.busy} fault={deed.fault} onClose={shut}
          onWrite={(draft) => void deed.run(() => (open.note === null ? w.api.writeNote(record.id, draft) : w.api.amendNote(record.id, open.note.id, draft)), after)} />
      )}
      {open?.what === 'back' && (
        <ReasonDialog title="Take it back" question="Why" verb="Take it back" danger busy={deed.busy} fault={deed.fault} onClose={shut}
          onSay={(reason) => void deed.run(() => w.api.withdrawNote(record.id, open.note.id, latest(open.note).version, reason), after)}>
          <p>Its versions stay, and are shown as taken back. A finding that was written with it keeps its copy.</p>
        </ReasonDialog>
      )}
    </section>
  );
}

function OneNote({ note, record, onAmend, onBack }: { note: NoteView; record: RecordView; onAmend: () => void; onBack: () => void }) {
  const w = useWorkspace();
  const last = latest(note);
  const held = w.basket.find((one) => one.record === record.id);
  const used = held?.beside?.includes(note.id) ?? false;
  const use = () => {
    const beside = turned(held?.beside, note.id);
    w.support({ record: record.id, note: held?.note ?? '', label: basketLabel(record), beside });
  };
  return (
    <article className="note" data-testid="note" data-kind={note.kind} aria-label={note.kind === 'TRANSLATION' ? 'Translation' : 'Note'}>
      <p className="note-head">
        <Tag tone="wait">{note.kind === 'TRANSLATION' ? 'Translation' : 'Note'}</Tag>{' '}
        {last.language && <><Tag>{languageWords(last.language)}</Tag>{' '}</>}
        <By version={last} />
      </p>
      <div className={ofWhole(last) ? '' : 'note-pair'}>
        {!ofWhole(last) && <blockquote className="beside-words" dir="auto" data-testid="note-original"><span className="muted small">Of these words</span><br />{last.original}</blockquote>}
        <blockquote className="beside-words written" dir="auto" lang={last.language || undefined}>{last.text}</blockquote>
      </div>
      {readAnew(last, record) && <p className="hint">The record was read anew since this was written, and its words are others now. They were: “{last.original}”</p>}
      <div className="buttons">
        <button type="button" className="quiet" aria-pressed={used} onClick={use} data-testid="use-note">{used ? 'Shown in the finding: leave it out' : 'Show it in a finding, with the record'}</button>
        <button type="button" className="quiet" onClick={onAmend} data-testid="amend-note">Write a later version</button>
        {last.mine && <button type="button" className="quiet" onClick={onBack} data-testid="withdraw-note">Take it back</button>}
      </div>
      {note.versions.length > 1 && (
        <details>
          <summary>{`Earlier versions: ${note.versions.length - 1}`}</summary>
          <Versions note={note} from={note.versions.length - 1} />
        </details>
      )}
    </article>
  );
}

function By({ version }: { version: NoteVersionView }) {
  return (
    <span className="muted small">
      {`written by ${version.by}, version ${version.version}`} · <Time at={version.at} />
      {version.translator && <> · {`translated by ${version.translator}`}</>}
      {version.tool && <> · {`made with ${version.tool}`}</>}
    </span>
  );
}

/** Versions before one, the latest first. */
function Versions({ note, from }: { note: NoteView; from: number }) {
  return (
    <ul className="plain">
      {note.versions.slice(0, from).reverse().map((one) => (
        <li key={one.version}>
          <By version={one} />
          {one.withdrawn ? <p>Taken back: {one.reason}</p> : <blockquote className="beside-words written" dir="auto" lang={one.language || undefined}>{one.text}</blockquote>}
        </li>
      ))}
    </ul>
  );
}

const TAGS = ['en', 'es', 'pt', 'pt-BR', 'fr', 'de', 'it', 'nl', 'pl', 'ro', 'sq', 'sr', 'bg', 'uk', 'ru', 'tr', 'ar', 'fa', 'ur', 'hi', 'zh', 'vi', 'th', 'id'];

function Writing(props: {
  record: RecordView; note: NoteView | null; kind: NoteDraft['kind']; busy: boolean; fault: unknown; onClose: () => void; onWrite: (draft: NoteDraft) => void;
}) {
  const { record, note } = props;
  const [draft, setDraft] = useState(() => draftOf(note, props.kind));
  const [tried, setTried] = useState(false);
  const lack = lackOf(draft);
  const translation = draft.kind === 'TRANSLATION';
  const put = (more: Partial<NoteDraft>) => setDraft({ ...draft, ...more });
  const title = note !== null ? 'Write a later version' : translation ? 'Write a translation' : 'Write a note';
  const last = note === null ? null : lastWritten(note);
  return (
    <Dialog title={title} onClose={props.onClose} wide>
      <form onSubmit={(submit) => { submit.preventDefault(); setTried(true); if (lack === null) props.onWrite(sent(draft)); }}>
        <p>Everybody who works under this authority sees it at once, with your name. The record stays as it was read.</p>
        {record.text !== '' && (
          <Field label="The record’s words" wide hint={translation ? 'Mark the stretch that you translate; mark nothing for the whole.' : 'Mark the stretch that the note is on; mark nothing for the whole.'}>
            {(ids) => (
              // A field that is read-only to the browser has no caret, so that the keyboard could mark nothing in it: this one takes no change instead.
              <textarea {...ids} aria-readonly rows={4} dir="auto" value={record.text} data-testid="note-of" onChange={() => undefined}
                onSelect={(mark) => {
                  const field = mark.currentTarget;
                  if (field.selectionStart !== field.selectionEnd) put(stretch(record.text, field.selectionStart, field.selectionEnd));
                }} />
            )}
          </Field>
        )}
        <p role="status" className="small" data-testid="note-stretch">{draft.to === 0 ? 'Of the whole record' : `Of these words: “${record.text.slice(draft.from, draft.to)}”`}</p>
        {draft.to > 0 && <button type="button" className="quiet" onClick={() => put({ from: 0, to: 0 })}>Of the whole record</button>}
        {last !== null && readAnew(last, record) && <p className="problem">The record was read anew since the last version: mark the stretch again.</p>}
        <Field label={translation ? 'Translation' : 'Note'} wide problem={tried && lack === 'text' ? 'Nothing is written yet.' : null}>
          {(ids) => <textarea {...ids} rows={5} dir="auto" maxLength={20_000} value={draft.text} data-testid="note-text" onChange={(change) => put({ text: change.target.value })} />}
        </Field>
        <Field label={translation ? 'Into which language' : 'Language of the note, if it matters'} hint="A tag of BCP 47: en, es, pt-BR, zh-Hant" problem={tried && lack === 'language' ? 'Give the tag of a language, such as en or pt-BR.' : null}>
          {(ids) => <input {...ids} list="note-languages" maxLength={35} autoComplete="off" spellCheck={false} value={draft.language} data-testid="note-language" onChange={(change) => put({ language: change.target.value })} />}
        </Field>
        <datalist id="note-languages">{TAGS.map((tag) => <option key={tag} value={tag}>{languageWords(tag)}</option>)}</datalist>
        {translation && (
          <>
            <Field label="Translated by, if not by you" hint="A name, and in which office: a sworn interpreter, a colleague.">
              {(ids) => <input {...ids} maxLength={200} value={draft.translator} data-testid="note-translator" onChange={(change) => put({ translator: change.target.value })} />}
            </Field>
            <Field label="Made with a tool, if with any" hint="Its name and version. Nothing is translated by a machine here; what one did elsewhere is said.">
              {(ids) => <input {...ids} maxLength={200} value={draft.tool} data-testid="note-tool" onChange={(change) => put({ tool: change.target.value })} />}
            </Field>
          </>
        )}
        <FaultPanel fault={props.fault} />
        <div className="buttons">
          <button type="submit" className="button primary" disabled={props.busy} data-testid="keep-note">{props.busy ? 'Working…' : 'Show it to the team'}</button>
          <button type="button" className="button" onClick={props.onClose}>Cancel</button>
        </div>
      </form>
    </Dialog>
  );
}
