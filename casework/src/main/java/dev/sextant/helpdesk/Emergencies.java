package dev.sextant.helpdesk;

import dev.sextant.authority.CasePapers;
import dev.sextant.authority.CasePapers.Desk;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Role;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.RequestId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requests in emergencies: the overseer reviews each, and a house that asks in emergencies as a
 * habit, or leaves them unreviewed, is stopped from it until the overseer lifts the stop.
 */
public final class Emergencies {
  private static final Set<Role> OVERSEEING = EnumSet.of(Role.OVERSEER);

  private final CasePapers papers;
  private final Supplier<ProcessLaw> law;

  Emergencies(CasePapers papers, Supplier<ProcessLaw> law) {
    this.papers = papers;
    this.law = law;
  }

  /**
   * How often the house asks in an emergency.
   *
   * @param emergencies requests served in an emergency, within the pack's window and since the last
   *     stop was lifted
   * @param requests all requests served in that time
   * @param overdue emergencies that wait for the overseer longer than they may
   * @param mostPercent above which share the unit is suspended
   * @param stop the open stop, or null
   */
  public record Use(
      long emergencies, long requests, long overdue, long mostPercent, @Nullable Stop stop) {
    /** The share in whole percent, rounded down; 0 where nothing was served. */
    public long percent() {
      return requests == 0 ? 0 : emergencies * 100 / requests;
    }
  }

  /**
   * A stop.
   *
   * @param id random identifier
   * @param code {@code SX-HELP-EMERGENCY-RATIO} or {@code SX-HELP-EMERGENCY-UNREVIEWED}
   * @param emergencies as counted when it began
   * @param requests as counted when it began
   * @param since when it began
   */
  public record Stop(UUID id, String code, long emergencies, long requests, Instant since) {}

  /** How things stand now. */
  public Use use() {
    return papers.read(this::use);
  }

  private Use use(Desk desk) {
    ProcessLaw rules = law.get();
    Instant window = desk.at().minus(rules.emergencyWindow());
    Instant lifted =
        desk.jdbc()
            .sql("select max(lifted_at) as at from emergency_stop")
            .query((row, n) -> Optional.ofNullable(row.getTimestamp("at")))
            .single()
            .map(Timestamp::toInstant)
            .orElse(Instant.EPOCH);
    Instant since = lifted.isAfter(window) ? lifted : window;
    return desk.jdbc()
        .sql(
            """
            select count(*) filter (where emergency and served_at > :since) as emergencies,
              count(*) filter (where served_at > :since) as requests,
              count(*) filter (where emergency and upheld is null and served_at < :overdue) as overdue
            from legal_tally
            """)
        .param("since", Timestamp.from(since))
        .param("overdue", Timestamp.from(desk.at().minus(rules.reviewWithin())))
        .query((row, n) ->
            new Use(
                row.getLong("emergencies"),
                row.getLong("requests"),
                row.getLong("overdue"),
                rules.emergencyMostPercent(),
                open(desk).orElse(null)))
        .single();
  }

  private static Optional<Stop> open(Desk desk) {
    return desk.jdbc()
        .sql("select * from emergency_stop where lifted_at is null")
        .query((row, n) ->
            new Stop(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getLong("emergencies"),
                row.getLong("requests"),
                row.getTimestamp("began_at").toInstant()))
        .optional();
  }

  /** Raises the alarm and suspends the unit, if what is counted asks for it; done by the clock. */
  void watch() {
    Use now = use();
    if (now.stop() != null || alarm(now).isEmpty()) {
      return;
    }
    papers.deed(
        "PROCESS_EMERGENCY_STOP",
        null,
        Particulars.none()
            .number("emergencies", now.emergencies())
            .number("requests", now.requests())
            .number("overdue", now.overdue()),
        desk -> {
          String code = alarm(now).orElseThrow();
          desk.jdbc()
              .sql(
                  """
                  insert into emergency_stop (id, code, emergencies, requests, began_at)
                  values (?, ?, ?, ?, ?) on conflict do nothing
                  """)
              .param(UUID.randomUUID())
              .param(code)
              .param(now.emergencies())
              .param(now.requests())
              .param(Timestamp.from(desk.at()))
              .update();
          desk.note("alarm", code);
          return code;
        });
  }

  private Optional<String> alarm(Use now) {
    if (now.overdue() > 0) {
      return Optional.of("SX-HELP-EMERGENCY-UNREVIEWED");
    }
    boolean habit =
        now.requests() >= law.get().emergencyAtLeast()
            && now.emergencies() * 100 > now.requests() * now.mostPercent();
    return habit ? Optional.of("SX-HELP-EMERGENCY-RATIO") : Optional.empty();
  }

  /**
   * @throws ProcessRefused {@code SX-HELP-EMERGENCY-STOPPED} if the unit is suspended
   */
  void requireOpen(Desk desk) {
    Optional<Stop> stop = open(desk);
    if (stop.isPresent()) {
      throw new ProcessRefused(
          "SX-HELP-EMERGENCY-STOPPED",
          "this unit is suspended from asking in emergencies",
          "emergency",
          stop.get().code() + ": " + stop.get().emergencies() + " of " + stop.get().requests(),
          "ask with compulsory process, or let the overseer lift the stop");
    }
  }

  /**
   * The overseer's word on one emergency. What is not upheld is sealed off again.
   *
   * @param upheld whether there was an emergency that could not wait
   */
  public void review(ActorId overseer, CaseId of, RequestId id, boolean upheld, String reasons) {
    Steps.step(
        papers,
        "PROCESS_EMERGENCY_REVIEW",
        overseer,
        of,
        id,
        (desk, store, request) -> {
          desk.require(overseer, OVERSEEING, "review an emergency");
          Steps.requireReasons(reasons);
          if (!request.ask().emergency() || request.moments().served() == null) {
            throw new ProcessRefused(
                "SX-HELP-STATE",
                "there is no emergency to review",
                "request " + request.shortName(),
                request.state().name(),
                "emergencies are reviewed once they are served");
          }
          if (request.emergencyUpheld() != null) {
            throw new ProcessRefused(
                "SX-HELP-STATE",
                "it is reviewed already",
                "request " + request.shortName(),
                request.emergencyUpheld() ? "upheld" : "not upheld",
                "a review is not undone");
          }
          store.upheld(id, upheld);
          store.step(
              request,
              "PROCESS_EMERGENCY_REVIEW",
              request.state(),
              overseer,
              Map.of("upheld", upheld ? "yes" : "no", "reasons", reasons));
          desk.note("upheld", upheld ? "yes" : "no");
          return id;
        });
  }

  /**
   * Lifts the stop; what was asked before counts no more.
   *
   * @throws ProcessRefused {@code SX-HELP-STATE} if there is none; {@code
   *     SX-HELP-EMERGENCY-UNREVIEWED} while emergencies wait for review
   */
  public void lift(ActorId overseer, String reasons) {
    papers.deed(
        "PROCESS_EMERGENCY_LIFT",
        overseer,
        Particulars.none(),
        desk -> {
          desk.require(overseer, OVERSEEING, "lift a stop");
          Steps.requireReasons(reasons);
          Use now = use(desk);
          if (now.stop() == null) {
            throw new ProcessRefused(
                "SX-HELP-STATE", "there is no stop", "emergency", "open", "nothing to lift");
          }
          if (now.overdue() > 0) {
            throw new ProcessRefused(
                "SX-HELP-EMERGENCY-UNREVIEWED",
                "emergencies still wait for review",
                "emergency",
                Long.toString(now.overdue()),
                "review them first");
          }
          desk.jdbc()
              .sql("update emergency_stop set lifted_at = ?, lifted_by = ? where lifted_at is null")
              .param(Timestamp.from(desk.at()))
              .param(overseer.value())
              .update();
          desk.note("stop", now.stop().id());
          return now;
        });
  }
}
