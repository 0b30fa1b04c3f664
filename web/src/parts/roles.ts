/* What persons are in a case, beside their names. The law wants a role on every node; that somebody has none is said once, not on each. Pure. */
import { word } from '../language/say';
import { countOf, plain } from './words';

/** As the server says of somebody whom nobody gave a role. */
const NONE = /* not said */ 'uncategorised';
const FOREIGN = /* not said */ ' (in another case)';

/** Whether somebody gave the person a role. */
export const hasRole = (roles: string): boolean => roles !== '' && roles !== NONE;

/** The server's words for roles, in the language of the page; empty for nobody's. */
export function roleWords(roles: string): string {
  if (!hasRole(roles)) return roles && word(NONE);
  const foreign = roles.endsWith(FOREIGN);
  const said = (foreign ? roles.slice(0, -FOREIGN.length) : roles).split(', ').map((one) => plain(one.toUpperCase()).toLowerCase()).join(', ');
  return foreign ? `${said} (in another case)` : said;
}

/** A name with its roles; alone where there is none. */
export const withRoles = (label: string, roles: string): string => (hasRole(roles) ? `${label} [${roleWords(roles)}]` : label);

/** What names without brackets are, for the legend; null where each has a role. */
export function rolesNote(roles: readonly string[]): string | null {
  const without = roles.filter((one) => one === NONE).length;
  if (without === 0) return null;
  return without === roles.length
    ? 'Nobody here has been given a role in the case: all are uncategorised.'
    : `In brackets: the role in the case. ${countOf(without, 'entity', 'entities')} without brackets: uncategorised.`;
}
