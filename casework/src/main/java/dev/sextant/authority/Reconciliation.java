package dev.sextant.authority;

import dev.sextant.ledger.LedgerView;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the database says was read from case tables, by anybody, with what the acts of the
 * log account for. A log shows that nothing was altered, not that nothing was left out; whoever
 * reads beside the program, as its role or as the database's administrator, leaves a difference
 * here.
 *
 * <p>Rows are compared, not statements: the server counts each row that it hands to a query (its
 * statistics on tables), whoever asks, and each transaction of the program says at its end how many
 * were its own. Backups taken through SQL read everything and show as such.
 */
public final class Reconciliation {
  private static final String STEP = "RECONCILE";
  private static final Set<Role> MAY =
      Set.of(Role.OVERSEER, Role.ADMINISTRATOR, Role.INTEGRITY_OFFICER);

  private final Register register;
  private final Deeds deeds;
  private final People people;
  private final Books books;

  Reconciliation(Register register, Deeds deeds, People people, Books books) {
    this.register = register;
    this.deeds = deeds;
    this.people = people;
    this.books = books;
  }

  /** The two books: the log, and what is not in it yet. */
  record Books(ActLog log, ReadAccount account) {}

  /** How the two agree. */
  public enum Word {
    /** Nothing to compare with yet: from here on it is counted. */
    BASELINE,
    /** All rows that were read are accounted for. */
    AGREES,
    /** More rows were read than any act accounts for. */
    READS_UNACCOUNTED,
    /** The server's counters are smaller than they were: it crashed, or somebody reset them. */
    COUNTERS_LOST
  }

  /**
   * What was found.
   *
   * @param word how the two agree
   * @param at when
   * @param counter rows read, by the server
   * @param accounted rows that acts account for, since the baseline
   * @param excess rows beyond, new since the time before
   * @param leaf where the log says so
   */
  public record Report(
      Word word, Instant at, long counter, long accounted, long excess, long leaf) {}

  /** What the last reconciliation left: a sum up to a leaf. */
  private record State(long leaf, Instant at, long counter, long accounted, long drift) {}

  /** The last reconciliation in the log. */
  public Optional<Instant> last() {
    return Optional.ofNullable(lastState()).map(State::at);
  }

  /**
   * Reconciles now. An excess or a loss is an {@code ALERT} in the log as well.
   *
   * @param by an overseer, integrity officer or administrator; null for the clock
   * @throws Refused.Role if the person may not
   */
  public synchronized Report run(@Nullable ActorId by) {
    State before = lastState();
    Report report =
        deeds.run(
            STEP,
            by,
            Particulars.none(),
            entry -> {
              if (by != null) {
                Actor actor = people.find(entry.jdbc(), by);
                if (MAY.stream().noneMatch(actor::is)) {
                  People.require(actor, Role.OVERSEER, "reconcile reads");
                }
              }
              return compare(entry, before);
            });
    if (report.word() == Word.READS_UNACCOUNTED || report.word() == Word.COUNTERS_LOST) {
      deeds.run(
          "ALERT",
          null,
          Particulars.none()
              .token("what", report.word().name())
              .number("rows", report.excess())
              .number("reconciliation", report.leaf()),
          entry -> report);
    }
    return report;
  }

  private Report compare(Deeds.Entry entry, @Nullable State before) {
    // The server's sum first: what is accounted for afterwards can only be more.
    long counter =
        register.within(
            STEP, jdbc -> jdbc.sql("select sextant.rows_read_ever()").query(Long.class).single());
    long open = books.account().open();
    long from = before == null ? 0 : before.leaf() + 1;
    long since = logged(from, entry.leaf());
    long accounted = (before == null ? 0 : before.accounted()) + since;
    long drift = before == null ? 0 : before.drift();
    long excess = 0;
    Word word;
    if (before == null) {
      word = Word.BASELINE;
      accounted = 0;
      drift = counter - open;
    } else if (counter < before.counter()) {
      word = Word.COUNTERS_LOST;
      excess = before.counter() - counter;
      accounted = 0;
      drift = counter - open;
    } else {
      excess = Math.max(0, counter - accounted - open - drift);
      word = excess > 0 ? Word.READS_UNACCOUNTED : Word.AGREES;
      drift += excess;
    }
    entry.note("word", word.name());
    entry.note("counter", counter);
    entry.note("accounted", accounted);
    entry.note("drift", drift);
    entry.note("excess", excess);
    // Sums begin after this intent next time, so outcomes written meanwhile count then.
    entry.note("upTo", entry.leaf());
    return new Report(word, entry.at(), counter, accounted, excess, entry.leaf());
  }

  private long logged(long from, long to) {
    books.log().ledger().checkpoint();
    LedgerView view = books.log().ledger().view();
    long rows = 0;
    for (long leaf = from; leaf < to; leaf++) {
      Map<String, @Nullable Object> entry = CanonicalJson.readObject(view.entry(leaf));
      if ("outcome".equals(entry.get("kind")) && entry.get("rows") instanceof Long more) {
        rows += more;
      }
    }
    return rows;
  }

  private @Nullable State lastState() {
    books.log().ledger().checkpoint();
    LedgerView view = books.log().ledger().view();
    for (long leaf = view.size() - 1; leaf >= 0; leaf--) {
      Map<String, @Nullable Object> entry = CanonicalJson.readObject(view.entry(leaf));
      if (STEP.equals(entry.get("step"))
          && "DONE".equals(entry.get("outcome"))
          && entry.get("outputs") instanceof Map<?, ?> outputs) {
        return new State(
            number(outputs, "upTo"),
            Instant.parse(String.valueOf(entry.get("at"))),
            number(outputs, "counter"),
            number(outputs, "accounted"),
            number(outputs, "drift"));
      }
    }
    return null;
  }

  private static long number(Map<?, ?> outputs, String name) {
    return outputs.get(name) instanceof Long number ? number : 0;
  }
}
