package dev.sextant.app.http;

import dev.sextant.app.Capabilities;
import dev.sextant.app.House;
import dev.sextant.app.http.Views.NoteText;
import dev.sextant.authority.Actor;
import dev.sextant.authority.Decision;
import dev.sextant.authority.Law;
import dev.sextant.authority.LawChange;
import dev.sextant.authority.LawKind;
import dev.sextant.authority.LawText;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The law of the house: what is in force, how it came to be, and changes of it. Everybody of the
 * house may read it; none of it is case data.
 */
@RestController
class PolicyHttp {
  private final House house;

  PolicyHttp(House house) {
    this.house = house;
  }

  /**
   * What is in force.
   *
   * @param policy the policy bundle
   * @param pack the jurisdiction pack
   * @param engine who judges by the policies
   * @param capabilities digest of the manifest of what the program can do
   * @param delay how long an approved change waits, as an ISO 8601 duration
   * @param pending changes that may yet come into force
   * @param lags which of the two is behind what the program ships
   */
  record LawView(
      LawSummary policy,
      LawSummary pack,
      String engine,
      String capabilities,
      String delay,
      List<LawChangeView> pending,
      List<LawLagView> lags) {}

  /**
   * A law in force that does not say all that this program asks for.
   *
   * @param kind POLICY or PACK
   * @param inForce version in force
   * @param shipped version that the program ships
   * @param missing steps and policies by name, or paths of a pack
   * @param own the house's own words, which the shipped text would take away; then it is not
   *     proposed
   */
  record LawLagView(
      String kind, long inForce, long shipped, List<String> missing, List<String> own) {}

  /** Which law is to be brought up to what the program ships, and why. */
  record LawUpdate(String kind, String reasons) {}

  /**
   * A law in brief.
   *
   * @param kind POLICY or PACK
   * @param digest SHA-256 of its body
   * @param name its name
   * @param version its version
   */
  record LawSummary(String kind, String digest, String name, long version) {}

  /**
   * A law with its texts.
   *
   * @param law in brief
   * @param files what a person reads, by file name
   * @param sentences one sentence a policy, by identifier; empty for a pack
   */
  record LawTextView(LawSummary law, Map<String, String> files, Map<String, String> sentences) {}

  /**
   * A change of the law.
   *
   * @param before digest, or null for the first
   * @param proposer name, or null for the first
   * @param mine whether the caller may decide on it now
   */
  record LawChangeView(
      String id,
      String kind,
      @Nullable String before,
      String after,
      String name,
      long version,
      @Nullable String proposer,
      String reasons,
      boolean narrowing,
      String state,
      String proposedAt,
      @Nullable String noticedAt,
      @Nullable String dueAt,
      @Nullable String endedAt,
      List<LawSignatureView> signatures,
      boolean mine) {}

  /** What one person decided on a change. */
  record LawSignatureView(String role, String actor, String decision, String reasons, String at) {}

  /**
   * A proposal.
   *
   * @param id random UUID for the change; needed where the note is signed elsewhere
   * @param name a bundle's name
   * @param version above the one in force
   * @param schema a bundle's schema; null for a pack
   * @param texts a bundle's policies by file name, or one text for a pack
   * @param reasons why
   * @param note signed note over the proposal's words; null to sign with the key kept here
   */
  record LawProposal(
      String kind,
      @Nullable String id,
      @Nullable String name,
      long version,
      @Nullable String schema,
      Map<String, String> texts,
      String reasons,
      @Nullable String note) {}

  /**
   * A decision on a change.
   *
   * @param decision APPROVED or REFUSED
   * @param note signed note over the decision's words; null to sign with the key kept here
   */
  record LawDecision(String decision, String reasons, @Nullable String note) {}

  /** Why a change is stopped. */
  record LawStop(String reasons) {}

  private Law law() {
    return house.authority().law();
  }

  @GetMapping("/api/law")
  LawView inForce(ActorId caller) {
    return new LawView(
        summary(law().inForce(LawKind.POLICY)),
        summary(law().inForce(LawKind.PACK)),
        law().engine(),
        Capabilities.manifest().digest().hex(),
        law().delay().toString(),
        law().history().stream()
            .filter(PolicyHttp::pending)
            .map(change -> view(caller, change))
            .toList(),
        law().lags().stream()
            .map(lag ->
                new LawLagView(
                    lag.kind().name(), lag.inForce(), lag.shipped(), lag.missing(), lag.own()))
            .toList());
  }

  private static boolean pending(LawChange change) {
    return change.state() == LawChange.State.PROPOSED || change.state() == LawChange.State.NOTICED;
  }

  @GetMapping("/api/law/history")
  List<LawChangeView> history(ActorId caller) {
    return law().history().reversed().stream().map(change -> view(caller, change)).toList();
  }

  @GetMapping("/api/law/{kind}/{digest}")
  LawTextView text(@PathVariable String kind, @PathVariable String digest) {
    LawText text = law().text(kind(kind), new Digest(digest));
    return new LawTextView(summary(text), text.files(), text.sentences());
  }

  @GetMapping("/api/capabilities")
  CapabilitiesView capabilities() {
    Capabilities manifest = Capabilities.manifest();
    return new CapabilitiesView(manifest.digest().hex(), manifest.text());
  }

  /** What this program can do and must never be able to do. */
  record CapabilitiesView(String digest, String text) {}

  @PostMapping("/api/law/changes")
  LawChangeView propose(ActorId caller, @RequestBody LawProposal form) {
    UUID id = form.id() == null ? UUID.randomUUID() : uuid(form.id());
    law().propose(caller, id, text(form), form.reasons(), bytes(form.note()));
    return one(caller, id);
  }

  /** Proposes what the program ships; nothing if the law in force is not behind it. */
  @PostMapping("/api/law/update")
  List<LawChangeView> update(ActorId caller, @RequestBody LawUpdate form) {
    return law().update(caller, kind(form.kind()), form.reasons()).stream()
        .map(id -> one(caller, id))
        .toList();
  }

  @PostMapping("/api/law/changes/note")
  NoteText proposalNote(ActorId caller, @RequestBody LawProposal form) {
    String id = form.id();
    String words =
        law().proposalText(caller, uuid(id == null ? "" : id), text(form), form.reasons());
    return new NoteText(words, house.authority().people().vkey(caller).text());
  }

  @PostMapping("/api/law/changes/{id}/note")
  NoteText decisionNote(
      ActorId caller, @PathVariable String id, @RequestBody LawDecision decision) {
    String words =
        law().decisionText(caller, uuid(id), decided(decision.decision()), decision.reasons());
    return new NoteText(words, house.authority().people().vkey(caller).text());
  }

  @PostMapping("/api/law/changes/{id}/decision")
  LawChangeView decide(ActorId caller, @PathVariable String id, @RequestBody LawDecision decision) {
    law()
        .decide(
            caller,
            uuid(id),
            decided(decision.decision()),
            decision.reasons(),
            bytes(decision.note()));
    return one(caller, uuid(id));
  }

  @PostMapping("/api/law/changes/{id}/stop")
  LawChangeView stop(ActorId caller, @PathVariable String id, @RequestBody LawStop why) {
    law().stop(caller, uuid(id), why.reasons());
    return one(caller, uuid(id));
  }

  // ------------------------------------------------------------------ forms and views

  private static LawText text(LawProposal form) {
    if (kind(form.kind()) == LawKind.PACK) {
      return LawText.of(LawKind.PACK, form.texts().values().stream().findFirst().orElse(""));
    }
    String name = form.name();
    String schema = form.schema();
    return LawText.bundle(
        name == null ? "" : name, form.version(), schema == null ? "" : schema, form.texts());
  }

  private LawChangeView one(ActorId caller, UUID id) {
    return law().history().stream()
        .filter(change -> change.id().equals(id))
        .map(change -> view(caller, change))
        .findFirst()
        .orElseThrow();
  }

  private static LawSummary summary(LawText text) {
    return new LawSummary(text.kind().name(), text.digest().hex(), text.name(), text.version());
  }

  private LawChangeView view(ActorId caller, LawChange change) {
    LawText text = law().text(change.kind(), change.after());
    ActorId proposer = change.proposal().actor();
    Digest before = change.before();
    LawChange.Times times = change.times();
    return new LawChangeView(
        change.id().toString(),
        change.kind().name(),
        before == null ? null : before.hex(),
        change.after().hex(),
        text.name(),
        text.version(),
        proposer == null ? null : name(proposer),
        change.proposal().reasons(),
        change.narrowing(),
        change.state().name(),
        times.proposed().toString(),
        shown(times.noticed()),
        shown(times.due()),
        shown(times.ended()),
        change.signatures().stream()
            .map(one ->
                new LawSignatureView(
                    one.role().name(),
                    name(one.actor()),
                    one.decision().name(),
                    one.reasons(),
                    one.at().toString()))
            .toList(),
        mine(caller, change));
  }

  private boolean mine(ActorId caller, LawChange change) {
    Actor actor = house.authority().people().actor(caller);
    return change.state() == LawChange.State.PROPOSED && law().mayDecide(actor, change);
  }

  private String name(ActorId id) {
    return house.authority().people().actor(id).name();
  }

  private static @Nullable String shown(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private static byte @Nullable [] bytes(@Nullable String note) {
    return note == null || note.isBlank() ? null : note.getBytes(StandardCharsets.UTF_8);
  }

  private static LawKind kind(String text) {
    try {
      return LawKind.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadValue("SX-HTTP-LAW", "kind of law", text, "give POLICY or PACK");
    }
  }

  private static Decision decided(String text) {
    return switch (text) {
      case "APPROVED" -> Decision.APPROVED;
      case "REFUSED" -> Decision.REFUSED;
      default -> throw new BadValue("SX-HTTP-LAW", "decision", text, "give APPROVED or REFUSED");
    };
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new BadValue("SX-HTTP-LAW", "change's identifier", text, "give a UUID");
    }
  }
}
