package dev.sextant.deconfliction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two houses with databases, logs and keys of their own, and what goes between them. */
class ExchangeTest {
  private static final Selector NUMBER = Selector.of(SelectorType.PHONE, "+4915112345678");
  private static final Selector MAIL = Selector.of(SelectorType.EMAIL, "yard.owner@example.org");

  /* A house with its room. */
  private record Side(
      TestHouse house, Deconfliction deconfliction, Exchange exchange, UUID id, SignerKey signer) {
    static Side open(String name) {
      TestHouse house = TestHouse.start();
      Deconfliction deconfliction = DeconflictionTest.open(house);
      SignerKey signer =
          SignerKey.generate(name + ".test", VerifierKey.Kind.NOTE, new SecureRandom());
      Exchange exchange =
          new Exchange(
              deconfliction,
              new Exchange.Ground(
                  house.room().houseDeeds(),
                  house.door(),
                  house.keys(),
                  house.room()::pack,
                  signer),
              new SecureRandom());
      byte[] card = exchange.houses().card(name, "duty desk, +31 20 555 0100");
      return new Side(house, deconfliction, exchange, exchange.houses().read(card).id(), signer);
    }

    byte[] card(String name) {
      return exchange.houses().card(name, "duty desk of " + name);
    }

    void admit(byte[] card) {
      exchange.houses().admit(house.officer(), card, Digest.of(card).hex());
    }
  }

  private Side north;
  private Side south;
  private CaseId mine;
  private Permit permit;

  @BeforeEach
  void start() {
    north = Side.open("North");
    south = Side.open("South");
    north.admit(south.card("South"));
    south.admit(north.card("North"));
    mine = north.house().openCase();
    permit = north.house().permit(mine, Set.of(NUMBER, MAIL), Set.of(Platform.X), TestHouse.WIDE);
    south.house().permit(Set.of(NUMBER), Set.of(Platform.X), TestHouse.WIDE);
  }

  @AfterEach
  void stop() {
    north.house().close();
    south.house().close();
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  private Exchange.Reply answered(byte[] question) {
    return south.exchange().answer(south.house().officer(), question);
  }

  @Test
  void theOtherHouseKnowsItAndBothLeadsAreTold() {
    byte[] question = north.exchange().ask(permit, NUMBER, south.id());
    assertThat(text(question)).doesNotContain("4915112345678").doesNotContain("phone");
    Exchange.Reply reply = answered(question);
    assertThat(reply.list()).hasSize(256 * TokenList.ENTRY);
    Exchange.Finished finished = north.exchange().finish(permit, reply);
    assertThat(finished.answer().known()).isTrue();
    assertThat(north.deconfliction().notices(north.house().analyst()))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.side()).isEqualTo(Notice.Side.ASKED);
          assertThat(notice.contact()).isNull();
          assertThat(notice.outside()).isEqualTo("South, duty desk of South");
        });
    byte[] notice = java.util.Objects.requireNonNull(finished.notice());
    assertThat(south.exchange().takeNotice(south.house().officer(), notice)).isEqualTo(1);
    // Brought twice, it tells once.
    assertThat(south.exchange().takeNotice(south.house().officer(), notice)).isEqualTo(1);
    assertThat(south.deconfliction().notices(south.house().analyst()))
        .singleElement()
        .satisfies(told -> {
          assertThat(told.side()).isEqualTo(Notice.Side.KNOWS);
          assertThat(told.outside()).isEqualTo("North, duty desk of North");
        });
    // The answer is taken once: its blind is gone.
    refused(() -> north.exchange().finish(permit, reply), "SX-DECONFLICT-UNKNOWN");
    assertThat(pending()).isZero();
  }

  private long pending() {
    return north
        .house()
        .door()
        .within(
            permit.begin(
                dev.sextant.authority.Step.SEARCH, dev.sextant.authority.Particulars.none()),
            sql ->
                sql.jdbc()
                    .sql("select count(*) from deconflict_pending")
                    .query(Long.class)
                    .single());
  }

  @Test
  void whatItDoesNotKnowLeavesNoNotice() {
    Exchange.Finished finished =
        north.exchange().finish(permit, answered(north.exchange().ask(permit, MAIL, south.id())));
    assertThat(finished.answer().known()).isFalse();
    assertThat(finished.notice()).isNull();
    assertThat(north.deconfliction().notices(north.house().analyst())).isEmpty();
  }

  /* A covered case is on no list; a covered asker leaves nothing with the other house. */
  @Test
  void coveredCasesStayOutOfTheExchange() {
    CaseId theirs = south.house().cases().cases(south.house().analyst()).getFirst().id();
    south.deconfliction().desk().cover(south.house().officer(), theirs, "A source is at risk.");
    assertThat(
            north
                .exchange()
                .finish(permit, answered(north.exchange().ask(permit, NUMBER, south.id())))
                .answer()
                .known())
        .isFalse();
    south.deconfliction().desk().uncover(south.house().officer(), theirs);
    north.deconfliction().desk().cover(north.house().officer(), mine, "A source is at risk.");
    Exchange.Finished finished =
        north.exchange().finish(permit, answered(north.exchange().ask(permit, NUMBER, south.id())));
    assertThat(finished.answer().known()).isTrue();
    assertThat(finished.notice()).isNull();
    assertThat(north.deconfliction().notices(north.house().analyst())).isEmpty();
    SilentQuestion silent =
        north.deconfliction().desk().questions(north.house().overseer()).getFirst();
    assertThat(silent.house()).isEqualTo(south.id());
    north
        .deconfliction()
        .desk()
        .decide(
            north.house().overseer(),
            silent.id(),
            SilentQuestion.Decision.TOLD,
            "They may speak to the duty desk of South.");
    assertThat(north.deconfliction().notices(north.house().analyst())).hasSize(1);
  }

  /* On the list when it was answered, covered when the notice came. */
  @Test
  void aCaseCoveredBeforeTheNoticeIsTheOverseers() {
    byte[] notice =
        java.util.Objects.requireNonNull(
            north
                .exchange()
                .finish(permit, answered(north.exchange().ask(permit, NUMBER, south.id())))
                .notice());
    CaseId theirs = south.house().cases().cases(south.house().analyst()).getFirst().id();
    SilentDesk desk = south.deconfliction().desk();
    desk.cover(south.house().officer(), theirs, "A source is at risk.");
    assertThat(south.exchange().takeNotice(south.house().officer(), notice)).isZero();
    assertThat(south.exchange().takeNotice(south.house().officer(), notice)).isZero();
    assertThat(south.deconfliction().notices(south.house().analyst())).isEmpty();
    assertThat(desk.questions(south.house().overseer()))
        .singleElement()
        .satisfies(silent -> {
          assertThat(silent.asker()).isNull();
          assertThat(silent.known()).isEqualTo(theirs);
          assertThat(silent.house()).isEqualTo(north.id());
        });
    desk.decide(
        south.house().overseer(),
        desk.questions(south.house().overseer()).getFirst().id(),
        SilentQuestion.Decision.TOLD,
        "They may speak to the duty desk of North.");
    assertThat(south.deconfliction().notices(south.house().analyst()))
        .singleElement()
        .satisfies(told -> {
          assertThat(told.side()).isEqualTo(Notice.Side.KNOWS);
          assertThat(told.outside()).isEqualTo("North, duty desk of North");
        });
  }

  /* The answer is right in form and signed by the house, and another key evaluated it. */
  @Test
  void anotherKeyForThisAskerIsFoundOut() {
    Side third = Side.open("Third");
    try {
      byte[] question = north.exchange().ask(permit, NUMBER, south.id());
      UUID id =
          Message.from(house(north), south.id(), question, Message.Kind.QUESTION).uuid("question");
      List<byte[]> elements =
          Message.from(house(north), south.id(), question, Message.Kind.QUESTION).all("elements");
      var evaluation = third.deconfliction().key().evaluate(elements);
      byte[] list = new byte[256 * TokenList.ENTRY];
      byte[] message =
          Message.of(
                  Message.Kind.ANSWER,
                  java.util.Map.of(
                      "from", south.id().toString(),
                      "to", north.id().toString(),
                      "question", id.toString(),
                      "at", "2026-06-01T08:00:00Z",
                      "elements",
                          evaluation.elements().stream().map(HexFormat.of()::formatHex).toList(),
                      "proof", HexFormat.of().formatHex(evaluation.proof()),
                      "list", Digest.of(list).hex()))
              .signed(south.signer());
      refused(
          () -> north.exchange().finish(permit, new Exchange.Reply(message, list)),
          "SX-OPRF-PROOF");
      refused(
          () ->
              north
                  .exchange()
                  .finish(permit, new Exchange.Reply(answered(question).message(), list)),
          "SX-DECONFLICT-MESSAGE");
    } finally {
      third.house().close();
    }
  }

  private static OtherHouse house(Side side) {
    return side.exchange().houses().read(side.card("any"));
  }

  @Test
  void messagesOfStrangersAndForStrangersAreRefused() {
    Side third = Side.open("Third");
    try {
      third.admit(south.card("South"));
      CaseId of = third.house().openCase();
      Permit other = third.house().permit(of, Set.of(NUMBER), Set.of(Platform.X), TestHouse.WIDE);
      byte[] question = third.exchange().ask(other, NUMBER, south.id());
      refused(() -> answered(question), "SX-DECONFLICT-HOUSE");
      byte[] own = north.exchange().ask(permit, NUMBER, south.id());
      byte[] bent = own.clone();
      bent[bent.length / 3] ^= 1;
      refused(() -> answered(bent), "SX-DECONFLICT-MESSAGE");
      answered(own);
      refused(() -> answered(own), "SX-DECONFLICT-SERVED");
      byte[] card = third.card("Third");
      refused(
          () ->
              south
                  .exchange()
                  .houses()
                  .admit(south.house().officer(), card, Digest.ofFields("x").hex()),
          "SX-DECONFLICT-HOUSE");
      refused(
          () ->
              south.exchange().houses().admit(south.house().analyst(), card, Digest.of(card).hex()),
          "SX-AUTH-ROLE");
    } finally {
      third.house().close();
    }
  }

  /* So many a day for one house, in one message or in many. */
  @Test
  void anotherHouseIsBoundedToo() {
    SecureRandom random = new SecureRandom();
    List<String> many = new java.util.ArrayList<>();
    var asker =
        new dev.sextant.deconfliction.oprf.OprfAsker(
            dev.sextant.deconfliction.oprf.Mode.OPRF, new byte[0], random);
    for (int i = 0; i < 101; i++) {
      many.add(
          HexFormat.of()
              .formatHex(asker.blind(("+" + i).getBytes(StandardCharsets.UTF_8)).element()));
    }
    refused(() -> answered(question(many)), "SX-DECONFLICT-SERVED");
    assertThat(answered(question(many.subList(0, 100))).message()).isNotEmpty();
    refused(() -> answered(question(many.subList(100, 101))), "SX-DECONFLICT-SERVED");
    refused(() -> answered(question(List.of("00".repeat(33)))), "SX-DECONFLICT-SERVED");
    south.house().advance(java.time.Duration.ofHours(25));
    refused(() -> answered(question(List.of("00".repeat(33)))), "SX-DECONFLICT-MESSAGE");
  }

  private byte[] question(List<String> elements) {
    return Message.of(
            Message.Kind.QUESTION,
            java.util.Map.of(
                "from", north.id().toString(),
                "to", south.id().toString(),
                "question", UUID.randomUUID().toString(),
                "at", "2026-06-01T08:00:00Z",
                "elements", elements))
        .signed(north.signer());
  }

  @Test
  void listsOfTwoReadersCannotBeCompared() {
    List<String> tokens = List.of("ab".repeat(32), "cd".repeat(32));
    TokenList one = TokenList.of(tokens, north.id(), new byte[32]);
    TokenList two = TokenList.of(tokens, south.id(), new byte[32]);
    assertThat(one.holds(tokens.getFirst(), north.id())).isTrue();
    assertThat(one.holds(tokens.getFirst(), south.id())).isFalse();
    assertThat(one.holds("ef".repeat(32), north.id())).isFalse();
    assertThat(one.bytes()).isNotEqualTo(two.bytes());
    assertThat(TokenList.of(tokens, north.id(), new byte[32]).bytes()).isEqualTo(one.bytes());
  }

  @Test
  void nothingOfTheQuestionStaysInClear() {
    byte[] question = north.exchange().ask(permit, NUMBER, south.id());
    Exchange.Reply reply = answered(question);
    byte[] notice =
        java.util.Objects.requireNonNull(north.exchange().finish(permit, reply).notice());
    for (byte[] message : List.of(question, reply.message(), reply.list(), notice)) {
      String hex = HexFormat.of().formatHex(message);
      assertThat(text(message)).doesNotContain("15112345678");
      assertThat(hex)
          .doesNotContain(HexFormat.of().formatHex("15112345678".getBytes(StandardCharsets.UTF_8)));
    }
    long tokens =
        JdbcClient.create(north.house().application())
            .sql("select count(*) from sextant.deconflict_question where house is not null")
            .query(Long.class)
            .single();
    assertThat(tokens).isEqualTo(1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
