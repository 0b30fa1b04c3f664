package dev.sextant.authority;

import dev.sextant.authority.LawChange.Signature;
import dev.sextant.authority.LawChange.State;
import dev.sextant.authority.policy.PolicyBundle;
import dev.sextant.ledger.Ledger;
import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.SignedNote;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at the whole law of a house before it is taken up: texts by digest, signatures by their
 * makers' keys, the chain from the first law to this, and what the log says was in force. Whoever
 * can write to the database but holds no keys can change none of it unseen.
 */
final class LawCheck {
  private final People people;
  private final Ledger ledger;

  LawCheck(People people, Ledger ledger) {
    this.people = people;
    this.ledger = ledger;
  }

  /**
   * The laws that were in force, oldest first, whole and signed.
   *
   * @throws LawFault if anything does not fit
   */
  List<LawText> chain(JdbcClient jdbc, LawKind kind) {
    List<LawChange> forced =
        LawStore.all(jdbc).stream()
            .filter(change -> change.kind() == kind && change.state() == State.FORCED)
            .sorted(Comparator.comparing(change -> Objects.requireNonNull(change.times().ended())))
            .toList();
    List<LawText> texts = new ArrayList<>();
    for (LawChange change : forced) {
      LawText text = text(jdbc, kind, change.after());
      LawText last = texts.isEmpty() ? null : texts.getLast();
      if (!Objects.equals(change.before(), last == null ? null : last.digest())) {
        throw LawFault.broken(
            "SX-AUTH-LAW-CHAIN",
            "a change of the law does not follow the one before",
            "change " + change.id(),
            String.valueOf(change.before()));
      }
      if (last != null) {
        requireSigned(jdbc, change, last, text);
      }
      texts.add(text);
    }
    return texts;
  }

  /** A law's text, if its body still has its digest. */
  static LawText text(JdbcClient jdbc, LawKind kind, Digest digest) {
    String body = LawStore.body(jdbc, kind, digest).orElse("");
    Digest found = Digest.of(body.getBytes(StandardCharsets.UTF_8));
    if (!found.equals(digest)) {
      throw LawFault.broken(
          "SX-AUTH-LAW-TEXT",
          "a text of the law was altered or is missing",
          kind.field() + " " + digest.hex(),
          found.hex());
    }
    return LawText.of(kind, body);
  }

  private void requireSigned(JdbcClient jdbc, LawChange change, LawText before, LawText after) {
    ActorId proposer = change.proposal().actor();
    boolean proposed =
        proposer != null
            && verifies(
                jdbc,
                proposer,
                LawChange.proposalText(
                    change.id(),
                    change.kind(),
                    change.before(),
                    change.after(),
                    proposer,
                    change.proposal().reasons()),
                change.proposal().note());
    boolean agreed =
        change.narrowing()
            ? narrows(before, after)
            : approvals(jdbc, change) && waited(change.times());
    if (!proposed || !agreed) {
      throw LawFault.broken(
          "SX-AUTH-LAW-SIGNATURE",
          "a change of the law lacks its signatures",
          "change " + change.id(),
          change.after().hex());
    }
  }

  static boolean narrows(LawText before, LawText after) {
    return before.kind() == LawKind.POLICY
        && PolicyBundle.parse(after.body()).narrows(PolicyBundle.parse(before.body()));
  }

  private static boolean waited(LawChange.Times times) {
    Instant due = times.due();
    Instant ended = times.ended();
    return due != null && ended != null && !ended.isBefore(due);
  }

  /** Whether an officer and an overseer, two people and neither the proposer, have approved. */
  boolean approvals(JdbcClient jdbc, LawChange change) {
    Set<Role> roles = new HashSet<>();
    Set<ActorId> signers = new HashSet<>();
    for (Signature signature : change.signatures()) {
      Actor signer = people.seek(jdbc, signature.actor()).orElse(null);
      boolean counts =
          signer != null
              && signature.decision() == Decision.APPROVED
              && signer.roles().contains(signature.role())
              && !signature.actor().equals(change.proposal().actor())
              && verifies(
                  jdbc,
                  signature.actor(),
                  change.approvalText(
                      signature.role(),
                      signature.actor(),
                      signature.decision(),
                      signature.reasons()),
                  signature.note());
      if (counts) {
        roles.add(signature.role());
        signers.add(signature.actor());
      }
    }
    return signers.size() == 2 && roles.equals(Set.of(Role.AUTHORISING_OFFICER, Role.OVERSEER));
  }

  /** Whether a note is this text under this person's key. */
  boolean verifies(JdbcClient jdbc, ActorId actor, String text, String note) {
    Actor signer = people.seek(jdbc, actor).orElse(null);
    if (signer == null) {
      return false;
    }
    try {
      SignedNote signed = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
      signed.require(VerifierKey.parse(signer.vkey()));
      return signed.text().equals(text);
    } catch (LedgerFault e) {
      return false; // A note that was altered is no signature; the caller says what is missing.
    }
  }

  // ------------------------------------------------------------------ the log

  /**
   * Whether the log's last entry names what the register says is in force.
   *
   * @param change the change by which the law came into force
   * @return true; false if a crash came between the register and the outcome, which must be written
   * @throws LawFault {@code SX-AUTH-LAW-LOG} if the log says another law is in force
   */
  boolean logged(LawKind kind, LawChange change) {
    long size = ledger.size();
    Map<String, @Nullable Object> last = size == 0 ? Map.of() : entry(size - 1);
    Object named = named(kind, last);
    if (change.after().hex().equals(named)) {
      return true;
    }
    Digest before = change.before();
    boolean cutShort =
        change.leaf() >= 0
            && change.leaf() < size
            && Objects.equals(named, before == null ? null : before.hex())
            && begins(kind, change, entry(change.leaf()));
    if (!cutShort) {
      throw disagree(kind, change.after().hex(), named);
    }
    return false;
  }

  /** Refuses a register without a law where the log has seen one. */
  void requireNone(LawKind kind) {
    long size = ledger.size();
    Object named = size == 0 ? null : named(kind, entry(size - 1));
    if (named != null) {
      throw disagree(kind, "none", named);
    }
  }

  private static LawFault disagree(LawKind kind, String registered, @Nullable Object logged) {
    return LawFault.broken(
        "SX-AUTH-LAW-LOG",
        "the log and the register disagree on what is in force",
        kind.field() + ": register " + registered,
        "log " + logged);
  }

  /* The outcome of the deed that brings a law into force still carries the law before. */
  private static @Nullable Object named(LawKind kind, Map<String, @Nullable Object> entry) {
    boolean turned =
        kind.deed("FORCE").equals(entry.get("step"))
            && "outcome".equals(entry.get("kind"))
            && "DONE".equals(entry.get("outcome"));
    return turned && entry.get("outputs") instanceof Map<?, ?> outputs
        ? outputs.get("new")
        : entry.get(kind.field());
  }

  private static boolean begins(
      LawKind kind, LawChange change, Map<String, @Nullable Object> entry) {
    return kind.deed("FORCE").equals(entry.get("step"))
        && "intent".equals(entry.get("kind"))
        && entry.get("inputs") instanceof Map<?, ?> inputs
        && change.id().toString().equals(inputs.get("change"));
  }

  private Map<String, @Nullable Object> entry(long leaf) {
    if (ledger.view().size() <= leaf) {
      try {
        ledger.checkpoint();
      } catch (LedgerFault.Forked e) {
        // A house that a witness has refused opens read-only, on what was published last.
        return CanonicalJson.readObject(ledger.view().entry(ledger.view().size() - 1));
      }
    }
    return CanonicalJson.readObject(ledger.view().entry(leaf));
  }
}
