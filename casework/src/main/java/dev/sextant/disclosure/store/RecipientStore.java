package dev.sextant.disclosure.store;

import dev.sextant.authority.HouseDeeds;
import dev.sextant.authority.ValueCipher;
import dev.sextant.disclosure.Agreement;
import dev.sextant.disclosure.Registered;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The house's register of agreements and recipients: names sealed under a key of the house. */
public final class RecipientStore {
  private final ValueCipher cipher;

  /** Wires the store. */
  public RecipientStore(HouseDeeds deeds) {
    this.cipher = deeds.cipher("disclosure/recipients/v1");
  }

  /** Writes an agreement. */
  public void add(HouseDeeds.Deed deed, ActorId by, Agreement agreement) {
    byte[] body =
        CanonicalJson.write(
            Map.of("reference", agreement.reference(), "organisation", agreement.organisation()));
    deed.jdbc()
        .sql(
            """
            insert into agreement (id, expires_at, accepts_rules, registered_by, registered_at, body)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(agreement.id())
        .param(Timestamp.from(agreement.expires()))
        .param(agreement.acceptsRules())
        .param(by.value())
        .param(Timestamp.from(deed.at()))
        .param(
            cipher.seal(body, bound(agreement.id(), agreement.expires(), agreement.acceptsRules())))
        .update();
  }

  /** Writes a recipient. */
  public void add(HouseDeeds.Deed deed, ActorId by, Registered recipient) {
    byte[] body = CanonicalJson.write(Map.of("name", recipient.name(), "need", recipient.need()));
    deed.jdbc()
        .sql(
            """
            insert into recipient (id, agreement, registered_by, registered_at, body)
            values (?, ?, ?, ?, ?)
            """)
        .param(recipient.id())
        .param(recipient.agreement().id())
        .param(by.value())
        .param(Timestamp.from(deed.at()))
        .param(cipher.seal(body, bound(recipient.id(), recipient.agreement().id())))
        .update();
  }

  /** Suspends an agreement; answers whether it was in force. */
  public boolean suspend(HouseDeeds.Deed deed, UUID agreement) {
    return deed.jdbc()
            .sql("update agreement set suspended_at = ? where id = ? and suspended_at is null")
            .param(Timestamp.from(deed.at()))
            .param(agreement)
            .update()
        == 1;
  }

  /** All agreements, oldest first. */
  public List<Agreement> agreements(JdbcClient jdbc) {
    return jdbc.sql("select * from agreement order by registered_at, id")
        .query((row, number) -> agreement(row))
        .list();
  }

  /** All recipients, oldest first. */
  public List<Registered> recipients(JdbcClient jdbc) {
    Map<UUID, Agreement> agreements = new HashMap<>();
    agreements(jdbc).forEach(a -> agreements.put(a.id(), a));
    return jdbc.sql("select * from recipient order by registered_at, id")
        .query((row, number) -> recipient(row, agreements))
        .list();
  }

  private Agreement agreement(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Instant expires = row.getTimestamp("expires_at").toInstant();
    boolean accepts = row.getBoolean("accepts_rules");
    Map<String, @Nullable Object> body =
        CanonicalJson.readObject(cipher.open(row.getBytes("body"), bound(id, expires, accepts)));
    return new Agreement(
        id,
        String.valueOf(body.get("reference")),
        String.valueOf(body.get("organisation")),
        accepts,
        expires,
        row.getTimestamp("suspended_at") != null);
  }

  private Registered recipient(ResultSet row, Map<UUID, Agreement> agreements) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID agreement = row.getObject("agreement", UUID.class);
    Map<String, @Nullable Object> body =
        CanonicalJson.readObject(cipher.open(row.getBytes("body"), bound(id, agreement)));
    return new Registered(
        id,
        String.valueOf(body.get("name")),
        String.valueOf(body.get("need")),
        Objects.requireNonNull(agreements.get(agreement)));
  }

  private static byte[] bound(Object... columns) {
    String[] fields = new String[columns.length + 1];
    fields[0] = "recipients";
    for (int i = 0; i < columns.length; i++) {
      fields[i + 1] = columns[i].toString();
    }
    return Digest.ofFields(fields).bytes();
  }
}
