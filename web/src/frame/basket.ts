/* Records set aside as support for a finding, one basket for each case. Holds ids, never words of evidence. Pure. */

export interface Support {
  record: string;
  note: string;
  /** For the eye only: exhibit number, kind, time. */
  label: string;
  /** Notes and translations of it that are shown with its own words, by id. */
  beside?: string[];
}

export type Baskets = Record<string, Support[]>;

export function basketOf(baskets: Baskets, caseId: string): Support[] {
  return baskets[caseId] ?? [];
}

/** Puts a record in; one that is in already stays where it is, and takes over what is to be shown beside it. */
export function put(baskets: Baskets, caseId: string, support: Support): Baskets {
  const held = basketOf(baskets, caseId);
  if (held.some((one) => one.record === support.record)) {
    const { beside } = support;
    return beside === undefined ? baskets : { ...baskets, [caseId]: held.map((one) => (one.record === support.record ? { ...one, beside } : one)) };
  }
  return { ...baskets, [caseId]: [...held, support] };
}

export function takeOut(baskets: Baskets, caseId: string, record: string): Baskets {
  return { ...baskets, [caseId]: basketOf(baskets, caseId).filter((one) => one.record !== record) };
}

export function emptied(baskets: Baskets, caseId: string): Baskets {
  return { ...baskets, [caseId]: [] };
}

export function readBaskets(text: string | null): Baskets {
  try {
    const read = JSON.parse(text ?? '') as Baskets;
    const whole = typeof read === 'object' && read !== null && Object.values(read).every(
      (held) => Array.isArray(held) && held.every((one) => typeof one.record === 'string'));
    return whole ? read : {};
  } catch {
    return {}; // Nothing kept yet, or kept by an older workspace.
  }
}
