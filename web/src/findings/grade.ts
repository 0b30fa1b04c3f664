/* Grades: two judgements kept apart, each in its scheme's own code and words. No arithmetic is done on them. Pure. */

export type Scheme = 'UK-3x5x2' | 'ADMIRALTY' | 'EUROPOL-4x4';

/** The schemes by the names that their people use. */
export const SCHEMES: { value: Scheme; title: string }[] = [
  { value: 'UK-3x5x2', title: 'United Kingdom 3x5x2' }, { value: 'ADMIRALTY', title: 'Admiralty' }, { value: 'EUROPOL-4x4', title: 'Europol 4x4' },
];

export interface Choice {
  code: string;
  words: string;
}

export interface GradePart {
  name: 'source' | 'information' | 'handling';
  label: string;
  choices: Choice[];
}

/** United Kingdom 3x5x2 (College of Policing, information management). */
const UK: GradePart[] = [
  {
    name: 'source', label: 'Source', choices: [
      { code: '1', words: 'reliable' }, { code: '2', words: 'untested' }, { code: '3', words: 'not reliable' },
    ],
  },
  {
    name: 'information', label: 'Information', choices: [
      { code: 'A', words: 'known directly to the source' }, { code: 'B', words: 'known indirectly but corroborated' },
      { code: 'C', words: 'known indirectly' }, { code: 'D', words: 'not known' }, { code: 'E', words: 'suspected to be false' },
    ],
  },
  {
    name: 'handling', label: 'Handling', choices: [
      { code: 'P', words: 'lawful sharing permitted' }, { code: 'C', words: 'permitted with conditions' },
    ],
  },
];

/** The Admiralty system. */
const ADMIRALTY: GradePart[] = [
  {
    name: 'source', label: 'Source', choices: [
      { code: 'A', words: 'completely reliable' }, { code: 'B', words: 'usually reliable' }, { code: 'C', words: 'fairly reliable' },
      { code: 'D', words: 'not usually reliable' }, { code: 'E', words: 'unreliable' }, { code: 'F', words: 'reliability cannot be judged' },
    ],
  },
  {
    name: 'information', label: 'Information', choices: [
      { code: '1', words: 'confirmed by other sources' }, { code: '2', words: 'probably true' }, { code: '3', words: 'possibly true' },
      { code: '4', words: 'doubtful' }, { code: '5', words: 'improbable' }, { code: '6', words: 'truth cannot be judged' },
    ],
  },
];

/** Europol's 4x4 (Regulation (EU) 2016/794, Article 29). */
const EUROPOL: GradePart[] = [
  {
    name: 'source', label: 'Source', choices: [
      { code: 'A', words: 'no doubt of authenticity, trustworthiness and competence' }, { code: 'B', words: 'reliable in most instances' },
      { code: 'C', words: 'unreliable in most instances' }, { code: 'X', words: 'reliability cannot be assessed' },
    ],
  },
  {
    name: 'information', label: 'Information', choices: [
      { code: '1', words: 'accuracy not in doubt' }, { code: '2', words: 'known personally to the source, not to the official' },
      { code: '3', words: 'not known personally, corroborated by what is recorded' }, { code: '4', words: 'not known personally, cannot be corroborated' },
    ],
  },
];

export function partsOf(scheme: Scheme): GradePart[] {
  return scheme === 'UK-3x5x2' ? UK : scheme === 'ADMIRALTY' ? ADMIRALTY : EUROPOL;
}

export interface GradeChoice {
  source: string;
  information: string;
  handling: string;
  conditions: string;
}

export const NO_GRADE: GradeChoice = { source: '', information: '', handling: '', conditions: '' };

/** The code as people of the scheme write it; empty until every part is chosen. */
export function codeOf(scheme: Scheme, grade: GradeChoice): string {
  if (grade.source === '' || grade.information === '') return '';
  if (scheme !== 'UK-3x5x2') return `${grade.source}${grade.information}`;
  if (grade.handling === '' || (grade.handling === 'C' && grade.conditions.trim() === '')) return '';
  return `${grade.source}/${grade.information}/${grade.handling}${grade.handling === 'C' ? `/${grade.conditions.trim()}` : ''}`;
}

export function choiceOf(scheme: Scheme, code: string): GradeChoice {
  if (scheme !== 'UK-3x5x2') return { ...NO_GRADE, source: code.charAt(0), information: code.charAt(1) };
  const [source = '', information = '', handling = '', ...conditions] = code.split('/');
  return { source, information, handling, conditions: conditions.join('/') };
}

/** A grade in words, the source first. */
export function gradeWords(scheme: Scheme, code: string): string {
  const choice = choiceOf(scheme, code);
  return partsOf(scheme)
    .map((part) => {
      const chosen = part.choices.find((one) => one.code === choice[part.name]);
      return chosen ? `${part.label.toLowerCase()}: ${chosen.words}` : '';
    })
    .filter(Boolean)
    .join('; ');
}
