package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was said of single selectors of a version, in the order in which it was said. */
final class SelectorMarks {
  private final CaseKeys keys;

  SelectorMarks(CaseKeys keys) {
    this.keys = keys;
  }

  /** What can be said. */
  enum Kind {
    /** A reviewer sees protected activity. */
    FLAG,
    /** A second person signed why it is directly related to the offence. */
    NEXUS,
    /** Somebody says that it is no protected activity. */
    REMOVAL_PROPOSED,
    /** Somebody else says so too. */
    REMOVAL_CONFIRMED,
    /** A handle was seen at an account. */
    SEEN_AT,
    /** A handle was seen at another account. */
    RECYCLED,
    /** An officer says that the handle still means the same person. */
    KEPT,
    /** An officer says that it does not. */
    DROPPED
  }

  /**
   * One thing said.
   *
   * @param digest of the version's document when it was said
   * @param note signed note, or empty
   * @param actor who; null for the machine
   */
  record Mark(
      Selector selector,
      Kind kind,
      @Nullable ActorId actor,
      Digest digest,
      String words,
      String note,
      long leaf,
      Instant at) {}

  /** A version, as far as marks need it. */
  record Of(AuthorityId id, int version, CaseId caseId) {
    static Of of(Version version) {
      return new Of(version.document().id(), version.document().version(), version.caseId());
    }

    static Of of(Permit permit) {
      return new Of(permit.authority(), permit.authorityVersion(), permit.caseId());
    }
  }

  void add(JdbcClient jdbc, Of of, Mark mark) {
    byte[] body =
        CanonicalJson.write(Map.of("selector", mark.selector().toString(), "words", mark.words()));
    jdbc.sql(
            """
            insert into selector_mark (authority, version, number, selector, kind, actor, digest, note, leaf, at, body)
            select :authority, :version, coalesce(max(number), 0) + 1, :selector, :kind, :actor, :digest, :note,
              :leaf, :at, :body
            from selector_mark where authority = :authority and version = :version
            """)
        .param("authority", of.id().value())
        .param("version", of.version())
        .param("selector", keys.keyedHash(jdbc, of.caseId()).of(mark.selector()))
        .param("kind", mark.kind().name())
        .param("actor", value(mark.actor()), java.sql.Types.OTHER)
        .param("digest", mark.digest().hex())
        .param("note", mark.note())
        .param("leaf", mark.leaf())
        .param("at", Timestamp.from(mark.at()))
        .param("body", keys.registerCipher(jdbc, of.caseId()).seal(body, about(of, mark)))
        .update();
  }

  private static @Nullable UUID value(@Nullable ActorId actor) {
    return actor == null ? null : actor.value();
  }

  private static byte[] about(Of of, Mark mark) {
    return String.join(
            " ",
            "selector-mark/v1",
            of.id().toString(),
            Integer.toString(of.version()),
            mark.kind().name(),
            String.valueOf(mark.actor()),
            mark.digest().hex(),
            Long.toString(mark.leaf()),
            mark.at().toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** All of a version, oldest first. */
  List<Mark> all(JdbcClient jdbc, Of of) {
    record Row(Mark closed, byte[] body) {}
    List<Row> rows =
        jdbc.sql("select * from selector_mark where authority = ? and version = ? order by number")
            .param(of.id().value())
            .param(of.version())
            .query((row, number) -> {
              UUID actor = row.getObject("actor", UUID.class);
              return new Row(
                  new Mark(
                      NONE,
                      Kind.valueOf(row.getString("kind")),
                      actor == null ? null : new ActorId(actor),
                      new Digest(row.getString("digest")),
                      "",
                      row.getString("note"),
                      row.getLong("leaf"),
                      row.getTimestamp("at").toInstant()),
                  row.getBytes("body"));
            })
            .list();
    if (rows.isEmpty()) {
      return List.of();
    }
    ValueCipher cipher = keys.registerCipher(jdbc, of.caseId());
    return rows.stream()
        .map(row -> {
          Mark m = row.closed();
          Map<String, ?> body = CanonicalJson.readObject(cipher.open(row.body(), about(of, m)));
          return new Mark(
              Selector.parse(String.valueOf(body.get("selector"))),
              m.kind(),
              m.actor(),
              m.digest(),
              String.valueOf(body.get("words")),
              m.note(),
              m.leaf(),
              m.at());
        })
        .toList();
  }

  /* Stands in a row whose body is still sealed. */
  private static final Selector NONE =
      Selector.of(dev.sextant.terms.SelectorType.KEYWORD, "sealed");

  /** Every permit of a version ends: what it may see has become less. */
  static void revoke(JdbcClient jdbc, Of of, Instant at) {
    jdbc.sql(
            """
            update permit set revoked_at = ?
            where authority = ? and version = ? and revoked_at is null
            """)
        .param(Timestamp.from(at))
        .param(of.id().value())
        .param(of.version())
        .update();
  }
}
