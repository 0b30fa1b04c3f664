/* The words of the house and what each means (docs/glossary.md), for the help beside headings and labels. Pure. */

export interface Meaning {
  word: string;
  plural: string;
  means: string;
}

export const GLOSSARY: readonly Meaning[] = [
  { word: 'Case', plural: 'Cases', means: 'An investigation with its people, authorities and retention.' },
  { word: 'Authority', plural: 'Authorities', means: 'The legal basis: instrument, number, issuer, scope, span and six principles.' },
  { word: 'Permit', plural: 'Permits', means: 'Leave for one person, one purpose and one scope, until one moment. Without one nothing of a case opens.' },
  { word: 'Act', plural: 'Acts', means: 'One logged step: first the intent, then the outcome.' },
  { word: 'Level', plural: 'Levels', means: 'How intrusive a step is, from 0 to 5.' },
  { word: 'Nexus', plural: 'Nexuses', means: 'A second person’s signed reason why protected activity is directly related to the offence.' },
  { word: 'Scope', plural: 'Scopes', means: 'The selectors, platforms and content window that an authority allows.' },
  { word: 'Selector', plural: 'Selectors', means: 'What identifies an account, a person or a device, and bounds a search.' },
  { word: 'Subject', plural: 'Subjects', means: 'A person with an accepted suspicion that still holds: a documented status, not guilt.' },
  { word: 'Role', plural: 'Roles', means: 'What a person is in a case, such as victim or witness; also a person’s part in the house.' },
  { word: 'Source', plural: 'Sources', means: 'Where bytes came from: a provider’s return, a public page, a device, a witness.' },
  { word: 'Exhibit', plural: 'Exhibits', means: 'Sealed bytes with a digest and an exhibit number. They never change.' },
  { word: 'Chain of custody', plural: 'Custody', means: 'The unbroken chain of who held an exhibit.' },
  { word: 'Legal hold', plural: 'Holds', means: 'A duty to keep, which no schedule overrides.' },
  { word: 'Destruction', plural: 'Destructions', means: 'A removal that the schedule proposed or a person ordered, confirmed by two people.' },
  { word: 'Record', plural: 'Records', means: 'One typed assertion read from an exhibit: a profile, a post, a message, a call, a place.' },
  { word: 'Generation', plural: 'Generations', means: 'One reading of an exhibit by one version of a reader.' },
  { word: 'Sealed off', plural: 'Sealed off', means: 'Read, found outside the scope or privileged, and encrypted before anybody on the team saw it.' },
  { word: 'Account', plural: 'Accounts', means: 'A presence on one platform, known by the platform’s number; a handle is only an attribute of it. An account is not a person.' },
  { word: 'Entity', plural: 'Entities', means: 'Accounts that people judged to be one actor.' },
  { word: 'Score', plural: 'Scores', means: 'A machine’s explained likeness. It suggests; it never judges.' },
  { word: 'Judgement', plural: 'Judgements', means: 'A person’s word on two accounts: same, different or unsure. It can be withdrawn.' },
  { word: 'Tie', plural: 'Ties', means: 'A relation between entities: its kind, direction, span and records.' },
  { word: 'Snapshot', plural: 'Snapshots', means: 'Ties frozen under one rule and window. It never changes, so that what is measured can be measured again.' },
  { word: 'Measure', plural: 'Measures', means: 'Numbers from a named method with its parameters and seed. Measure is not suspicion.' },
  { word: 'Grade', plural: 'Grades', means: 'How reliable the source is and how credible the information, judged apart. Grade is not probability.' },
  { word: 'Finding', plural: 'Findings', means: 'A signed claim with what supports it, what speaks against it, its method and its grade.' },
  { word: 'Reviewer', plural: 'Reviewed by', means: 'The second person, who decides on what somebody else wrote.' },
  { word: 'Redaction', plural: 'Redactions', means: 'A removal with a reason code, logged.' },
  { word: 'Disclosure', plural: 'Disclosures', means: 'What was released, to whom, when and why.' },
  { word: 'Recipient', plural: 'Recipients', means: 'Who may receive a release, under an agreement with an end.' },
  { word: 'Request', plural: 'Legal process', means: 'What is asked of a provider, and the legal paper that carries it.' },
  { word: 'Policy', plural: 'Policies', means: 'A written rule that permits or forbids a step; all in force are the law of the house.' },
  { word: 'Duty', plural: 'Duties', means: 'A shift in one part at one official device.' },
  { word: 'Device', plural: 'Devices', means: 'A browser’s key that an administrator approved.' },
  { word: 'Conflict', plural: 'Conflicts of interest', means: 'Somebody whom a person must not look at; known to the integrity unit alone.' },
  { word: 'Method', plural: 'Methods', means: 'A machine’s way of scoring or measuring, approved with its limits and known by its fingerprint.' },
  { word: 'Ledger', plural: 'Ledger', means: 'The log of acts. It only grows, and outsiders can prove that it was not altered.' },
  { word: 'Checkpoint', plural: 'Checkpoints', means: 'The log’s signed root, cosigned by an outside witness.' },
  { word: 'Proof', plural: 'Proofs', means: 'The path which shows that an act is in the log.' },
  { word: 'Digest', plural: 'Digests', means: 'A short number worked out from bytes. If one byte changes, it changes.' },
  { word: 'Deconfliction', plural: 'Deconfliction', means: 'Asking whether another case knows a selector, without telling content.' },
];

const BY_WORD = new Map(GLOSSARY.flatMap((one) => [[one.plural.toLowerCase(), one], [one.word.toLowerCase(), one]]));

/** What a heading or label means, if it is a word of the house and nothing else. */
export function meaningOf(text: string): Meaning | null {
  return BY_WORD.get(text.trim().toLowerCase()) ?? null;
}
