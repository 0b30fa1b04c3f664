/* Signing in: what the page says. Pure. */

/** The log-in of a line such as "ana (analyst)". */
export function loginOf(line: string): string {
  return line.trim().split(/\s/)[0] ?? '';
}

/** What a refused sign-in says; it never tells which half was wrong. */
export function refusalWords(status: number): string {
  return status === 401 || status === 403
    ? 'The log-in and the password do not belong together.'
    : 'Signing in did not work.';
}
