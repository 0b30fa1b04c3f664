/**
 * Persons of a case: their roles (suspect, convicted, victim, witness, other, child), and what
 * makes one a subject: articulated facts, an offence, at least one fact that is neither a tie nor a
 * program's output, and a second person's decision. What waits for that decision is in quarantine.
 *
 * <p>May touch: records (to look at what a fact cites), its own tables. Promises: a person is known
 * by identifiers of accounts, so roles stay when entities are joined anew; editing identifiers
 * moves no date; whose time is over is hidden at once; the database refuses what this room refuses.
 *
 * <pre>{@code
 * Person person = subjects.propose(permit, new PersonDraft("Nevin", identifiers, suspicion));
 * subjects.decide(secondPermit, suspicionId, true, "Both messages read in the original.");
 * RoleBook roles = subjects.roles(act);
 * Set<PersonRole> of = roles.of(node.accounts());
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"terms", "authority", "custody", "records"})
@NullMarked
package dev.sextant.subjects;

import org.jspecify.annotations.NullMarked;
