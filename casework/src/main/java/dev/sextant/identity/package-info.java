/**
 * Which accounts are one actor. A machine proposes where accounts share a strong selector, and says
 * why; a person judges same, different or unsure, with a reason; entities are the closure of what
 * was judged. Nothing is merged: accounts and judgements stay as they are, every judgement can be
 * withdrawn, and entities are derived anew each time.
 *
 * <p>May touch: records (to read them, under an act), its own table of judgements. Promises: no
 * machine judges; a judgement names its author, reason and place in the log; what a permit's scope
 * does not show takes part in nothing here.
 *
 * <pre>{@code
 * for (Suggestion suggestion : identity.suggest(permit)) {
 *   show(suggestion.pair(), suggestion.reasons());
 * }
 * Judgement same = identity.judge(permit, pair, JudgementVerdict.SAME, "same verified number; same spelling");
 * Entities entities = identity.entities(permit);
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"terms", "authority", "records", "linkage"})
@NullMarked
package dev.sextant.identity;

import org.jspecify.annotations.NullMarked;
