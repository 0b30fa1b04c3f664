import { useState, type ReactNode } from 'react';
import { Beside, Field, Tag } from '../parts/pieces';
import { countOf, fieldOfTime, plain, timeOfField } from '../parts/words';
import { BUSINESS_CASES, FLAGS, PLATFORMS, problemOf, readSelectors, SELECTOR_WORDS, selectorLine } from './state';
import type { Part } from './wizard';

/** The legal ground: instrument and offence from the jurisdiction's pack, and one of five business cases. */
export function BasisPage({ form, set, shown, pack }: Part) {
  const known = pack.instruments.find((one) => one.title === form.instrument);
  const [byHand, setByHand] = useState(form.instrument !== '' && !known);
  const offence = pack.offences.find((one) => one.id === form.offence);
  const groups = [...new Set(pack.offences.map((one) => one.group))];
  return (
    <>
      <p className="hint">Choices come from the jurisdiction’s pack <strong>{pack.title}</strong>, version {pack.version}.</p>
      <fieldset>
        <legend>Business case</legend>
        <p className="hint">There are five and no sixth: watching lawful speech or assembly for a vague purpose is not one.</p>
        {BUSINESS_CASES.map((one) => (
          <label key={one.value} className="line">
            <input type="radio" name="business" checked={form.businessCase === one.value} onChange={() => set({ businessCase: one.value })} />
            {one.label}
          </label>
        ))}
      </fieldset>
      <Field label="Offence" hint="Only an offence that satisfies the pack’s rule can carry an authority. One that does not is listed, so that you see why." problem={problemOf(shown, 'offence')}>
        {(ids) => (
          <select {...ids} value={form.offence} onChange={(change) => set({ offence: change.target.value })} data-testid="draft-offence">
            <option value="">Choose an offence…</option>
            {form.offence !== '' && !offence && <option value={form.offence}>{form.offence} (not in the catalogue)</option>}
            {groups.map((group) => (
              <optgroup key={group} label={group}>
                {pack.offences.filter((one) => one.group === group).map((one) => <option key={one.id} value={one.id}>{one.title} · {one.statute}</option>)}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {offence && (
        <p className={offence.wants.length === 0 ? 'hint' : 'problem'}>
          {offence.wants.length === 0 ? `Satisfies ${pack.offenceSource}: ${offence.answers.map(answerWords).join('; ')}.` : `Does not satisfy ${pack.offenceSource}.`}
        </p>
      )}
      <div className="grid">
        <Field label="Instrument" hint={known ? `${known.law}. Reaches at most: ${known.ceiling}.` : 'The law and form on which the work rests.'} problem={problemOf(shown, 'instrument')}>
          {(ids) => (
            <select {...ids} value={byHand ? '*' : form.instrument} data-testid="draft-instrument"
              onChange={(change) => {
                setByHand(change.target.value === '*');
                set({ instrument: change.target.value === '*' ? '' : change.target.value });
              }}>
              <option value="">Choose an instrument…</option>
              {pack.instruments.map((one) => <option key={one.id} value={one.title}>{one.title}</option>)}
              <option value="*">Another: write it</option>
            </select>
          )}
        </Field>
        {byHand && (
          <Field label="Instrument in words" hint="As the law or the issuing body names it." problem={problemOf(shown, 'instrument')}>
            {(ids) => <input {...ids} value={form.instrument} maxLength={200} onChange={(change) => set({ instrument: change.target.value })} data-testid="draft-instrument-words" />}
          </Field>
        )}
        <Field label="Number" hint="As the issuing body wrote it." problem={problemOf(shown, 'number')}>
          {(ids) => <input {...ids} value={form.number} maxLength={200} onChange={(change) => set({ number: change.target.value })} data-testid="draft-number" />}
        </Field>
        <Field label="Issuer" hint={known ? `Usually: ${known.issuer}.` : 'Court, prosecutor or officer who issues it.'} problem={problemOf(shown, 'issuer')}>
          {(ids) => <input {...ids} value={form.issuer} maxLength={200} onChange={(change) => set({ issuer: change.target.value })} data-testid="draft-issuer" />}
        </Field>
        <Field label="Jurisdiction" hint="Whose law." problem={problemOf(shown, 'jurisdiction')}>
          {(ids) => <input {...ids} value={form.jurisdiction} maxLength={200} onChange={(change) => set({ jurisdiction: change.target.value })} data-testid="draft-jurisdiction" />}
        </Field>
      </div>
    </>
  );
}

const ANSWERS: Record<string, string> = {
  significantThreat: 'a recognised threat to the community',
  powerOrProfit: 'seeks illegal power or profit',
  lifeOrProperty: 'endangers life or property',
  organised: 'involves a permanent organisation',
  multiJurisdiction: 'reaches over more than one jurisdiction',
  threeYears: 'punishable by at least three years at its maximum',
  listed: 'listed whatever its maximum',
};

const answerWords = (answer: string): string => ANSWERS[answer] ?? answer;

function toggled(list: string[], value: string, on: boolean): string[] {
  return on ? [...list.filter((one) => one !== value), value] : list.filter((one) => one !== value);
}

function Checks(props: { legend: string; hint?: ReactNode; problem?: string | null; options: { value: string; label: string }[]; chosen: string[]; onChange: (chosen: string[]) => void; name: string }) {
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      {props.hint && <p className="hint">{props.hint}</p>}
      <div className="choices">
        {props.options.map((one) => (
          <label key={one.value}>
            <input type="checkbox" checked={props.chosen.includes(one.value)} data-testid={`${props.name}-${one.value}`}
              onChange={(change) => props.onChange(toggled(props.chosen, one.value, change.target.checked))} />
            {one.label}
          </label>
        ))}
      </div>
      {props.problem && <p className="problem">{props.problem}</p>}
    </fieldset>
  );
}

function TimeField(props: { label: string; value: string; problem: string | null; name: string; onChange: (iso: string) => void }) {
  return (
    <Field label={`${props.label} (UTC)`} problem={props.problem}>
      {(ids) => <input {...ids} type="datetime-local" value={fieldOfTime(props.value)} data-testid={`draft-${props.name}`}
        onChange={(change) => props.onChange(timeOfField(change.target.value) ?? '')} />}
    </Field>
  );
}

/** Whom, where, when, how deep. */
export function ReachPage({ form, set, selectors, setSelectors, shown, pack }: Part) {
  const options = [...new Set([...PLATFORMS, ...form.platforms])].map((value) => ({ value, label: value }));
  return (
    <>
      <SelectorAdder platforms={options.map((one) => one.value)} onAdd={(line) => setSelectors(selectors.trim() === '' ? line : `${selectors.trimEnd()}\n${line}`)} />
      <Field label="Selectors, one to a line" problem={problemOf(shown, 'selectors')}
        hint={<>Who and what the authority reaches, and nothing else: <code>email:a@b.example</code>, <code>phone:+4420…</code>, <code>platform_id@telegram:123</code>, <code>handle@x:name</code>, <code>group@telegram:99</code>.</>}>
        {(ids) => <textarea {...ids} rows={5} className="code" spellCheck={false} value={selectors} onChange={(change) => setSelectors(change.target.value)} data-testid="draft-selectors" />}
      </Field>
      <SelectorReading text={selectors} />
      <HandleNumbers text={selectors} bound={form.stableIds ?? {}} onChange={(stableIds) => set({ stableIds })} />
      <Checks legend="Platforms" name="platform" options={options} chosen={form.platforms} problem={problemOf(shown, 'platforms')} onChange={(platforms) => set({ platforms })} />
      <div className="grid">
        <TimeField label="Content from" name="content-from" value={form.contentFrom} problem={problemOf(shown, 'content')} onChange={(contentFrom) => set({ contentFrom })} />
        <TimeField label="Content to" name="content-to" value={form.contentTo} problem={null} onChange={(contentTo) => set({ contentTo })} />
        <TimeField label="In force from" name="op-from" value={form.opFrom} problem={problemOf(shown, 'operation')} onChange={(opFrom) => set({ opFrom })} />
        <TimeField label="In force to" name="op-to" value={form.opTo} problem={null} onChange={(opTo) => set({ opTo })} />
      </div>
      <p className="hint">What lies outside the content window is sealed off before anybody sees it; so is a post, message, call or log-in without a date. In force at most {countOf(pack.limits.longestOperationDays, 'day')}.</p>
      <fieldset>
        <legend>Highest level of intrusion</legend>
        <p className="hint">Ask for the lowest that answers the question.</p>
        {pack.levels.filter((one) => one.level <= 3).map((one) => (
          <label key={one.level} className="line">
            <input type="radio" name="level" checked={form.maxLevel === one.level} onChange={() => set({ maxLevel: one.level })} data-testid={`level-${one.level}`} />
            <strong>{one.level} {one.title}</strong>: {one.meaning}. {one.oversight && <Tag tone="wait">the overseer decides beforehand</Tag>}
          </label>
        ))}
        {pack.levels.filter((one) => one.level > 3).map((one) => (
          <p key={one.level} className="line muted">{one.level} {one.title}: {one.meaning}.</p>
        ))}
      </fieldset>
      <fieldset>
        <legend>Beyond the selectors</legend>
        <label className="line"><input type="radio" name="hops" checked={form.hopLimit === 0} onChange={() => set({ hopLimit: 0 })} data-testid="hops-0" /> only the selectors themselves</label>
        <label className="line"><input type="radio" name="hops" checked={form.hopLimit === 1} onChange={() => set({ hopLimit: 1 })} data-testid="hops-1" /> also accounts tied to them directly: one hop, and never further</label>
      </fieldset>
      <Checks legend="Methods" name="method" chosen={form.methods} problem={problemOf(shown, 'methods')} onChange={(methods) => set({ methods })}
        options={[...pack.methods.map((one) => ({ value: one.name, label: one.title })), ...form.methods.filter((one) => !pack.methods.some((known) => known.name === one)).map((value) => ({ value, label: plain(value) }))]} />
    </>
  );
}

/* Builds one selector in its parts, for whoever does not know the way they are written. */
function SelectorAdder({ platforms, onAdd }: { platforms: string[]; onAdd: (line: string) => void }) {
  const [type, setType] = useState('platform_id');
  const [platform, setPlatform] = useState(platforms[0] ?? '');
  const [value, setValue] = useState('');
  const kind = SELECTOR_WORDS.find((one) => one.type === type);
  const add = () => {
    if (value.trim() === '') return;
    onAdd(selectorLine(type, kind?.bound ? platform : null, value));
    setValue('');
  };
  return (
    <div className="adder" role="group" aria-label="Add a selector">
      <label><span>Kind</span>
        <select value={type} onChange={(change) => setType(change.target.value)} data-testid="selector-type">
          {SELECTOR_WORDS.map((one) => <option key={one.type} value={one.type}>{one.words}</option>)}
        </select>
      </label>
      {kind?.bound && (
        <label><span>Platform</span>
          <select value={platform} onChange={(change) => setPlatform(change.target.value)} data-testid="selector-platform">
            {platforms.map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        </label>
      )}
      <label className="grow"><span>Value</span>
        <input value={value} onChange={(change) => setValue(change.target.value)} data-testid="selector-value"
          onKeyDown={(key) => { if (key.key === 'Enter') { key.preventDefault(); add(); } }} />
      </label>
      <button type="button" className="button" onClick={add} data-testid="selector-add">Add</button>
    </div>
  );
}

function SelectorReading({ text }: { text: string }) {
  const read = readSelectors(text);
  if (read.length === 0) return null;
  const broad = read.filter((one) => one.broad);
  return (
    <div className="reading" aria-live="polite">
      <p className="hint">
        {countOf(read.filter((one) => one.problem === null).length, 'selector')} understood{broad.length > 0 && <>; <strong>{broad.map((one) => one.text).join(', ')}</strong> {broad.length === 1 ? 'reaches' : 'reach'} people who are not named: the overseer decides beforehand, and every quota needs a bound</>}.
      </p>
    </div>
  );
}

/* A handle can be given up and taken by somebody else; the number of the account cannot. */
function HandleNumbers({ text, bound, onChange }: { text: string; bound: Record<string, string>; onChange: (bound: Record<string, string>) => void }) {
  const handles = readSelectors(text).filter((one) => one.problem === null && one.text.startsWith('handle@'));
  if (handles.length === 0) return null;
  return (
    <fieldset>
      <legend>Numbers of the accounts behind the handles</legend>
      <p className="hint">Where you know it, give the account’s permanent number: if the handle turns up at another account, it then stops counting until an officer has decided.</p>
      <div className="grid">
        {handles.map(({ text: handle }) => (
          <Field key={handle} label={handle}>
            {(ids) => <input {...ids} value={bound[handle] ?? ''} inputMode="numeric" onChange={(change) => onChange({ ...bound, [handle]: change.target.value })} />}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

/** How much, by whom, reviewed how often, kept how long, and what protected it may touch. */
export function DutiesPage({ form, set, shown, people }: Part) {
  const number = (label: string, hint: string, name: string, value: number, onChange: (value: number) => void) => (
    <Field label={label} hint={hint} problem={problemOf(shown, name)}>
      {(ids) => <input {...ids} type="number" min={0} step={1} value={Number.isFinite(value) ? value : ''} data-testid={`draft-${name}`}
        onChange={(change) => onChange(Math.trunc(Number(change.target.value)))} />}
    </Field>
  );
  const analysts = people.filter((one) => one.roles.includes('ANALYST'));
  return (
    <>
      <p className="hint">A quota is a ceiling for the whole version; 0 is no bound. <Beside of="subject" /></p>
      <div className="grid">
        {number('Records at most', 'Read in, of all exhibits.', 'items', form.quota.items, (items) => set({ quota: { ...form.quota, items } }))}
        {number('Subjects at most', 'Persons whose conduct is in scope.', 'subjects', form.quota.subjects, (subjects) => set({ quota: { ...form.quota, subjects } }))}
        {number('Views at most', 'Searches and looks at records, of all people together.', 'views', form.quota.views, (views) => set({ quota: { ...form.quota, views } }))}
        {number('Review every (days)', 'A missed review stops the work by itself.', 'reviewEveryDays', form.reviewEveryDays, (reviewEveryDays) => set({ reviewEveryDays }))}
        {number('Kept after the end (days)', 'Then the material is destroyed, unless a hold keeps it.', 'retentionDays', form.retentionDays, (retentionDays) => set({ retentionDays }))}
      </div>
      <Checks legend="Team" name="team" hint="Only these people can ask for permits. Neither the officer who approves nor the overseer can be one of them." problem={problemOf(shown, 'team')}
        options={analysts.map((one) => ({ value: one.id, label: one.name }))} chosen={form.team} onChange={(team) => set({ team })} />
      <Field label="Handling" hint="Who may see the material and under which conditions." problem={problemOf(shown, 'handling')}>
        {(ids) => <textarea {...ids} rows={2} value={form.handling} onChange={(change) => set({ handling: change.target.value })} data-testid="draft-handling" />}
      </Field>
      <Checks legend="May touch" name="flag" hint="If any of these is likely, say so: the overseer then decides beforehand. Saying nothing does not make it lawful." options={FLAGS} chosen={form.flags} onChange={(flags) => set({ flags })} />
    </>
  );
}
