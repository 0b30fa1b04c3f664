package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.policy.PolicyBundle;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How policies and packs change, and what happens to whoever changes them by another way. */
class LawTest {
  private static final String WHY = "The board decided so on the first of June.";
  private static final Selector PHONE = Selector.of(SelectorType.PHONE, "+447911123456");

  /** A pack of the version after the one that ships. */
  private static LawText nextPack(String permit) {
    return pack(Math.toIntExact(JurisdictionPack.shipped("us-federal").version()) + 1, permit);
  }

  private static LawText pack(int version, String permit) {
    String text = JurisdictionPack.shipped("us-federal").text();
    return LawText.of(
        LawKind.PACK,
        text.replaceFirst("(?m)^version: \\d+", "version: " + version)
            .replaceFirst("longest: PT8H", "longest: " + permit));
  }

  private static LawText policies(String file, String more) {
    PolicyBundle shipped = PolicyBundle.shipped();
    Map<String, String> texts = new TreeMap<>(shipped.texts());
    texts.merge(file, more, (old, added) -> old + "\n" + added);
    return LawText.bundle(shipped.name(), shipped.version() + 1, shipped.schema(), texts);
  }

  private static LawText noExports() {
    return policies(
        "9-narrowed.cedar",
        """
        @id("no-exports-this-week")
        @says("Nothing is exported while the breach is looked into.")
        @code("SX-AUTH-NO-EXPORTS")
        @cure("wait until the overseer has decided")
        forbid (principal, action in [Action::"EXPORT", Action::"SEARCH"], resource is Authority);
        """);
  }

  private static LawText levelFour() {
    PolicyBundle shipped = PolicyBundle.shipped();
    Map<String, String> texts = new TreeMap<>(shipped.texts());
    texts.computeIfPresent(
        "2-forbidden.cedar",
        (file, text) -> text.replace("context.level == 4", "context.level == 44"));
    return LawText.bundle(shipped.name(), shipped.version() + 1, shipped.schema(), texts);
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Fault.class, e -> assertThat(e.code()).as(e.line()).isEqualTo(code));
  }

  static void oversee(TestHouse house, UUID change, Decision decision) {
    String text = house.room().law().decisionText(house.overseer(), change, decision, WHY);
    house
        .room()
        .law()
        .decide(house.overseer(), change, decision, WHY, house.overseerKey().sign(text).bytes());
  }

  private static List<Map<String, @Nullable Object>> log(TestHouse house) {
    house.ledger().checkpoint();
    return Stream.iterate(0L, leaf -> leaf < house.ledger().size(), leaf -> leaf + 1)
        .map(leaf -> CanonicalJson.readObject(house.ledger().view().entry(leaf)))
        .toList();
  }

  @Test
  void aHouseTakesUpTheShippedLawFirstAndEveryEntryNamesIt() {
    try (TestHouse house = TestHouse.start()) {
      Law law = house.room().law();
      List<Map<String, @Nullable Object>> log = log(house);
      assertThat(log.get(0)).containsEntry("step", "POLICY_FORCE").doesNotContainKey("policy");
      assertThat(log.get(2))
          .containsEntry("step", "PACK_FORCE")
          .containsEntry("policy", law.inForce(LawKind.POLICY).digest().hex());
      assertThat(log.subList(4, log.size()))
          .isNotEmpty()
          .allSatisfy(entry ->
              assertThat(entry)
                  .containsEntry("policy", law.inForce(LawKind.POLICY).digest().hex())
                  .containsEntry("pack", law.inForce(LawKind.PACK).digest().hex()));
      assertThat(law.inForce(LawKind.POLICY).digest()).isEqualTo(PolicyBundle.shipped().digest());
      assertThat(law.engine()).isEqualTo("CEDAR");
    }
  }

  @Test
  void aChangeTakesThreePeopleNoticeAndADelayAndThenCountsWithoutARestart() {
    try (TestHouse house = TestHouse.start()) {
      Law law = house.room().law();
      Digest old = law.inForce(LawKind.PACK).digest();
      LawText four = nextPack("PT4H");
      UUID change = law.propose(house.administrator(), four, WHY);
      refused(
          "SX-AUTH-ROLE", () -> law.decide(house.administrator(), change, Decision.APPROVED, WHY));
      refused("SX-AUTH-ROLE", () -> law.decide(house.analyst(), change, Decision.APPROVED, WHY));
      law.decide(house.officer(), change, Decision.APPROVED, WHY);
      refused(
          "SX-AUTH-DISTINCT", () -> law.decide(house.officer(), change, Decision.APPROVED, WHY));
      Actor second = house.enrol("officer2", "Oscar Officer", Role.AUTHORISING_OFFICER);
      refused("SX-AUTH-DISTINCT", () -> law.decide(second.id(), change, Decision.APPROVED, WHY));
      house.advance(Duration.ofDays(3));
      assertThat(law.inForce(LawKind.PACK).digest()).as("one signature").isEqualTo(old);
      oversee(house, change, Decision.APPROVED);
      house.advance(Duration.ofHours(24).minusSeconds(1));
      Permit before = house.permit(Set.of(PHONE), Set.of(Platform.X), TestHouse.WIDE);
      assertThat(before.expires()).isEqualTo(house.clock().instant().plus(Duration.ofHours(8)));
      house.advance(Duration.ofSeconds(1));
      Permit after = house.permit(house.analyst(), before.authority());
      assertThat(after.expires()).isEqualTo(house.clock().instant().plus(Duration.ofHours(4)));
      assertThat(law.inForce(LawKind.PACK).digest()).isEqualTo(four.digest());
      requireExactTurn(house, LawKind.PACK, old, four.digest());
    }
  }

  @Test
  void newPoliciesCountFromTheMomentTheirDelayIsOverAlsoForPermitsThatAreOut() {
    try (TestHouse house = TestHouse.start()) {
      Law law = house.room().law();
      Digest old = law.inForce(LawKind.POLICY).digest();
      // It would narrow if it came alone; together with what widens it takes the whole way.
      PolicyBundle wide = PolicyBundle.parse(levelFour().body());
      Map<String, String> texts = new TreeMap<>(wide.texts());
      texts.putAll(PolicyBundle.parse(noExports().body()).texts());
      texts.put("2-forbidden.cedar", wide.texts().get("2-forbidden.cedar"));
      LawText next = LawText.bundle(wide.name(), wide.version(), wide.schema(), texts);
      UUID change = law.propose(house.administrator(), next, WHY);
      law.decide(house.officer(), change, Decision.APPROVED, WHY);
      oversee(house, change, Decision.APPROVED);
      assertThat(law.history().getLast().narrowing()).isFalse();
      house.advance(Duration.ofHours(24).minusSeconds(1));
      Permit permit = house.permit(Set.of(PHONE), Set.of(Platform.X), TestHouse.WIDE);
      permit.begin(Step.SEARCH, Particulars.none()).close();
      assertThat(law.inForce(LawKind.POLICY).digest()).as("a second before").isEqualTo(old);
      house.advance(Duration.ofSeconds(1));
      refused("SX-AUTH-NO-EXPORTS", () -> permit.begin(Step.SEARCH, Particulars.none()));
      permit.begin(Step.VIEW, Particulars.none()).close();
      assertThat(law.inForce(LawKind.POLICY).digest()).isEqualTo(next.digest());
      requireExactTurn(house, LawKind.POLICY, old, next.digest());
    }
  }

  /* What the overseer's replay asks: the outcome names old and new, and no entry on the wrong side
   * of it names the wrong one. */
  private static void requireExactTurn(TestHouse house, LawKind kind, Digest old, Digest now) {
    String expected = null;
    int turns = 0;
    for (Map<String, @Nullable Object> entry : log(house)) {
      assertThat(entry.get(kind.field())).isEqualTo(expected);
      if (kind.deed("FORCE").equals(entry.get("step")) && "outcome".equals(entry.get("kind"))) {
        Map<?, ?> outputs = (Map<?, ?>) Objects.requireNonNull(entry.get("outputs"));
        assertThat(outputs.get("old")).isEqualTo(expected);
        expected = (String) outputs.get("new");
        turns++;
      }
    }
    assertThat(turns).isEqualTo(2);
    assertThat(expected).isEqualTo(now.hex()).isNotEqualTo(old.hex());
  }

  @Test
  void aChangeCanBeStoppedOrRefusedUntilItIsInForce() {
    try (TestHouse house = TestHouse.start()) {
      Law law = house.room().law();
      UUID noticed = law.propose(house.administrator(), levelFour(), WHY);
      law.decide(house.officer(), noticed, Decision.APPROVED, WHY);
      oversee(house, noticed, Decision.APPROVED);
      refused("SX-AUTH-ROLE", () -> law.stop(house.analyst(), noticed, WHY));
      law.stop(house.overseer(), noticed, "I had not read it to the end.");
      UUID refused = law.propose(house.officer(), levelFour(), WHY);
      oversee(house, refused, Decision.REFUSED);
      refused(
          "SX-AUTH-LAW-STATE",
          () -> {
            Actor second = house.enrol("officer2", "Oscar Officer", Role.AUTHORISING_OFFICER);
            law.decide(second.id(), refused, Decision.APPROVED, WHY);
          });
      house.advance(Duration.ofDays(9));
      assertThat(law.inForce(LawKind.POLICY).digest()).isEqualTo(PolicyBundle.shipped().digest());
      assertThat(law.history())
          .extracting(LawChange::state)
          .endsWith(LawChange.State.STOPPED, LawChange.State.STOPPED);
    }
  }

  @Test
  void narrowingIsInstantAndOnlyWhatIsProvedToNarrow() {
    try (TestHouse house = TestHouse.start()) {
      Law law = house.room().law();
      Permit permit = house.permit(Set.of(PHONE), Set.of(Platform.X), TestHouse.WIDE);
      permit.begin(Step.SEARCH, Particulars.none()).close();
      UUID id = UUID.randomUUID();
      String words = law.proposalText(house.overseer(), id, noExports(), WHY);
      byte[] note = house.overseerKey().sign(words).bytes();
      refused("SX-AUTH-NOTE", () -> law.propose(house.officer(), id, noExports(), WHY, note));
      refused("SX-AUTH-ROLE", () -> law.propose(house.analyst(), noExports(), WHY));
      law.propose(house.overseer(), id, noExports(), WHY, note);
      refused("SX-AUTH-NO-EXPORTS", () -> permit.begin(Step.SEARCH, Particulars.none()));
      permit.begin(Step.VIEW, Particulars.none()).close();
      assertThat(law.history().getLast().narrowing()).isTrue();
    }
    PolicyBundle shipped = PolicyBundle.shipped();
    assertThat(narrows(noExports(), shipped)).isTrue();
    assertThat(narrows(levelFour(), shipped)).isFalse();
    for (String other :
        List.of(
            "permit (principal, action == Action::\"VIEW\", resource);",
            "forbid (principal, action == Action::\"SUSPEND\", resource);",
            "forbid (principal, action in [Action::\"VIEW\", Action::\"QUASH\"], resource);",
            "forbid (principal, action in Action::\"CaseStep\", resource);",
            "forbid (principal, action == Action::\"HOLD\", resource);",
            "forbid (principal, action, resource);")) {
      assertThat(narrows(policies("9.cedar", "@id(\"x\")\n" + other), shipped)).as(other).isFalse();
    }
    // A statement hidden behind a comment or in a string is still seen, or not there at all.
    assertThat(
            narrows(
                policies(
                    "9.cedar",
                    "@id(\"x\")\nforbid (principal, action == Action::\"VIEW\", resource) when { \"a;\" == \"b\" }; // ;\n"
                        + "@id(\"y\") permit (principal, action, resource);"),
                shipped))
        .isFalse();
  }

  private static boolean narrows(LawText text, PolicyBundle shipped) {
    return PolicyBundle.parse(text.body()).narrows(shipped);
  }

  @Test
  void whatCannotBeJudgedByOrPutRightAgainIsNotTakenUp() {
    try (TestHouse house = TestHouse.start()) {
      Law law = house.room().law();
      refused(
          "SX-AUTH-LAW-POLICY",
          () -> law.propose(house.officer(), policies("9.cedar", "@id(\"x\")\nnonsense;"), WHY));
      refused(
          "SX-AUTH-LAW-POLICY",
          () ->
              law.propose(
                  house.officer(),
                  policies(
                      "9.cedar",
                      "@id(\"x\")\npermit (principal, action == Action::\"SPY\", resource);"),
                  WHY));
      refused(
          "SX-AUTH-LAW-LOCKED",
          () ->
              law.propose(
                  house.officer(),
                  policies(
                      "9.cedar",
                      "@id(\"x\")\nforbid (principal, action == Action::\"QUASH\", resource);"),
                  WHY));
      refused("SX-AUTH-LAW-VERSION", () -> law.propose(house.officer(), pack(1, "PT4H"), WHY));
      refused("SX-AUTH-RULES", () -> nextPack("PT9H"));
    }
  }

  @Test
  void whoeverChangesTheLawInTheDatabaseIsFound() throws SQLException {
    try (TestHouse house = TestHouse.start()) {
      String digest = house.room().law().inForce(LawKind.POLICY).digest().hex();
      house.stop();
      alter(house, "update sextant.law_text set body = replace(body, 'level == 4', 'level == 44')");
      refused("SX-AUTH-LAW-TEXT", () -> reopened(house));
      alter(house, "update sextant.law_text set body = replace(body, 'level == 44', 'level == 4')");
      // A well-formed law and a forged change, written past every guard.
      LawText loose = levelFour();
      alter(house, "alter table sextant.law_change disable trigger user");
      alter(
          house,
          "insert into sextant.law_text values ('POLICY', '%s', '%s', %d, $law$%s$law$)"
              .formatted(loose.digest().hex(), loose.name(), loose.version(), loose.body()));
      alter(
          house,
          """
          insert into sextant.law_change (id, kind, old_digest, new_digest, proposer, reasons, note, narrowing,
            state, proposed_at, noticed_at, due_at, ended_at, leaf)
          values (gen_random_uuid(), 'POLICY', '%s', '%s', '%s', 'because', 'forged', false, 'FORCED',
            now(), now(), now(), now() + interval '1 year', 5)
          """
              .formatted(digest, loose.digest().hex(), house.officer()));
      refused("SX-AUTH-LAW-SIGNATURE", () -> reopened(house));
      alter(house, "delete from sextant.law_change where note = 'forged'");
      reopened(house).stop();
      // Another first law, without any signature to forge: the log knows better.
      alter(
          house,
          "update sextant.law_change set new_digest = '%s' where kind = 'POLICY'"
              .formatted(loose.digest().hex()));
      refused("SX-AUTH-LAW-LOG", () -> reopened(house));
      alter(house, "delete from sextant.law_change where kind = 'POLICY'");
      refused("SX-AUTH-LAW-LOG", () -> reopened(house));
    }
  }

  @Test
  void theDatabaseItselfRefusesALawWithoutTwoPeopleOrBeforeItsTime() throws SQLException {
    try (TestHouse house = TestHouse.start()) {
      Law law = house.room().law();
      UUID change = law.propose(house.administrator(), levelFour(), WHY);
      try (Connection app = house.application().getConnection()) {
        for (String sql :
            List.of(
                "update sextant.law_change set state = 'FORCED', ended_at = now() where id = '%s'",
                "update sextant.law_change set state = 'NOTICED', noticed_at = sextant.moment(),"
                    + " due_at = sextant.moment() where id = '%s'",
                "update sextant.law_text set body = 'x' where digest <> '%s'",
                "delete from sextant.law_change where id = '%s'")) {
          assertThatThrownBy(() -> app.createStatement().execute(sql.formatted(change)))
              .isInstanceOf(SQLException.class);
        }
      }
      law.decide(house.officer(), change, Decision.APPROVED, WHY);
      oversee(house, change, Decision.APPROVED);
      try (Connection app = house.application().getConnection()) {
        assertThatThrownBy(() ->
                app.createStatement()
                    .execute(
                        "update sextant.law_change set state = 'FORCED', ended_at = now() where id = '"
                            + change
                            + "'"))
            .hasMessageContaining("its time has not come");
      }
    }
  }

  @Test
  void aFileOfTheLawThatWasAlteredIsFound() throws IOException {
    try (TestHouse house = TestHouse.start()) {
      Law law = house.room().law();
      Path folder = house.home().resolve("law");
      law.keepIn(folder);
      law.keepIn(folder);
      Path file =
          folder.resolve("policy").resolve(law.inForce(LawKind.POLICY).digest().hex() + ".json");
      assertThat(PolicyBundle.parse(Files.readString(file)).digest())
          .isEqualTo(law.inForce(LawKind.POLICY).digest());
      Files.writeString(file, " ", StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND);
      refused("SX-AUTH-LAW-TEXT", () -> law.keepIn(folder));
    }
  }

  private static TestHouse reopened(TestHouse house) {
    return TestHouse.reopen(house.home(), house.access());
  }

  private static void alter(TestHouse house, String sql) throws SQLException {
    try (Connection owner =
        DriverManager.getConnection(
            house.access().url(),
            house.access().owner().role(),
            house.access().owner().password())) {
      owner.createStatement().execute(sql);
    }
  }
}
