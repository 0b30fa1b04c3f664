package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.authority.AuthorityRoom;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.disclosure.store.StampStore;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.terms.Fault;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Timestamps of released bundles by an outside authority (RFC 3161): proof that a bundle was there
 * at a moment which does not rest on the agency's clock. The house calls nobody: a request is a
 * file that a person carries to the authority, its answer is a file that a person brings back, and
 * only an answer that holds in every respect is kept.
 */
public final class Timestamps {
  /** Answers of authorities are a few thousand bytes; with long chains, tens of thousands. */
  public static final int ANSWER_MAX_BYTES = 1 << 20;

  private final AuthorityRoom authority;
  private final Disclosures disclosures;
  private final Supplier<TrustedAuthorities> trusted;
  private final Clock clock;
  private final StampStore store;
  private final SecureRandom random = new SecureRandom();

  Timestamps(
      AuthorityRoom authority,
      Disclosures disclosures,
      Supplier<TrustedAuthorities> trusted,
      Clock clock) {
    this.authority = authority;
    this.disclosures = disclosures;
    this.trusted = trusted;
    this.clock = clock;
    this.store = new StampStore(authority.door(), authority.keys());
  }

  /**
   * A request and, once it came, its answer.
   *
   * @param id of the request, random
   * @param disclosure of what
   * @param request what was asked
   * @param by who asked
   * @param byName that person's name
   * @param at when, by the house's clock
   * @param leaf where the act lies in the log
   * @param answer null while none was brought
   */
  public record Stamp(
      UUID id,
      DisclosureId disclosure,
      StampRequest request,
      ActorId by,
      String byName,
      Instant at,
      long leaf,
      @Nullable Answer answer) {}

  /**
   * An answer that was checked and believed.
   *
   * @param token what it says
   * @param bytes the TimeStampResp as it came
   * @param by who brought it
   * @param byName that person's name
   * @param at when, by the house's clock
   * @param leaf where the act lies in the log
   */
  public record Answer(
      StampToken token, byte[] bytes, ActorId by, String byName, Instant at, long leaf) {}

  /**
   * Makes a request for a timestamp of a released bundle.
   *
   * @throws DisclosureFault.NotFound if the permit opens no such disclosure
   */
  public Stamp request(Permit permit, DisclosureId id) {
    Particulars inputs = Particulars.none().token("what", "request").id("disclosure", id);
    try (Act act = permit.begin(Step.TIMESTAMP, inputs)) {
      try {
        Disclosure found = disclosures.released().find(act, id);
        StampRequest request = StampRequest.of(found.digest(), random);
        UUID made = UUID.randomUUID();
        Instant at = now();
        store.add(
            act,
            new StampStore.Row(
                made, id, null, permit.actor(), at, act.intentLeaf(), body(request)));
        act.done(Particulars.none().id("stamp", made).digest("imprint", request.digest()));
        String name = authority.people().actor(permit.actor()).name();
        return new Stamp(made, id, request, permit.actor(), name, at, act.intentLeaf(), null);
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  /**
   * Takes in the answer to a request: finds the request by its nonce, checks everything, keeps it.
   *
   * @param answer the DER of a TimeStampResp, as it came
   * @throws DisclosureFault.BadStamp as {@link StampCheck#check}; {@code SX-STAMP-NONCE} if no
   *     request of this disclosure waits for it
   */
  public Stamp receive(Permit permit, DisclosureId id, byte[] answer) {
    Particulars inputs = Particulars.none().token("what", "answer").id("disclosure", id);
    try (Act act = permit.begin(Step.TIMESTAMP, inputs)) {
      try {
        disclosures.released().find(act, id);
        Stamp asked = waiting(act, id, answer);
        StampToken token = new StampCheck(trusted.get()).check(asked.request(), answer);
        UUID made = UUID.randomUUID();
        Instant at = now();
        Digest digest = Digest.of(answer);
        store.add(
            act,
            new StampStore.Row(
                made, id, asked.id(), permit.actor(), at, act.intentLeaf(), kept(token, answer)));
        act.done(
            Particulars.none()
                .id("stamp", made)
                .id("request", asked.id())
                .digest("imprint", token.digest())
                .digest("answer", digest)
                .time("stampedAt", token.at()));
        String name = authority.people().actor(permit.actor()).name();
        return with(asked, new Answer(token, answer, permit.actor(), name, at, act.intentLeaf()));
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  private Stamp waiting(Act act, DisclosureId id, byte[] answer) {
    if (answer.length > ANSWER_MAX_BYTES) {
      throw new DisclosureFault.BadStamp(
          "SX-STAMP-FORM",
          "this is no answer to a timestamp request",
          "file",
          answer.length + " bytes",
          "bring the authority's answer as it came, a TimeStampResp in DER (.tsr)");
    }
    BigInteger nonce = StampCheck.nonce(answer);
    return all(act).stream()
        .filter(s -> s.disclosure().equals(id) && s.answer() == null)
        .filter(s -> s.request().nonce().equals(nonce))
        .findFirst()
        .orElseThrow(() ->
            new DisclosureFault.BadStamp(
                "SX-STAMP-NONCE",
                "no request of this disclosure waits for this answer",
                "nonce",
                nonce == null ? "none" : nonce.toString(16),
                "bring the answer to a request made here, once; or make a new request"));
  }

  /** Requests and answers of what the permit may open, oldest first. */
  public List<Stamp> all(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "timestamps"))) {
      List<DisclosureId> open =
          disclosures.released().all(act).stream().map(Disclosure::id).toList();
      List<Stamp> all = all(act).stream().filter(s -> open.contains(s.disclosure())).toList();
      act.done(Particulars.none().number("timestamps", all.size()));
      return all;
    }
  }

  /**
   * One request, with its answer if it came.
   *
   * @throws DisclosureFault.NotFound if the permit opens none of this identifier
   */
  public Stamp stamp(Permit permit, UUID id) {
    Particulars inputs = Particulars.none().token("what", "timestamp").id("stamp", id);
    try (Act act = permit.begin(Step.VIEW, inputs)) {
      try {
        Stamp stamp =
            all(act).stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DisclosureFault.NotFound("timestamp " + id));
        disclosures.released().find(act, stamp.disclosure());
        act.done(stamp.request().digest());
        return stamp;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  /** Requests and answers of one disclosure, within an act that may open it. */
  List<Stamp> of(Act act, DisclosureId id) {
    return all(act).stream().filter(s -> s.disclosure().equals(id)).toList();
  }

  private List<Stamp> all(Act act) {
    Map<ActorId, String> names = new HashMap<>();
    authority.people().all().forEach(person -> names.put(person.id(), person.name()));
    Map<UUID, StampStore.Row> answers = new HashMap<>();
    List<StampStore.Row> rows = store.all(act);
    rows.stream().filter(r -> r.request() != null).forEach(r -> answers.put(r.request(), r));
    List<Stamp> stamps = new ArrayList<>();
    for (StampStore.Row row : rows) {
      if (row.request() == null) {
        StampStore.Row came = answers.get(row.id());
        String name = names.getOrDefault(row.by(), row.by().toString());
        stamps.add(
            new Stamp(
                row.id(),
                row.disclosure(),
                request(row.body()),
                row.by(),
                name,
                row.at(),
                row.leaf(),
                came == null ? null : answer(came, names)));
      }
    }
    return stamps;
  }

  private static Stamp with(Stamp s, Answer answer) {
    return new Stamp(
        s.id(), s.disclosure(), s.request(), s.by(), s.byName(), s.at(), s.leaf(), answer);
  }

  private static byte[] body(StampRequest request) {
    return CanonicalJson.write(
        Map.of("digest", request.digest().hex(), "nonce", request.nonce().toString(16)));
  }

  private static StampRequest request(byte[] body) {
    Map<String, @Nullable Object> json = CanonicalJson.readObject(body);
    return new StampRequest(
        new Digest(String.valueOf(json.get("digest"))),
        new BigInteger(String.valueOf(json.get("nonce")), 16));
  }

  /* What the check found is kept beside the bytes: which anchor vouched then is not in them. */
  private static byte[] kept(StampToken token, byte[] answer) {
    return CanonicalJson.write(
        Map.of(
            "digest", token.digest().hex(),
            "at", token.at().toString(),
            "accuracy", token.accuracy(),
            "serial", token.serial(),
            "policy", token.policy(),
            "signer", token.signer(),
            "signerSha256", token.signerSha256().hex(),
            "anchor", token.anchor(),
            "answer", Base64.getEncoder().encodeToString(answer)));
  }

  private static Answer answer(StampStore.Row row, Map<ActorId, String> names) {
    Map<String, @Nullable Object> json = CanonicalJson.readObject(row.body());
    StampToken token =
        new StampToken(
            new Digest(String.valueOf(json.get("digest"))),
            Instant.parse(String.valueOf(json.get("at"))),
            String.valueOf(json.get("accuracy")),
            String.valueOf(json.get("serial")),
            String.valueOf(json.get("policy")),
            String.valueOf(json.get("signer")),
            new Digest(String.valueOf(json.get("signerSha256"))),
            String.valueOf(json.get("anchor")));
    byte[] bytes = Base64.getDecoder().decode(String.valueOf(json.get("answer")));
    String name = names.getOrDefault(row.by(), row.by().toString());
    return new Answer(token, bytes, row.by(), name, row.at(), row.leaf());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
