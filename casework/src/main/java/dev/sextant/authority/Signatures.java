package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.SignedNote;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people signed of a version: principles and decisions. A signature counts if its maker's row
 * is sealed, its maker has the role it was given in, and its note says what its row says.
 */
final class Signatures {
  private final People people;
  private final CaseKeys keys;

  Signatures(People people, CaseKeys keys) {
    this.people = people;
    this.keys = keys;
  }

  /** Whose signatures they are. */
  People people() {
    return people;
  }

  /** Signs one principle for the applicant and stores the signature. */
  void sign(Deeds.Entry entry, Version version, Principle principle) {
    AuthorityDocument document = version.document();
    byte[] note =
        people.sign(entry.jdbc(), document.applicant(), document.principleText(principle));
    entry
        .jdbc()
        .sql(
            """
            insert into principle_signature (authority, version, principle, actor, digest, note, signed_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .param(document.id().value())
        .param(document.version())
        .param(principle.name())
        .param(document.applicant().value())
        .param(version.digest().hex())
        .param(new String(note, StandardCharsets.UTF_8))
        .param(Timestamp.from(entry.at()))
        .update();
  }

  /** The principles whose stored signatures verify over the document as it reads now. */
  Set<Principle> signed(JdbcClient jdbc, Version version) {
    AuthorityDocument document = version.document();
    EnumSet<Principle> signed = EnumSet.noneOf(Principle.class);
    Actor applicant = people.seek(jdbc, document.applicant()).orElse(null);
    if (applicant == null) {
      return signed;
    }
    jdbc.sql(
            """
            select principle, note from principle_signature
            where authority = ? and version = ? and digest = ?
            """)
        .param(document.id().value())
        .param(document.version())
        .param(version.digest().hex())
        .query(row -> {
          Principle principle = Principle.valueOf(row.getString("principle"));
          if (verifies(applicant, document.principleText(principle), row.getString("note"))) {
            signed.add(principle);
          }
        });
    return signed;
  }

  /** Signs a decision for whoever took it and stores it. */
  void decide(Deeds.Entry entry, Version version, Approval unsigned) {
    String text = Approval.text(version.document(), unsigned);
    store(entry, version, unsigned, people.sign(entry.jdbc(), unsigned.actor(), text));
  }

  /**
   * Stores a decision that its maker signed elsewhere.
   *
   * @param decision what was decided, at the moment that the note names
   * @param note the signed note, as its maker gave it
   * @throws Refused.Application if the note is not this person's over exactly this decision
   */
  void decided(Deeds.Entry entry, Version version, Approval decision, String note) {
    Actor maker = people.find(entry.jdbc(), decision.actor());
    if (!verifies(maker, Approval.text(version.document(), decision), note)) {
      throw new Refused.Application(
          "SX-AUTH-NOTE",
          "the note is not this person's over this decision",
          "signed note",
          VerifierKey.parse(maker.vkey()).name(),
          "ask for the note's text anew, read it, and sign it with the key you were enrolled by");
    }
    store(entry, version, decision, note.getBytes(StandardCharsets.UTF_8));
  }

  private void store(Deeds.Entry entry, Version version, Approval unsigned, byte[] signed) {
    AuthorityDocument document = version.document();
    byte[] reasons =
        keys.registerCipher(entry.jdbc(), version.caseId())
            .seal(
                unsigned.reasons().getBytes(StandardCharsets.UTF_8),
                Approval.about(document, unsigned));
    entry
        .jdbc()
        .sql(
            """
            insert into approval (id, authority, version, role, actor, decision, digest, reasons, note, decided_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(UUID.randomUUID())
        .param(document.id().value())
        .param(document.version())
        .param(unsigned.role().name())
        .param(unsigned.actor().value())
        .param(unsigned.decision().name())
        .param(unsigned.document().hex())
        .param(reasons)
        .param(new String(signed, StandardCharsets.UTF_8))
        .param(Timestamp.from(unsigned.at()))
        .update();
    entry.note("decision", unsigned.decision());
    entry.note("note", Digest.of(signed));
  }

  /** All decisions on a version that count, oldest first. */
  List<Approval> approvals(JdbcClient jdbc, Version version) {
    AuthorityDocument document = version.document();
    ValueCipher cipher = keys.registerCipher(jdbc, version.caseId());
    return jdbc
        .sql(
            "select * from approval where authority = ? and version = ? order by decided_at, number")
        .param(document.id().value())
        .param(document.version())
        .query((row, number) -> approval(cipher, document, row))
        .list()
        .stream()
        .filter(approval -> counts(jdbc, document, approval))
        .toList();
  }

  private boolean counts(JdbcClient jdbc, AuthorityDocument document, Approval approval) {
    return people
        .seek(jdbc, approval.actor())
        .filter(actor -> actor.roles().contains(approval.role()))
        .filter(actor -> verifies(actor, Approval.text(document, approval), approval.note()))
        .isPresent();
  }

  /** Whether the last word of that role, on this very document and from outside, is yes. */
  boolean granted(JdbcClient jdbc, Version version, Role role) {
    Decision last = null;
    for (Approval approval : approvals(jdbc, version)) {
      boolean apart = !Lifecycle.takesPart(version, approval.actor());
      boolean same =
          approval.document().equals(version.digest())
              // What was granted by word of mouth is granted once it is written up, unaltered.
              || (role == Role.AUTHORISING_OFFICER
                  && approval.document().equals(version.document().granted()));
      if (approval.role() == role && same && apart) {
        last = approval.decision();
      }
    }
    return last == Decision.APPROVED;
  }

  private static Approval approval(ValueCipher cipher, AuthorityDocument document, ResultSet row)
      throws SQLException {
    Approval closed =
        new Approval(
            Role.valueOf(row.getString("role")),
            new ActorId(row.getObject("actor", UUID.class)),
            Decision.valueOf(row.getString("decision")),
            new Digest(row.getString("digest")),
            "",
            row.getString("note"),
            row.getTimestamp("decided_at").toInstant());
    byte[] reasons = cipher.open(row.getBytes("reasons"), Approval.about(document, closed));
    return closed.reasoned(new String(reasons, StandardCharsets.UTF_8));
  }

  /* The text is made anew from the row (authority, version, document, role, actor, decision), so a
   * note of another document, role or actor is not equal to it. */
  static boolean verifies(Actor signer, String text, String note) {
    try {
      SignedNote signed = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
      signed.require(VerifierKey.parse(signer.vkey()));
      return signed.text().equals(text);
    } catch (LedgerFault e) {
      return false; // A note that was altered is no signature; the caller says what is missing.
    }
  }
}
