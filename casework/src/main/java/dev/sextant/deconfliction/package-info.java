/**
 * Deconfliction: "another case knows this selector", without content. What cases know is kept as
 * outputs of a keyed function that cannot be turned back; whoever asks needs an authority in force
 * that names the selector; both cases' leads are told, or, where a case is covert, the overseer
 * alone.
 *
 * <p>Promises: no table, no log entry and no message of this room holds a selector, a record, or
 * which of a case's records knows it; the same work is done whether a case knows it or not.
 *
 * <pre>{@code
 * Answer answer = deconfliction.ask(permit, Selector.parse("phone:+491701234567"));
 * answer.known(); // true: another case knows it; its lead and yours were told
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"terms", "ledger", "authority", "records"})
@NullMarked
package dev.sextant.deconfliction;

import org.jspecify.annotations.NullMarked;
