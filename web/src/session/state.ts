/* Signing in: what the page may list and say. Pure. */
import type { Person } from '../api/contract';
import { plain } from '../parts/words';

export interface TrainingLogin {
  login: string;
  name: string;
  roles: string;
}

/** The training log-ins in the order in which a case needs them. */
export function trainingLogins(people: Person[]): TrainingLogin[] {
  const order = ['ANALYST', 'AUTHORISING_OFFICER', 'OVERSEER', 'ADMINISTRATOR'];
  const rank = (person: Person) => Math.min(...person.roles.map((role) => order.indexOf(role)), order.length);
  return [...people]
    .sort((a, b) => rank(a) - rank(b) || a.login.localeCompare(b.login))
    .map((person) => ({ login: person.login, name: person.name, roles: person.roles.map(plain).join(', ') }));
}

/** What a refused sign-in says; it never tells which half was wrong. */
export function refusalWords(status: number): string {
  return status === 401 || status === 403
    ? 'The log-in and the password do not belong together.'
    : 'Signing in did not work.';
}
