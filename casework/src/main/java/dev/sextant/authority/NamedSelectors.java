package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Selector;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What authorities in force name: for the deconfliction index, which keeps none of it in clear. */
public final class NamedSelectors {
  private final Register register;
  private final AuthorityStore store;
  private final Protection protection;
  private final Recycling recycling;

  NamedSelectors(
      Register register, AuthorityStore store, Protection protection, Recycling recycling) {
    this.register = register;
    this.store = store;
    this.protection = protection;
    this.recycling = recycling;
  }

  /**
   * An authority in force.
   *
   * @param caseId of which case
   * @param authority which
   * @param version its living version
   * @param marks how much was said of its single selectors so far: when it grows, what counts may
   *     have changed
   */
  public record Standing(CaseId caseId, AuthorityId authority, int version, int marks) {}

  /** All authorities in force now. */
  public List<Standing> inForce() {
    return register.within(
        "authorities",
        jdbc ->
            jdbc.sql(
                    """
                    select v.casefile, v.authority, v.version, (select count(*) from selector_mark m
                        where m.authority = v.authority and m.version = v.version) as marks
                    from authority_version v
                    where v.state in ('ACTIVE', 'ACTIVE_URGENT') and v.live_until > sextant.moment()
                      and v.operation_from <= sextant.moment()
                    order by v.authority
                    """)
                .query((row, number) ->
                    new Standing(
                        new CaseId(row.getObject("casefile", UUID.class)),
                        new AuthorityId(row.getObject("authority", UUID.class)),
                        row.getInt("version"),
                        row.getInt("marks")))
                .list());
  }

  /** What one of them names, less what is suspended or flagged as protected. */
  public Set<Selector> of(Standing standing) {
    return register.within(
        "authority",
        jdbc -> {
          Version version =
              store.versions(jdbc, standing.authority()).stream()
                  .filter(one -> one.document().version() == standing.version())
                  .findFirst()
                  .orElseThrow(
                      () -> new UnknownInRegister("authority", standing.authority().toString()));
          Set<Selector> named = new LinkedHashSet<>(version.draft().bounds().scope().selectors());
          named.removeAll(recycling.held(jdbc, SelectorMarks.Of.of(version)));
          named.removeAll(protection.held(jdbc, version));
          return named;
        });
  }
}
