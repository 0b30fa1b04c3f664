package dev.sextant.authority;

import dev.sextant.authority.PolicyGuard.Denial;
import dev.sextant.terms.ActId;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Fault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes to the register, each logged like an act: intent before the transaction, outcome after
 * it; a refusal is an outcome with its code.
 */
final class Deeds {
  private final Register register;
  private final ActLog log;
  private final Judge judge;

  private final ReadOnly readOnly;

  Deeds(Register register, ActLog log, Judge judge, ReadOnly readOnly) {
    this.register = register;
    this.log = log;
    this.judge = judge;
    this.readOnly = readOnly;
  }

  /** What is done within one deed. */
  interface Work<T> {
    T run(Entry entry);
  }

  /** One deed under way. */
  static final class Entry {
    private final JdbcClient jdbc;
    private final Instant at;
    private final long leaf;
    private final TreeMap<String, Object> outputs;

    Entry(JdbcClient jdbc, Instant at, long leaf, TreeMap<String, Object> outputs) {
      this.jdbc = jdbc;
      this.at = at;
      this.leaf = leaf;
      this.outputs = outputs;
    }

    /** This deed's transaction. */
    JdbcClient jdbc() {
      return jdbc;
    }

    /** When it is done, in the database's precision. */
    Instant at() {
      return at;
    }

    /** Where its intent lies in the log. */
    long leaf() {
      return leaf;
    }

    /** Adds to the outcome: identifiers, digests, words of ours. */
    void note(String name, Object value) {
      outputs.put(
          name, value instanceof Integer || value instanceof Long ? value : value.toString());
    }
  }

  Instant now() {
    // PostgreSQL keeps microseconds; finer times would differ after a round trip.
    return log.now().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Does a deed.
   *
   * @param step its name in the log
   * @param by who does it, or null for the clock and for the first administrator
   */
  <T> T run(String step, @Nullable ActorId by, Particulars inputs, Work<T> work) {
    return run(step, by, inputs, work, null);
  }

  /**
   * Does a deed that changes what every later entry names.
   *
   * @param turn done together with the outcome, while nobody else writes
   */
  <T> T run(
      String step,
      @Nullable ActorId by,
      Particulars inputs,
      Work<T> work,
      @Nullable Runnable turn) {
    if (by != null) {
      judge.settle();
    }
    ActId id = ActId.random();
    TreeMap<String, Object> fields = new TreeMap<>();
    fields.put("step", step);
    if (step.equals("ERASE")) {
      fields.put("class", Step.DESTROY.logClass().name());
    }
    if (by != null) {
      fields.put("actor", by.toString());
    }
    TreeMap<String, Object> in =
        inputs.logged(selector -> {
          throw new IllegalArgumentException("register deeds log no selectors");
        });
    // A case is lifted out of the inputs so that its acts can be found.
    Object of = in.remove("case");
    if (of != null) {
      fields.put("case", of);
    }
    fields.put("inputs", in);
    long leaf = log.intent(id, fields);
    TreeMap<String, Object> outputs = new TreeMap<>();
    String outcome = "FAILED";
    String code = "SX-AUTH-CRASH";
    List<String> refusedBy = List.of();
    try {
      Denial denial =
          register.within(step, jdbc -> judge.deed(jdbc, step, by, inputs, now())).orElse(null);
      if (denial != null) {
        refusedBy = denial.by();
        throw denial.refusal();
      }
      readOnly.requireDeed(step);
      T result = register.within(step, jdbc -> work.run(new Entry(jdbc, now(), leaf, outputs)));
      outcome = "DONE";
      code = "";
      return result;
    } catch (Refused e) {
      outcome = "REFUSED";
      code = e.code();
      outputs.clear();
      throw e;
    } catch (Fault e) {
      code = e.code();
      outputs.clear();
      throw e;
    } finally {
      TreeMap<String, Object> end = new TreeMap<>();
      end.put("step", step);
      end.put("outcome", outcome);
      Object about = outputs.remove("case");
      if (about != null || of != null) {
        end.put("case", about != null ? about : String.valueOf(of));
      }
      if (!code.isEmpty()) {
        end.put("code", code);
      }
      if (outcome.equals("REFUSED") && !refusedBy.isEmpty()) {
        end.put("by", refusedBy);
      }
      end.put("outputs", outputs);
      if (turn != null && outcome.equals("DONE")) {
        log.alone(() -> {
          log.outcome(id, leaf, end);
          turn.run();
        });
      } else {
        log.outcome(id, leaf, end);
      }
    }
  }
}
