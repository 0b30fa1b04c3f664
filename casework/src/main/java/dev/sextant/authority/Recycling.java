package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.authority.SelectorMarks.Kind;
import dev.sextant.authority.SelectorMarks.Mark;
import dev.sextant.authority.SelectorMarks.Of;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Handles change owners. A handle means the account at whose permanent number the application or
 * the first reading found it; once it turns up at another, it counts no more until an officer
 * decides.
 */
public final class Recycling implements StepRule {
  private final Register register;
  private final Deeds deeds;
  private final AuthorityStore store;
  private final Lifecycle life;
  private final SelectorMarks marks;
  private final CaseKeys keys;
  private final Alerts alerts;

  Recycling(
      Register register,
      Deeds deeds,
      AuthorityStore store,
      Lifecycle life,
      CaseKeys keys,
      Alerts alerts) {
    this.register = register;
    this.deeds = deeds;
    this.store = store;
    this.life = life;
    this.keys = keys;
    this.marks = new SelectorMarks(keys);
    this.alerts = alerts;
  }

  /**
   * A handle that turned up at another account.
   *
   * @param selector the handle
   * @param found the permanent numbers at which it was seen, in words
   * @param decision {@code RECYCLED} while nobody has decided, {@code KEPT} or {@code DROPPED}
   * @param by who decided, or null
   */
  public record Recycled(Selector selector, String found, String decision, @Nullable ActorId by) {}

  /** What a reading has seen: under which permanent numbers each named handle was borne. */
  void seen(Permit permit, Map<Selector, Set<String>> borneBy, long leaf) {
    if (borneBy.isEmpty()) {
      return;
    }
    Map<Selector, Set<String>> others = new HashMap<>();
    register.within(
        "handles",
        jdbc -> {
          List<Mark> all = marks.all(jdbc, Of.of(permit));
          borneBy.forEach((handle, numbers) -> {
            Set<String> known = known(permit, all, handle);
            if (known.isEmpty() && numbers.size() == 1) {
              marks.add(
                  jdbc,
                  Of.of(permit),
                  new Mark(
                      handle,
                      Kind.SEEN_AT,
                      null,
                      digest(jdbc, permit),
                      numbers.iterator().next(),
                      "",
                      leaf,
                      deeds.now()));
            } else if (!known.containsAll(numbers)) {
              others.put(handle, numbers);
            }
          });
          return others;
        });
    others.forEach((handle, numbers) -> suspend(permit, handle, numbers));
  }

  private static Digest digest(JdbcClient jdbc, Permit permit) {
    return new Digest(
        jdbc.sql("select digest from authority_version where authority = ? and version = ?")
            .param(permit.authority().value())
            .param(permit.authorityVersion())
            .query(String.class)
            .single());
  }

  /* The number of the application; else the one first seen; and those that an officer accepted. */
  private static Set<String> known(Permit permit, List<Mark> all, Selector handle) {
    Set<String> known = new TreeSet<>();
    String bound = permit.scope().stableIds().get(handle);
    if (bound != null) {
      known.add(bound);
    }
    Set<String> found = new TreeSet<>();
    for (Mark mark : all) {
      if (!mark.selector().equals(handle)) {
        continue;
      }
      switch (mark.kind()) {
        case SEEN_AT -> {
          if (bound == null) {
            known.add(mark.words());
          }
        }
        case RECYCLED -> found = new TreeSet<>(List.of(mark.words().split(" ")));
        case KEPT -> known.addAll(found);
        default -> {}
      }
    }
    return known;
  }

  private void suspend(Permit permit, Selector handle, Set<String> numbers) {
    deeds.run(
        "SUSPEND_SELECTOR",
        null,
        Particulars.none()
            .id("case", permit.caseId())
            .id("authority", permit.authority())
            .number("version", permit.authorityVersion()),
        entry -> {
          marks.add(
              entry.jdbc(),
              Of.of(permit),
              new Mark(
                  handle,
                  Kind.RECYCLED,
                  null,
                  digest(entry.jdbc(), permit),
                  String.join(" ", numbers),
                  "",
                  entry.leaf(),
                  entry.at()));
          SelectorMarks.revoke(entry.jdbc(), Of.of(permit), entry.at());
          entry.note("code", "SX-AUTH-SELECTOR-RECYCLED");
          entry.note("selector", keys.keyedHash(entry.jdbc(), permit.caseId()).of(handle));
          return handle;
        });
    alerts.raise(
        Alerts.Kind.RECYCLED,
        "SX-AUTH-SELECTOR-RECYCLED",
        new Alerts.About(permit.caseId(), permit.authority(), null),
        numbers.size(),
        1);
  }

  /**
   * An officer decides on a handle that turned up at another account.
   *
   * @param same true if it still means the person whom the authority names
   */
  public void decide(
      ActorId officer, AuthorityId id, Selector handle, boolean same, String reasons) {
    life.run(
        same ? "KEEP_SELECTOR" : "DROP_SELECTOR",
        officer,
        id,
        entry -> {
          Lifecycle.requireReasons(reasons);
          People people = life.signatures().people();
          People.require(
              people.find(entry.jdbc(), officer), Role.AUTHORISING_OFFICER, "decide on a handle");
          Version version = living(entry.jdbc(), id);
          life.requireApart(version, officer);
          boolean open =
              recycled(marks.all(entry.jdbc(), Of.of(version))).stream()
                  .anyMatch(r -> r.selector().equals(handle) && r.by() == null);
          if (!open) {
            throw Lifecycle.path("decide on a handle", version, "this handle waits for nobody");
          }
          marks.add(
              entry.jdbc(),
              Of.of(version),
              new Mark(
                  handle,
                  same ? Kind.KEPT : Kind.DROPPED,
                  officer,
                  version.digest(),
                  reasons,
                  "",
                  entry.leaf(),
                  entry.at()));
          entry.note("selector", keys.keyedHash(entry.jdbc(), version.caseId()).of(handle));
          return id;
        });
  }

  private Version living(JdbcClient jdbc, AuthorityId id) {
    List<Version> all = store.locked(jdbc, id);
    return all.stream().filter(v -> v.stored().ticking()).findFirst().orElse(all.getFirst());
  }

  /** The handles of an authority that turned up elsewhere; for its team, officers, overseers. */
  public List<Recycled> recycled(ActorId viewer, AuthorityId id) {
    return register.within(
        "handles",
        jdbc -> {
          Version version = living(jdbc, id);
          Actor person = life.signatures().people().find(jdbc, viewer);
          if (!person.enabled()
              || !(person.is(Role.AUTHORISING_OFFICER)
                  || person.is(Role.OVERSEER)
                  || Lifecycle.takesPart(version, viewer))) {
            throw new UnknownInRegister("authority", id.toString());
          }
          return recycled(marks.all(jdbc, Of.of(version)));
        });
  }

  private static List<Recycled> recycled(List<Mark> all) {
    Map<Selector, Recycled> last = new HashMap<>();
    for (Mark mark : all) {
      switch (mark.kind()) {
        case RECYCLED ->
            last.put(
                mark.selector(),
                new Recycled(mark.selector(), mark.words(), mark.kind().name(), null));
        case KEPT, DROPPED ->
            last.computeIfPresent(
                mark.selector(),
                (s, before) -> new Recycled(s, before.found(), mark.kind().name(), mark.actor()));
        default -> {}
      }
    }
    return new ArrayList<>(last.values());
  }

  /** The handles of a version that must not count now. */
  Set<Selector> held(JdbcClient jdbc, Of of) {
    Set<Selector> held = new LinkedHashSet<>();
    recycled(marks.all(jdbc, of)).stream()
        .filter(r -> !r.decision().equals(Kind.KEPT.name()))
        .forEach(r -> held.add(r.selector()));
    return held;
  }

  @Override
  public void require(Attempt attempt) {
    Set<Selector> subjects = Subjects.of(attempt);
    if (subjects.isEmpty()) {
      return;
    }
    Set<Selector> held = register.within("handles", jdbc -> held(jdbc, Of.of(attempt.permit())));
    if (subjects.stream().anyMatch(held::contains)) {
      throw refusal(attempt.permit().authority().toString());
    }
  }

  static Refused.Leave refusal(String authority) {
    return new Refused.Leave(
        "SX-AUTH-SELECTOR-RECYCLED",
        "this handle turned up at another account",
        "authority " + authority,
        "handle",
        "an officer decides whether it still means the person who is named");
  }
}
