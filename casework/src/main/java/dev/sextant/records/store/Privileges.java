package dev.sextant.records.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.ValueCipher;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Whose words are privileged in a case: lawyers, clergy, doctors. Kept sealed. */
public final class Privileges {
  private final Door door;
  private final CaseKeys keys;
  private final List<String> terms;

  /**
   * @param door to the case tables
   * @param keys of the cases
   * @param terms words by which a text says of itself that it is privileged, in lower case
   */
  Privileges(Door door, CaseKeys keys, List<String> terms) {
    this.door = door;
    this.keys = keys;
    this.terms = List.copyOf(terms);
  }

  /** A check of the act's scope that knows the case's privileges. */
  public ScopeCheck check(Act act) {
    return new ScopeCheck(act.permit().scope(), of(act), terms);
  }

  /** The privileged identifiers of the act's case. */
  public Set<Selector> of(Act act) {
    ValueCipher cipher = cipher(act);
    return new HashSet<>(
        door.within(
            act,
            sql ->
                sql.jdbc()
                    .sql("select id, body from privileged_selector")
                    .query((row, n) ->
                        Selector.parse(
                            new String(
                                cipher.open(
                                    row.getBytes("body"), bound(row.getObject("id", UUID.class))),
                                StandardCharsets.UTF_8)))
                    .list()));
  }

  /** A digest of whose words are privileged and of what was released all the same. */
  public Digest fingerprint(Act act) {
    return Digest.ofFields(
        Stream.concat(
                Stream.concat(terms.stream(), Stream.of("/")),
                Stream.concat(
                    of(act).stream().map(Selector::toString).sorted(),
                    released(act).stream().map(UUID::toString).sorted()))
            .toArray(String[]::new));
  }

  /** Keyed hashes of the records that a filter officer released to the act's authority. */
  Set<UUID> released(Act act) {
    return new HashSet<>(
        door.within(
            act,
            sql ->
                sql.jdbc()
                    .sql("select tag from sextant.filter_decided() where state = 'RELEASED'")
                    .query(UUID.class)
                    .list()));
  }

  /** Adds one. */
  public void add(Act act, Selector selector) {
    UUID id = UUID.randomUUID();
    byte[] body = cipher(act).seal(selector.toString().getBytes(StandardCharsets.UTF_8), bound(id));
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    insert into privileged_selector (case_id, id, actor, at, body)
                    values (?, ?, ?, ?, ?)
                    """)
                .param(act.permit().caseId().value())
                .param(id)
                .param(act.permit().actor().value())
                .param(Timestamp.from(act.begun()))
                .param(body)
                .update());
  }

  private ValueCipher cipher(Act act) {
    return new ValueCipher(keys.derive(act, "records/privilege/v1"));
  }

  private static byte[] bound(UUID id) {
    return ("privileged " + id).getBytes(StandardCharsets.UTF_8);
  }
}
