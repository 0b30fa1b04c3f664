/* The law of the house on the screen: what a change is waiting for, and what a person may do with it. Pure. */
import type { LawChangeView, LawTextView, LawProposal, Scale } from '../api/contract';

/** What a change is waiting for, in one sentence. */
export function waitWords(change: LawChangeView, now: number): string {
  switch (change.state) {
    case 'PROPOSED': {
      const given = change.signatures.map((one) => one.role);
      const lacking = [
        ...(given.includes('AUTHORISING_OFFICER') ? [] : ['an authorising officer']),
        ...(given.includes('OVERSEER') ? [] : ['an overseer']),
      ];
      return `Waits for ${lacking.join(' and ')}.`;
    }
    case 'NOTICED': {
      const left = change.dueAt ? Date.parse(change.dueAt) - now : 0;
      const hours = Math.ceil(left / 3_600_000);
      return left <= 0 ? 'In force with the next act.' : `Overseers have notice. In force in ${hours} ${hours === 1 ? 'hour' : 'hours'}, unless somebody stops it.`;
    }
    case 'FORCED':
      return change.narrowing ? 'Came into force at once, since it only narrows.' : 'Came into force.';
    case 'STOPPED':
      return 'Was stopped.';
    default:
      return 'Lapsed: another change came into force first.';
  }
}

/** What a person changed in the texts, as a proposal; null if nothing was changed. */
export function proposalOf(law: LawTextView, files: Record<string, string>, reasons: string): LawProposal | null {
  const changed = Object.keys({ ...law.files, ...files }).some((name) => (files[name] ?? '') !== (law.files[name] ?? ''));
  if (!changed) return null;
  const kept = Object.fromEntries(Object.entries(files).filter(([name, text]) => name !== SCHEMA && text.trim() !== ''));
  const policy = law.law.kind === 'POLICY';
  return {
    kind: law.law.kind,
    id: null,
    name: policy ? law.law.name : null,
    version: law.law.version + 1,
    schema: policy ? (files[SCHEMA] ?? law.files[SCHEMA] ?? '') : null,
    texts: kept,
    reasons,
    note: null,
  };
}

/**
 * The pack's text with another scale of estimative words for new findings, and the version after its own; every other word stays. Null where the
 * text is not laid out as packs are, so that a person has to change it.
 */
export function withScale(law: LawTextView, scale: Scale): Record<string, string> | null {
  const [file, text] = Object.entries(law.files)[0] ?? [];
  if (file === undefined || text === undefined || law.law.kind !== 'PACK') return null;
  const line = /* not said */ `  scale: ${scale}`;
  const block = /^findings:[ \t]*(#.*)?\n(?:[ \t]+.*\n?|[ \t]*#.*\n|\n)*/m;
  const held = block.exec(text)?.[0];
  let changed: string;
  if (held === undefined) {
    if (/^findings:/m.test(text)) return null;
    changed = /* not said */ `${text.replace(/\n*$/, '\n')}\nfindings:\n${line}\n`;
  } else {
    const within = /^ {2}scale:/m.test(held) ? held.replace(/^ {2}scale:[ \t]*[^\s#]*/m, line) : held.replace(/\n/, `\n${line}\n`);
    changed = text.replace(held, () => within);
  }
  const raised = changed.replace(/^version:[ \t]*\d+/m, `version: ${law.law.version + 1}`);
  return raised === changed ? null : { [file]: raised };
}

const SCHEMA = 'schema.cedarschema';

/** A line of a comparison. */
export interface Line {
  sign: ' ' | '-' | '+';
  text: string;
}

/** Compares two texts line by line: what both hold in order, what fell away, what was added. */
export function compared(before: string, after: string): Line[] {
  const a = before.split('\n');
  const b = after.split('\n');
  const longest: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i]![j] = a[i] === b[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ sign: ' ', text: a[i]! });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && longest[i + 1]![j]! >= longest[i]![j + 1]!)) {
      lines.push({ sign: '-', text: a[i]! });
      i++;
    } else {
      lines.push({ sign: '+', text: b[j]! });
      j++;
    }
  }
  return lines;
}

/** Only what differs, with some lines around it. */
export function changedLines(lines: Line[], around = 3): Line[] {
  return lines.filter((_, at) => lines.slice(Math.max(0, at - around), at + around + 1).some((one) => one.sign !== ' '));
}
