package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.ExhibitId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What falls with an authority that is quashed or an exhibit that was obtained unlawfully, and who
 * must be told. The database hides what falls: at once, for every authority of the case.
 */
public final class Voiding {
  private final Register register;
  private final Deeds deeds;
  private final AuthorityStore store;
  private final People people;
  private final CaseKeys keys;

  Voiding(Register register, Deeds deeds, AuthorityStore store, People people, CaseKeys keys) {
    this.register = register;
    this.deeds = deeds;
    this.store = store;
    this.people = people;
    this.keys = keys;
  }

  /**
   * A release that must be called back.
   *
   * @param disclosure which
   * @param at when it was made
   * @param by who made it
   * @param bundle digest of what was handed over
   * @param title its title
   * @param recipient to whom
   * @param organisation of the recipient
   * @param leaf where the release lies in the log
   */
  public record Recall(
      DisclosureId disclosure,
      Instant at,
      ActorId by,
      Digest bundle,
      String title,
      String recipient,
      String organisation,
      long leaf) {}

  /**
   * What is handed over, as it must be known to call it back.
   *
   * @param disclosure which
   * @param at when
   * @param bundle digest of what is handed over
   * @param title its title
   * @param recipient to whom
   * @param organisation of the recipient
   */
  public record HandedOver(
      DisclosureId disclosure,
      Instant at,
      Digest bundle,
      String title,
      String recipient,
      String organisation) {}

  /** Notes to whom a release goes; it can be told even when nobody may open the release again. */
  public void handedOver(Act act, HandedOver release) {
    act.requireOpen();
    CaseId of = act.permit().caseId();
    byte[] body =
        CanonicalJson.write(
            Map.of(
                "title", release.title(),
                "recipient", release.recipient(),
                "organisation", release.organisation()));
    register.within(
        "recall",
        jdbc ->
            jdbc.sql(
                    """
                    insert into recallable (casefile, disclosure, authority, actor, leaf, at, digest, body)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .param(of.value())
                .param(release.disclosure().value())
                .param(act.permit().authority().value())
                .param(act.permit().actor().value())
                .param(act.intentLeaf())
                .param(Timestamp.from(release.at()))
                .param(release.bundle().hex())
                .param(
                    keys.registerCipher(jdbc, of)
                        .seal(body, about(release.disclosure(), act.intentLeaf())))
                .update());
  }

  private static byte[] about(DisclosureId disclosure, long leaf) {
    return ("recallable/v1 " + disclosure + " " + leaf).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Releases that rest on what an authority took in or derived, oldest first: before it is quashed,
   * whom it would concern; afterwards, who must be told.
   *
   * @param viewer takes part in the authority, or is an officer or overseer
   */
  public List<Recall> recall(ActorId viewer, AuthorityId id) {
    return register.within(
        "recall",
        jdbc -> {
          CaseId of = requirePart(jdbc, viewer, id);
          return jdbc.sql("select * from sextant.released_under(?) order by leaf")
              .param(id.value())
              .query((row, number) -> recall(keys.registerCipher(jdbc, of), row))
              .list();
        });
  }

  /** Releases that rest on one exhibit, oldest first; for officers and overseers. */
  public List<Recall> recall(ActorId viewer, CaseId of, ExhibitId exhibit) {
    return register.within(
        "recall",
        jdbc -> {
          requireOfficerOrOverseer(jdbc, viewer, "recall");
          return jdbc.sql("select * from sextant.released_from(?, ?) order by leaf")
              .param(of.value())
              .param(exhibit.value())
              .query((row, number) -> recall(keys.registerCipher(jdbc, of), row))
              .list();
        });
  }

  private static Recall recall(ValueCipher cipher, ResultSet row) throws SQLException {
    DisclosureId disclosure = new DisclosureId(row.getObject("disclosure", UUID.class));
    long leaf = row.getLong("leaf");
    Map<String, ?> body =
        CanonicalJson.readObject(cipher.open(row.getBytes("body"), about(disclosure, leaf)));
    return new Recall(
        disclosure,
        row.getTimestamp("at").toInstant(),
        new ActorId(row.getObject("actor", UUID.class)),
        new Digest(row.getString("digest")),
        String.valueOf(body.get("title")),
        String.valueOf(body.get("recipient")),
        String.valueOf(body.get("organisation")),
        leaf);
  }

  /**
   * How much rests on an authority, by kind: exhibits sealed under it, and judgements, snapshots,
   * findings and disclosures that rest on them under whatever authority.
   *
   * @param viewer as for {@link #recall(ActorId, AuthorityId)}
   */
  public Map<String, Long> resting(ActorId viewer, AuthorityId id) {
    return register.within(
        "recall",
        jdbc -> {
          requirePart(jdbc, viewer, id);
          Map<String, Long> counts = new TreeMap<>();
          jdbc.sql("select kind, things from sextant.resting_on(?)")
              .param(id.value())
              .query(row -> {
                counts.put(row.getString("kind"), row.getLong("things"));
              });
          return counts;
        });
  }

  /**
   * Says that an exhibit was obtained unlawfully: it and all that rests on it is hidden from
   * everybody in the case when this returns.
   *
   * @param by an officer or overseer
   * @throws UnknownInRegister if the case has no such exhibit
   */
  public void taint(ActorId by, CaseId of, ExhibitId exhibit, String reasons) {
    mark("TAINT", by, of, exhibit, reasons);
  }

  /** Says that it was obtained lawfully after all; an overseer alone may. */
  public void clear(ActorId overseer, CaseId of, ExhibitId exhibit, String reasons) {
    mark("CLEAR_TAINT", overseer, of, exhibit, reasons);
  }

  private void mark(String step, ActorId by, CaseId of, ExhibitId exhibit, String reasons) {
    boolean tainted = step.equals("TAINT");
    deeds.run(
        step,
        by,
        Particulars.none().id("case", of).id("exhibit", exhibit),
        entry -> {
          Lifecycle.requireReasons(reasons);
          if (tainted) {
            requireOfficerOrOverseer(entry.jdbc(), by, "taint");
          } else {
            People.require(people.find(entry.jdbc(), by), Role.OVERSEER, "clear");
          }
          requireKnown(entry.jdbc(), of, exhibit);
          byte[] sealed =
              keys.registerCipher(entry.jdbc(), of)
                  .seal(
                      reasons.getBytes(StandardCharsets.UTF_8),
                      ("taint/v1 " + exhibit + " " + entry.leaf())
                          .getBytes(StandardCharsets.UTF_8));
          entry
              .jdbc()
              .sql(
                  """
                  insert into taint (casefile, exhibit, number, tainted, actor, leaf, at, reasons)
                  select :case, :exhibit, coalesce(max(number), 0) + 1, :tainted, :actor, :leaf, :at, :reasons
                  from taint where casefile = :case and exhibit = :exhibit
                  """)
              .param("case", of.value())
              .param("exhibit", exhibit.value())
              .param("tainted", tainted)
              .param("actor", by.value())
              .param("leaf", entry.leaf())
              .param("at", Timestamp.from(entry.at()))
              .param("reasons", sealed)
              .update();
          return exhibit;
        });
  }

  private static void requireKnown(JdbcClient jdbc, CaseId of, ExhibitId exhibit) {
    boolean known =
        !jdbc.sql("select 1 from exhibit_source where casefile = ? and exhibit = ?")
            .param(of.value())
            .param(exhibit.value())
            .query()
            .listOfRows()
            .isEmpty();
    if (!known) {
      throw new UnknownInRegister("exhibit", exhibit.toString());
    }
  }

  private CaseId requirePart(JdbcClient jdbc, ActorId viewer, AuthorityId id) {
    Actor person = people.find(jdbc, viewer);
    CaseId of =
        AuthorityStore.caseOf(jdbc, id)
            .orElseThrow(() -> new UnknownInRegister("authority", id.toString()));
    boolean part =
        person.is(Role.AUTHORISING_OFFICER)
            || person.is(Role.OVERSEER)
            || store.versions(jdbc, id).stream().anyMatch(one -> Lifecycle.takesPart(one, viewer));
    if (!person.enabled() || !part) {
      throw new UnknownInRegister("authority", id.toString());
    }
    return of;
  }

  private void requireOfficerOrOverseer(JdbcClient jdbc, ActorId by, String step) {
    Actor actor = people.find(jdbc, by);
    if (!actor.is(Role.OVERSEER)) {
      People.require(actor, Role.AUTHORISING_OFFICER, step);
    }
  }
}
