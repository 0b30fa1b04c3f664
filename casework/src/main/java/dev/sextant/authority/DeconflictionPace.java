package dev.sextant.authority;

import dev.sextant.terms.Selector;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often, and in what order, it may be asked whether another case knows a selector. Whoever
 * works through numbers one after the other, in whatever order, alone or with colleagues, learns
 * nothing more and is shown to the overseer. What was asked is kept as keyed hashes only: of the
 * selector, and of the thousand in which its number lies.
 */
final class DeconflictionPace implements StepRule {
  /** What a step names that this rule counts; an answer that comes back is no new question. */
  static final String ASKED = "asked";

  private static final String RATE = "SX-AUTH-DECONFLICT-RATE";
  private static final String SEQUENCE = "SX-AUTH-DECONFLICT-SEQUENCE";

  private final Register register;
  private final Rules rules;
  private final HouseHash hash;
  private final Alerts alerts;

  DeconflictionPace(Register register, Rules rules, HouseHash hash, Alerts alerts) {
    this.register = register;
    this.rules = rules;
    this.hash = hash;
    this.alerts = alerts;
  }

  /* One reason to stop: how many there were, and how many may be. */
  private record Stop(String code, long counted, long allowed, boolean told) {}

  @Override
  public void require(Attempt attempt) {
    if (attempt.step() != Step.DECONFLICT
        || !(attempt.inputs().value(ASKED) instanceof Selector selector)) {
      return;
    }
    Optional<Stop> found =
        register.within("deconfliction", jdbc -> counted(jdbc, attempt, selector));
    if (found.isEmpty()) {
      return;
    }
    Stop stop = found.get();
    if (!stop.told()) {
      alerts.raise(
          Alerts.Kind.DECONFLICTION,
          stop.code(),
          Alerts.About.of(attempt.permit()),
          stop.counted(),
          stop.allowed());
    }
    throw stop.code().equals(RATE) ? tooMany(attempt, stop) : sequence(attempt, stop);
  }

  private Optional<Stop> counted(JdbcClient jdbc, Attempt attempt, Selector selector) {
    // Two at once wait for each other: neither is counted without the other.
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('deconfliction', 0))")
        .query()
        .singleRow();
    Instant since = attempt.at().minus(rules.pack().duration("deconfliction.window"));
    Numbered numbered = Numbered.of(selector);
    Stop stop = stopped(jdbc, attempt, since);
    if (stop == null) {
      stop = tooOften(jdbc, attempt, since);
    }
    if (stop == null && numbered != null) {
      stop = inOrder(jdbc, attempt, numbered);
    }
    if (stop == null) {
      remember(jdbc, attempt, numbered);
      return Optional.empty();
    }
    boolean told = told(jdbc, attempt.permit(), stop.code(), since) > 0;
    return Optional.of(new Stop(stop.code(), stop.counted(), stop.allowed(), told));
  }

  /* Who was found working through numbers asks nothing more within the window. */
  private static @Nullable Stop stopped(JdbcClient jdbc, Attempt attempt, Instant since) {
    long found =
        jdbc.sql(
                "select count(*) from alert where kind = 'DECONFLICTION' and code = ? and actor = ?"
                    + " and at > ?")
            .param(SEQUENCE)
            .param(attempt.permit().actor().value())
            .param(Timestamp.from(since))
            .query(Long.class)
            .single();
    return found == 0 ? null : new Stop(SEQUENCE, found, 0, true);
  }

  private @Nullable Stop tooOften(JdbcClient jdbc, Attempt attempt, Instant since) {
    Permit permit = attempt.permit();
    return jdbc
        .sql(
            """
            select count(*) filter (where actor = :actor) as officer,
              count(*) filter (where casefile = :case) as ofcase, count(*) as house
            from deconflict_pace where at > :since
            """)
        .param("actor", permit.actor().value())
        .param("case", permit.caseId().value())
        .param("since", Timestamp.from(since))
        .query((row, number) -> {
          for (String[] bound :
              new String[][] {
                {"officer", "byOfficer"}, {"ofcase", "byCase"}, {"house", "byHouse"}
              }) {
            long allowed = rules.pack().number("deconfliction." + bound[1]);
            long asked = row.getLong(bound[0]);
            if (asked >= allowed) {
              return List.of(new Stop(RATE, asked + 1, allowed, false));
            }
          }
          return List.<Stop>of();
        })
        .single()
        .stream()
        .findFirst()
        .orElse(null);
  }

  private @Nullable Stop inOrder(JdbcClient jdbc, Attempt attempt, Numbered numbered) {
    Instant since = attempt.at().minus(rules.pack().duration("deconfliction.sequenceWindow"));
    long near = rules.pack().number("deconfliction.near");
    List<String> about = new ArrayList<>();
    for (long by = -near; by <= near; by++) {
      if (by != 0 && numbered.number() + by >= 0) {
        about.add(hash.numbered(numbered.form(), numbered.number() + by));
      }
    }
    long neighbours = distinct(jdbc, "tag", about.toArray(String[]::new), numbered, since);
    String[] thousand = {hash.thousand(numbered.form(), numbered.number() / Numbered.BLOCK)};
    long block = distinct(jdbc, "block", thousand, numbered, since);
    long allowed = rules.pack().number("deconfliction.neighbours");
    long inBlock = rules.pack().number("deconfliction.block");
    if (neighbours >= allowed) {
      return new Stop(SEQUENCE, neighbours + 1, allowed, false);
    }
    return block >= inBlock ? new Stop(SEQUENCE, block + 1, inBlock, false) : null;
  }

  private long distinct(JdbcClient jdbc, String column, String[] any, Numbered but, Instant since) {
    return jdbc.sql(
            "select count(distinct tag) from deconflict_pace where "
                + column
                + " = any (:any) and tag <> :own and at > :since")
        .param("any", any)
        .param("own", hash.numbered(but.form(), but.number()))
        .param("since", Timestamp.from(since))
        .query(Long.class)
        .single();
  }

  private void remember(JdbcClient jdbc, Attempt attempt, @Nullable Numbered numbered) {
    Permit permit = attempt.permit();
    jdbc.sql(
            """
            insert into deconflict_pace (id, actor, casefile, authority, at, tag, block)
            values (:id, :actor, :case, :authority, :at, :tag, :block)
            """)
        .param("id", UUID.randomUUID())
        .param("actor", permit.actor().value())
        .param("case", permit.caseId().value())
        .param("authority", permit.authority().value())
        .param("at", Timestamp.from(attempt.at()))
        .param("tag", numbered == null ? null : hash.numbered(numbered.form(), numbered.number()))
        .param(
            "block",
            numbered == null
                ? null
                : hash.thousand(numbered.form(), numbered.number() / Numbered.BLOCK))
        .update();
  }

  /* The overseer reads of one stop once, not ten thousand times. */
  private static long told(JdbcClient jdbc, Permit permit, String code, Instant since) {
    return jdbc.sql(
            "select count(*) from alert where kind = 'DECONFLICTION' and code = ? and actor = ?"
                + " and casefile = ? and at > ?")
        .param(code)
        .param(permit.actor().value())
        .param(permit.caseId().value())
        .param(Timestamp.from(since))
        .query(Long.class)
        .single();
  }

  private Refused.Leave tooMany(Attempt attempt, Stop stop) {
    return new Refused.Leave(
        RATE,
        "so many questions to other cases are not asked at once",
        "authority " + attempt.permit().authority(),
        stop.allowed() + " within " + rules.pack().text("deconfliction.window"),
        "wait, or ask the overseer; the overseer was told");
  }

  private static Refused.Leave sequence(Attempt attempt, Stop stop) {
    return new Refused.Leave(
        SEQUENCE,
        "these questions work through numbers",
        "authority " + attempt.permit().authority(),
        "numbers beside each other",
        "the overseer was told; ask about the persons of the case, and no further today");
  }

  /**
   * A selector as a number in a form: whatever has digits can be worked through.
   *
   * @param form the selector with its last run of digits taken out, and how long that run is
   * @param number the run; of a longer one its last fifteen digits
   */
  record Numbered(String form, long number) {
    /** Numbers that share all but the last three digits. */
    static final long BLOCK = 1000;

    private static final int MOST_DIGITS = 15;

    static @Nullable Numbered of(Selector selector) {
      String text = selector.toString();
      int end = text.length();
      while (end > 0 && !digit(text.charAt(end - 1))) {
        end--;
      }
      int from = end;
      while (from > 0 && digit(text.charAt(from - 1)) && end - from < MOST_DIGITS) {
        from--;
      }
      if (from == end) {
        return null;
      }
      String form = text.substring(0, from) + "\n" + (end - from) + "\n" + text.substring(end);
      return new Numbered(form, Long.parseLong(text.substring(from, end)));
    }

    private static boolean digit(char c) {
      return c >= '0' && c <= '9';
    }
  }
}
