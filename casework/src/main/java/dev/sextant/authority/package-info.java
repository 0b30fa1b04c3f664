/**
 * Cases, legal authorities, people and scopes; the only maker of {@link
 * dev.sextant.authority.Permit} and {@link dev.sextant.authority.Act}. No authority, no step: every
 * room's stores ask for one of the two, and the database asks again.
 *
 * <p>Promises: an act's intent is durable in the ledger before its work begins; a permit dies with
 * its authority, by clock and not by job; no text of a person leaves for the log, only digests,
 * random identifiers and keyed hashes.
 *
 * <pre>{@code
 * Permit permit = authorities.permit(analyst, authority, new Purpose("Who supplied the van?"));
 * try (Act act = permit.begin(Step.SEARCH, Particulars.none().selector("phone", phone))) {
 *   List<Row> rows = door.within(act, sql -> sql.jdbc().sql(QUERY).query(Row.class).list());
 *   act.done(Particulars.none().number("rows", rows.size()));
 * }
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"terms", "ledger"})
@NullMarked
package dev.sextant.authority;

import org.jspecify.annotations.NullMarked;
