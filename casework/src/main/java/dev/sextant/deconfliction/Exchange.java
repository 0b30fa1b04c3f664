package dev.sextant.deconfliction;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.HouseDeeds;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Role;
import dev.sextant.authority.Step;
import dev.sextant.deconfliction.oprf.Blinding;
import dev.sextant.deconfliction.oprf.Evaluation;
import dev.sextant.deconfliction.oprf.Mode;
import dev.sextant.deconfliction.oprf.OprfAsker;
import dev.sextant.deconfliction.oprf.OprfFault;
import dev.sextant.deconfliction.store.DeskRows;
import dev.sextant.deconfliction.store.HouseRows;
import dev.sextant.deconfliction.store.NoticeRows;
import dev.sextant.deconfliction.store.PendingRows;
import dev.sextant.deconfliction.store.QuestionRows;
import dev.sextant.deconfliction.store.TokenRows;
import dev.sextant.ledger.SignerKey;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same question to another house, by messages that people carry: a blinded question out, an
 * evaluation with proof and a list of cut tokens back, the answer worked out at home, and a notice
 * to the other house where it knows the selector. Neither house sees what the other has; a key that
 * is not the one on its card is found out.
 */
public final class Exchange {
  private static final HexFormat HEX = HexFormat.of();
  private static final CaseId NO_CASE = new CaseId(new UUID(0, 0));

  private final Deconfliction index;
  private final HouseDeeds house;
  private final Supplier<JurisdictionPack> pack;
  private final SignerKey signer;
  private final SecureRandom random;
  private final PendingRows pending;
  private final Sealing sealing;
  private final Houses houses;
  private final UUID self;

  /**
   * What the exchange rests on.
   *
   * @param house registers of the whole house
   * @param door the way to case tables
   * @param keys keys of cases
   * @param pack the jurisdiction's numbers
   * @param signer signs what leaves the house
   */
  public record Ground(
      HouseDeeds house,
      Door door,
      CaseKeys keys,
      Supplier<JurisdictionPack> pack,
      SignerKey signer) {}

  /**
   * @param index this house's index
   * @param random for blinds
   */
  public Exchange(Deconfliction index, Ground ground, SecureRandom random) {
    this.index = index;
    this.house = ground.house();
    this.pack = ground.pack();
    this.signer = ground.signer();
    this.random = random;
    this.pending = new PendingRows(ground.door(), ground.keys());
    this.sealing = new Sealing(house);
    this.houses = new Houses(house, index.key(), signer, random);
    this.self = houses.self();
  }

  /** Cards, and which other houses are admitted. */
  public Houses houses() {
    return houses;
  }

  // ------------------------------------------------------------------ asking

  /**
   * Asks another house.
   *
   * @return the message to carry there; it tells nothing of the selector
   */
  public byte[] ask(Permit permit, Selector selector, UUID of) {
    Strong.require(selector);
    OtherHouse other = houses.admitted(of);
    Particulars inputs = Particulars.none().selector("asked", selector).id("house", of);
    try (Act act = permit.begin(Step.DECONFLICT, inputs)) {
      Deconfliction.requireNamed(act, selector);
      Blinding blinding = asker(other).blind(HouseKey.input(selector));
      UUID id = UUID.randomUUID();
      pending.keep(act, id, new PendingRows.Pending(of, selector, blinding));
      byte[] message =
          Message.of(
                  Message.Kind.QUESTION,
                  Map.of(
                      "from", self.toString(),
                      "to", of.toString(),
                      "question", id.toString(),
                      "at", act.begun().toString(),
                      "elements", List.of(HEX.formatHex(blinding.element()))))
              .signed(signer);
      act.done(Particulars.none().id("question", id).digest("message", Digest.of(message)));
      return message;
    }
  }

  private OprfAsker asker(OtherHouse other) {
    return new OprfAsker(Mode.VOPRF, other.key(), random);
  }

  // ------------------------------------------------------------------ answering

  /**
   * What goes back.
   *
   * @param message the evaluation with its proof
   * @param list the list of cut tokens that the message names by digest
   */
  public record Reply(byte[] message, byte[] list) {}

  /**
   * Evaluates another house's question.
   *
   * @param officer an authorising officer
   * @throws DeconflictionFault {@code SX-DECONFLICT-HOUSE}, {@code SX-DECONFLICT-MESSAGE}, {@code
   *     SX-DECONFLICT-SERVED} if it was evaluated before or that house had too many today
   */
  public Reply answer(ActorId officer, byte[] question) {
    OtherHouse other = houses.admitted(Message.sender(question, Message.Kind.QUESTION));
    Message asked = Message.from(other, self, question, Message.Kind.QUESTION);
    UUID id = asked.uuid("question");
    List<byte[]> elements = asked.all("elements");
    index.refresh();
    return house.run(
        "DECONFLICT_ANSWER",
        officer,
        Set.of(Role.AUTHORISING_OFFICER),
        Particulars.none()
            .id("house", other.id())
            .id("question", id)
            .number("elements", elements.size())
            .digest("message", Digest.of(question)),
        deed -> {
          serve(deed, other, id, elements.size());
          Evaluation evaluation = evaluate(elements);
          List<String> tokens = TokenRows.answering(deed.jdbc());
          TokenList list = TokenList.of(tokens, other.id(), house.seed("deconfliction/filler/v1"));
          deed.note("list", list.digest().hex());
          return new Reply(reply(deed, other, id, evaluation, list), list.bytes());
        });
  }

  private void serve(HouseDeeds.Deed deed, OtherHouse other, UUID id, int elements) {
    long allowed = pack.get().number("deconfliction.byOtherHouse");
    long before =
        HouseRows.served(
            deed.jdbc(), other.id(), deed.at().minus(pack.get().duration("deconfliction.window")));
    if (elements == 0 || before + elements > allowed) {
      throw DeconflictionFault.served((before + elements) + " of " + allowed + " today");
    }
    if (!HouseRows.serve(deed.jdbc(), other.id(), id, elements, deed.at())) {
      throw DeconflictionFault.served(id + " was evaluated before");
    }
  }

  private Evaluation evaluate(List<byte[]> elements) {
    try {
      return index.key().evaluate(elements);
    } catch (OprfFault e) {
      throw DeconflictionFault.message("what it blinds is no group element");
    }
  }

  private byte[] reply(
      HouseDeeds.Deed deed, OtherHouse other, UUID id, Evaluation evaluation, TokenList list) {
    return Message.of(
            Message.Kind.ANSWER,
            Map.of(
                "from", self.toString(),
                "to", other.id().toString(),
                "question", id.toString(),
                "at", deed.at().toString(),
                "elements", evaluation.elements().stream().map(HEX::formatHex).toList(),
                "proof", HEX.formatHex(evaluation.proof()),
                "list", list.digest().hex()))
        .signed(signer);
  }

  // ------------------------------------------------------------------ finishing

  /**
   * What came of a question to another house.
   *
   * @param answer what the asker is told
   * @param notice to be carried to the other house; null where it does not know the selector, or
   *     the asking case answers nobody
   */
  public record Finished(Answer answer, byte @Nullable [] notice) {}

  /**
   * Takes another house's answer.
   *
   * @throws DeconflictionFault {@code SX-DECONFLICT-UNKNOWN} if nothing was asked so under this
   *     authority; {@code SX-DECONFLICT-MESSAGE}
   * @throws OprfFault {@code SX-OPRF-PROOF} if the other house used another key than its card's
   */
  public Finished finish(Permit permit, Reply reply) {
    OtherHouse other = houses.admitted(Message.sender(reply.message(), Message.Kind.ANSWER));
    Message answer = Message.from(other, self, reply.message(), Message.Kind.ANSWER);
    UUID id = answer.uuid("question");
    Particulars inputs = Particulars.none().id("house", other.id()).id("question", id);
    try (Act act = permit.begin(Step.DECONFLICT, inputs)) {
      PendingRows.Pending asked =
          pending
              .find(act, id)
              .filter(one -> one.house().equals(other.id()))
              .orElseThrow(() -> DeconflictionFault.unknown("question", id.toString()));
      Deconfliction.requireNamed(act, asked.selector());
      TokenList list = new TokenList(reply.list());
      if (!list.digest().hex().equals(answer.text("list"))) {
        throw DeconflictionFault.message("its list is another");
      }
      Evaluation evaluation = new Evaluation(answer.all("elements"), answer.bytes("proof"));
      byte[] output =
          asker(other).finish(List.of(asked.blinding()), evaluation, new byte[0]).getFirst();
      String token = HEX.formatHex(output);
      boolean known = list.holds(token, self);
      boolean covered = house.counted(act, jdbc -> note(jdbc, act, id, other, known));
      pending.drop(act, id);
      byte[] notice = known && !covered ? notice(act, other, id, token) : null;
      act.done(Particulars.none().number("known", known ? 1 : 0));
      return new Finished(new Answer(id, known, act.begun()), notice);
    }
  }

  private boolean note(JdbcClient jdbc, Act act, UUID id, OtherHouse other, boolean known) {
    boolean covered = DeskRows.covered(jdbc, act.permit().caseId());
    QuestionRows.put(
        jdbc, act, id, other.id(), new QuestionRows.Touched(known, List.of(), List.of()));
    NoticeRows.Side asker = NoticeRows.side(jdbc, act.permit().authority().value()).orElse(null);
    if (known && asker != null) {
      if (covered) {
        DeskRows.lay(jdbc, id, asker, null, other.id(), act.begun());
      } else {
        tell(jdbc, id, asker, Notice.Side.ASKED, other, act.begun());
      }
    }
    return covered;
  }

  private void tell(
      JdbcClient jdbc,
      UUID question,
      NoticeRows.Side told,
      Notice.Side side,
      OtherHouse other,
      Instant at) {
    UUID id = UUID.randomUUID();
    NoticeRows.tellOutside(
        jdbc, id, question, told, side, sealing.outside(id, other.contact()), at);
  }

  private byte[] notice(Act act, OtherHouse other, UUID id, String token) {
    return Message.of(
            Message.Kind.NOTICE,
            Map.of(
                "from", self.toString(),
                "to", other.id().toString(),
                "question", id.toString(),
                "at", act.begun().toString(),
                "token", token))
        .signed(signer);
  }

  // ------------------------------------------------------------------ being told

  /**
   * Takes another house's notice that both know a selector: the leads of the cases that do are told
   * whom to speak to; of those that answer nobody the overseer alone is. The token in it cannot be
   * made up from the list: whoever has it had the selector evaluated.
   *
   * @param officer an authorising officer
   * @return how many cases were told; none where the list was met by chance, or the case has ended
   *     or been covered since: then it lies on the overseer's desk
   */
  public int takeNotice(ActorId officer, byte[] bytes) {
    OtherHouse other = houses.admitted(Message.sender(bytes, Message.Kind.NOTICE));
    Message notice = Message.from(other, self, bytes, Message.Kind.NOTICE);
    UUID id = notice.uuid("question");
    String token = HEX.formatHex(notice.bytes("token"));
    List<TokenRows.Match> knowing =
        house.run(
            "DECONFLICT_TAKE_NOTICE",
            officer,
            Set.of(Role.AUTHORISING_OFFICER),
            Particulars.none()
                .id("house", other.id())
                .id("question", id)
                .digest("message", Digest.of(bytes)),
            deed -> {
              if (!HouseRows.wasServed(deed.jdbc(), other.id(), id)) {
                throw DeconflictionFault.served(id + " was never evaluated here");
              }
              List<TokenRows.Match> all = TokenRows.others(deed.jdbc(), token, NO_CASE);
              deed.note("cases", open(all));
              return all;
            });
    for (TokenRows.Match one : knowing) {
      house.run(
          "DECONFLICT_TELL",
          null,
          Set.of(),
          Particulars.none().id("case", one.caseId()).id("question", id),
          deed -> {
            NoticeRows.side(deed.jdbc(), one.authority().value())
                .ifPresent(side -> {
                  if (one.covered()) {
                    DeskRows.lay(deed.jdbc(), id, null, side, other.id(), deed.at());
                  } else {
                    tell(deed.jdbc(), id, side, Notice.Side.KNOWS, other, deed.at());
                  }
                });
            return one;
          });
    }
    return open(knowing);
  }

  private static int open(List<TokenRows.Match> knowing) {
    return (int) knowing.stream().filter(one -> !one.covered()).count();
  }
}
