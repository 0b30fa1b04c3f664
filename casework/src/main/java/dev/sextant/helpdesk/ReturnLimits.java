package dev.sextant.helpdesk;

import dev.sextant.terms.RequestId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.util.Set;

/**
 * What a return may be read for: the terms of the request that it answers. They only narrow what
 * the authority lets be seen.
 *
 * @param request which request
 * @param selectors the accounts that were asked for
 * @param range of when
 * @param fields which kinds of data
 * @param privileged whose words are sealed wherever they take part
 * @param withdrawn whether all of it is to be sealed: the enforcing State objected, or an emergency
 *     order was not validated in time or not upheld
 */
public record ReturnLimits(
    RequestId request,
    Set<Selector> selectors,
    Span range,
    Set<DataField> fields,
    Set<Selector> privileged,
    boolean withdrawn) {
  /** Copies. */
  public ReturnLimits {
    selectors = Set.copyOf(selectors);
    fields = Set.copyOf(fields);
    privileged = Set.copyOf(privileged);
  }
}
