package dev.sextant.authority;

import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.SignedNote;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/* A method that this house has never used is adopted at its first use, as its publisher evaluated
 * it, until its card's date; that is a deed in the log. From then on the house knows it: any other
 * fingerprint is refused until somebody has proposed it with an evaluation and two others, in
 * different roles, have signed for it. */
/** The register of the machine's methods: their cards, and which version of each is approved. */
public final class Models {
  private static final int SHORTEST_EVALUATION = 40;
  private static final int LONGEST_EVALUATION = 20_000;
  private static final int SHORTEST_REASONS = 10;
  private static final int LONGEST_REASONS = 4_000;

  private final Register register;
  private final Deeds deeds;
  private final People people;
  private final Rules rules;
  private final SecretKeySpec sealKey;
  private final Map<String, Model> running = new ConcurrentHashMap<>();

  /** How a method stands. */
  public enum State {
    /** It may be used. */
    APPROVED(""),
    /** Its fingerprint is not the one that was approved. */
    CHANGED("SX-AUTH-MODEL-CHANGED"),
    /** Its approval has run out. */
    EXPIRED("SX-AUTH-MODEL-EXPIRED"),
    /** It has no card. */
    WITHOUT_CARD("SX-AUTH-MODEL-CARD");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** The refusal's code; empty where there is none. */
    public String code() {
      return code;
    }
  }

  /**
   * A version of a method that was put forward.
   *
   * @param id the proposal
   * @param model the method
   * @param fingerprint the version
   * @param evaluation what was tried and found
   * @param by who proposed it; null where the house adopted it at its first use
   * @param expires until when an approval holds
   * @param at when it was proposed
   * @param approvers who signed for it so far
   */
  public record Proposal(
      UUID id,
      String model,
      Digest fingerprint,
      String evaluation,
      @Nullable ActorId by,
      Instant expires,
      Instant at,
      List<ActorId> approvers) {
    /** Copies. */
    public Proposal {
      approvers = List.copyOf(approvers);
    }
  }

  /**
   * A method as it stands.
   *
   * @param card its card
   * @param running what this program would run; null if it has not been offered
   * @param state how it stands
   * @param proposals its history, newest first
   */
  public record Standing(
      ModelCard card, @Nullable Model running, State state, List<Proposal> proposals) {
    /** Copies. */
    public Standing {
      proposals = List.copyOf(proposals);
    }
  }

  Models(Register register, Deeds deeds, People people, AgencyKey agency, Rules rules) {
    this.register = register;
    this.deeds = deeds;
    this.people = people;
    this.rules = rules;
    this.sealKey = new SecretKeySpec(agency.derive("authority/model-seal/v1"), "HmacSHA256");
  }

  /** Says which methods this program runs, so that they can be listed and proposed. */
  public void offer(Model model) {
    running.put(model.id(), model);
  }

  /** Every method with its card and standing, by name. */
  public List<Standing> all(Instant now) {
    List<Standing> all = new ArrayList<>();
    for (ModelCard card : ModelCard.shipped()) {
      Model model = running.get(card.id());
      List<Proposal> proposals = register.within("models", jdbc -> proposals(jdbc, card.id()));
      State state =
          proposals.isEmpty()
              ? State.APPROVED
              : model == null ? State.CHANGED : standing(proposals, model.fingerprint().hex(), now);
      all.add(new Standing(card, model, state, proposals.reversed()));
    }
    return all;
  }

  /** How a version of a method stands; a method never used here is adopted. */
  State judged(String model, String fingerprint, Instant now) {
    Optional<ModelCard> card = ModelCard.of(model);
    if (card.isEmpty() || fingerprint.isEmpty()) {
      return State.WITHOUT_CARD;
    }
    List<Proposal> proposals = register.within("models", jdbc -> proposals(jdbc, model));
    if (proposals.isEmpty() && known(model) == 0) {
      adopt(card.get(), fingerprint);
      proposals = register.within("models", jdbc -> proposals(jdbc, model));
    }
    return standing(proposals, fingerprint, now);
  }

  /* Rows whose seal does not hold count for nothing, yet they show that the method is known here:
   * spoiling a row must not let another version be adopted. */
  private int known(String model) {
    return register.within(
        "models",
        jdbc ->
            jdbc.sql("select count(*) from model_proposal where model = ?")
                .param(model)
                .query(Integer.class)
                .single());
  }

  private State standing(List<Proposal> proposals, String fingerprint, Instant now) {
    int needed = Math.toIntExact(rules.pack().number("models.approvals"));
    State state = State.CHANGED;
    for (Proposal proposal : proposals) {
      boolean granted = proposal.by() == null || proposal.approvers().size() >= needed;
      if (granted && proposal.fingerprint().hex().equals(fingerprint)) {
        state = now.isBefore(proposal.expires()) ? State.APPROVED : State.EXPIRED;
      }
    }
    return state;
  }

  private void adopt(ModelCard card, String fingerprint) {
    deeds.run(
        "ADOPT_MODEL",
        null,
        Particulars.none()
            .token(ApprovedModels.ID, card.id())
            .token(ApprovedModels.FINGERPRINT, fingerprint),
        entry -> {
          Proposal adopted =
              new Proposal(
                  UUID.randomUUID(),
                  card.id(),
                  new Digest(fingerprint),
                  card.evaluation(),
                  null,
                  card.expires(),
                  entry.at(),
                  List.of());
          insert(entry, adopted);
          return adopted.id();
        });
  }

  /**
   * Puts the version that this program runs forward for approval.
   *
   * @param evaluation what was tried, on what, and what came out: 40 to 20,000 characters
   */
  public Proposal propose(ActorId by, String model, String evaluation) {
    Model now = running.get(model);
    Particulars inputs = now == null ? Particulars.none() : now.named(Particulars.none());
    return deeds.run(
        "PROPOSE_MODEL",
        by,
        inputs,
        entry -> {
          if (now == null || ModelCard.of(model).isEmpty()) {
            throw new Refused.Application(
                State.WITHOUT_CARD.code(),
                "no such method with a card",
                "model",
                model,
                "take one from the list of methods");
          }
          People.require(
              people.find(entry.jdbc(), by), role("models.proposer"), "propose a method");
          String text = written(evaluation, SHORTEST_EVALUATION, LONGEST_EVALUATION, "evaluation");
          Proposal proposal =
              new Proposal(
                  UUID.randomUUID(),
                  model,
                  now.fingerprint(),
                  text,
                  by,
                  entry.at().plus(rules.pack().duration("models.validFor")),
                  entry.at(),
                  List.of());
          insert(entry, proposal);
          entry.note("proposal", proposal.id());
          return proposal;
        });
  }

  /**
   * Signs for a proposal. The version may be used once as many people as the pack says, each
   * another and none its proposer, have signed in different roles.
   *
   * @param reasons 10 to 4,000 characters
   */
  public Proposal approve(ActorId by, UUID id, String reasons) {
    return deeds.run(
        "APPROVE_MODEL",
        by,
        Particulars.none().id("proposal", id),
        entry -> {
          Actor actor = people.find(entry.jdbc(), by);
          Proposal proposal = find(entry.jdbc(), id);
          requireApart(actor, proposal);
          Role role = part(entry.jdbc(), actor, proposal);
          String why = written(reasons, SHORTEST_REASONS, LONGEST_REASONS, "reasons");
          byte[] note = people.sign(entry.jdbc(), by, text(proposal, role, by, why));
          entry
              .jdbc()
              .sql(
                  """
                  insert into model_approval (proposal, actor, role, reasons, note, approved_at)
                  values (?, ?, ?, ?, ?, ?)
                  """)
              .param(id)
              .param(by.value())
              .param(role.name())
              .param(why)
              .param(new String(note, StandardCharsets.UTF_8))
              .param(Timestamp.from(entry.at()))
              .update();
          entry.note(ApprovedModels.ID, proposal.model());
          entry.note(ApprovedModels.FINGERPRINT, proposal.fingerprint().hex());
          entry.note("note", Digest.of(note).hex());
          return find(entry.jdbc(), id);
        });
  }

  private static void requireApart(Actor actor, Proposal proposal) {
    if (actor.id().equals(proposal.by()) || proposal.approvers().contains(actor.id())) {
      throw new Refused.Role(
          "SX-AUTH-MODEL-APART",
          "one person cannot take two parts in approving a method",
          "proposal " + proposal.id(),
          actor.id().toString(),
          "ask somebody else who holds one of the roles");
    }
  }

  /** The first role that this person holds, that the pack asks for, and that nobody has filled. */
  private Role part(JdbcClient jdbc, Actor actor, Proposal proposal) {
    Set<Role> filled = new HashSet<>();
    jdbc.sql("select role from model_approval where proposal = ?")
        .param(proposal.id())
        .query(String.class)
        .list()
        .forEach(name -> filled.add(Role.valueOf(name)));
    List<Role> wanted = rules.pack().words("models.approvers").stream().map(Role::valueOf).toList();
    return wanted.stream()
        .filter(role -> !filled.contains(role) && actor.is(role))
        .findFirst()
        .orElseThrow(() ->
            new Refused.Role(
                "SX-AUTH-MODEL-ROLE",
                "this person's part is not asked for, or was taken by another",
                "proposal " + proposal.id(),
                actor.roles().toString(),
                "the pack asks for one each of " + wanted));
  }

  private Role role(String path) {
    return Role.valueOf(rules.pack().text(path));
  }

  private static String written(String text, int least, int most, String field) {
    String stripped = text.strip();
    if (stripped.length() < least || stripped.length() > most) {
      throw new Refused.Application(
          "SX-AUTH-MODEL-TEXT",
          "not written out",
          field,
          stripped.length() + " characters",
          "write " + least + " to " + most + " characters");
    }
    return stripped;
  }

  private Proposal find(JdbcClient jdbc, UUID id) {
    String model =
        jdbc.sql("select model from model_proposal where id = ?")
            .param(id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> new UnknownInRegister("proposal", id.toString()));
    return proposals(jdbc, model).stream()
        .filter(proposal -> proposal.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new UnknownInRegister("proposal", id.toString()));
  }

  private void insert(Deeds.Entry entry, Proposal proposal) {
    ActorId by = proposal.by();
    entry
        .jdbc()
        .sql(
            """
            insert into model_proposal
              (id, model, fingerprint, evaluation, proposed_by, expires, proposed_at, seal)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(proposal.id())
        .param(proposal.model())
        .param(proposal.fingerprint().hex())
        .param(proposal.evaluation())
        .param(by == null ? null : by.value())
        .param(Timestamp.from(proposal.expires()))
        .param(Timestamp.from(proposal.at()))
        .param(seal(proposal))
        .update();
  }

  private List<Proposal> proposals(JdbcClient jdbc, String model) {
    return jdbc
        .sql("select * from model_proposal where model = ? order by proposed_at, id")
        .param(model)
        .query((row, number) -> read(jdbc, row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Proposal> read(JdbcClient jdbc, ResultSet row) throws SQLException {
    UUID by = row.getObject("proposed_by", UUID.class);
    Proposal bare =
        new Proposal(
            row.getObject("id", UUID.class),
            row.getString("model"),
            new Digest(row.getString("fingerprint")),
            row.getString("evaluation"),
            by == null ? null : new ActorId(by),
            row.getTimestamp("expires").toInstant(),
            row.getTimestamp("proposed_at").toInstant(),
            List.of());
    if (!MessageDigest.isEqual(seal(bare), row.getBytes("seal"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Proposal(
            bare.id(),
            bare.model(),
            bare.fingerprint(),
            bare.evaluation(),
            bare.by(),
            bare.expires(),
            bare.at(),
            approvers(jdbc, bare)));
  }

  /** Those whose notes verify over this very proposal, one a role. */
  private List<ActorId> approvers(JdbcClient jdbc, Proposal proposal) {
    Map<Role, ActorId> signed = new TreeMap<>();
    jdbc.sql("select actor, role, reasons, note from model_approval where proposal = ?")
        .param(proposal.id())
        .query(row -> {
          ActorId id = new ActorId(row.getObject("actor", UUID.class));
          Role role = Role.valueOf(row.getString("role"));
          String text = text(proposal, role, id, row.getString("reasons"));
          Actor actor = people.seek(jdbc, id).orElse(null);
          if (actor != null
              && actor.roles().contains(role)
              && !id.equals(proposal.by())
              && verifies(actor, text, row.getString("note"))) {
            signed.put(role, id);
          }
        });
    return signed.values().stream().distinct().toList();
  }

  private static String text(Proposal proposal, Role role, ActorId by, String reasons) {
    return String.join(
        "\n",
        "sextant-model-approval/v1",
        "proposal " + proposal.id(),
        "model " + proposal.model(),
        "fingerprint " + proposal.fingerprint().hex(),
        "evaluation " + Digest.of(proposal.evaluation().getBytes(StandardCharsets.UTF_8)).hex(),
        "expires " + proposal.expires(),
        "role " + role,
        "actor " + by,
        "reasons " + Digest.of(reasons.getBytes(StandardCharsets.UTF_8)).hex(),
        "");
  }

  private static boolean verifies(Actor signer, String text, String note) {
    try {
      SignedNote signed = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
      signed.require(VerifierKey.parse(signer.vkey()));
      return signed.text().equals(text);
    } catch (LedgerFault e) {
      return false; // A note that was altered is no signature; the method stays disabled.
    }
  }

  private byte[] seal(Proposal proposal) {
    byte[] bound =
        CanonicalJson.write(
            Map.of(
                "format", "sextant-model-proposal/1",
                "id", proposal.id().toString(),
                "model", proposal.model(),
                "fingerprint", proposal.fingerprint().hex(),
                "evaluation", proposal.evaluation(),
                "by", String.valueOf(proposal.by()),
                "expires", proposal.expires().toString(),
                "at", proposal.at().toString()));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(sealKey);
      return mac.doFinal(bound);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HmacSHA256 is in every JDK", e);
    }
  }
}
