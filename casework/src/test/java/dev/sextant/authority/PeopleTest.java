package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.ledger.SignedNote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {
  private static final String PASSWORD = "correct horse battery";

  private TestHouse house;

  @BeforeAll
  void start() {
    house = TestHouse.start();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private Actor enrol(String login, Set<Role> roles, String password) {
    return house
        .people()
        .enrol(house.administrator(), new People.Enrolment(login, "Pat Person", roles, password));
  }

  @Test
  void logsInWithThePasswordOnly() {
    Actor actor = enrol("pat", Set.of(Role.ANALYST), PASSWORD);
    assertThat(house.people().byLogin("pat")).contains(actor);
    assertThat(house.people().byLogin("Pat")).isEmpty();
    assertThat(house.people().passwordMatches(actor.id(), PASSWORD)).isTrue();
    assertThat(house.people().passwordMatches(actor.id(), PASSWORD + "!")).isFalse();
    assertThat(house.people().passwordHash(actor.id())).startsWith("$2").doesNotContain(PASSWORD);
  }

  @Test
  void signsWithAKeyOfOnesOwn() {
    Actor one = enrol("signer1", Set.of(Role.ANALYST), PASSWORD);
    Actor two = enrol("signer2", Set.of(Role.ANALYST), PASSWORD);
    byte[] note = house.people().sign(one.id(), "a statement\n");
    SignedNote signed = SignedNote.parse(note);
    assertThat(signed.text()).isEqualTo("a statement\n");
    signed.require(house.people().vkey(one.id()));
    assertThatThrownBy(() -> signed.require(house.people().vkey(two.id())));
  }

  @Test
  void aDisabledPersonNeitherLogsInNorSigns() {
    Actor actor = enrol("gone", Set.of(Role.ANALYST), PASSWORD);
    house.people().disable(house.administrator(), actor.id());
    assertThat(house.people().actor(actor.id()).enabled()).isFalse();
    assertThat(house.people().passwordMatches(actor.id(), PASSWORD)).isFalse();
    assertThatThrownBy(() -> house.people().sign(actor.id(), "x\n"))
        .isInstanceOf(Refused.Role.class);
  }

  @Test
  void partsThatCheckEachOtherAreNotOnePersons() {
    for (Set<Role> roles :
        Set.of(
            Set.of(Role.OVERSEER, Role.ANALYST),
            Set.of(Role.ADMINISTRATOR, Role.AUTHORISING_OFFICER),
            Set.<Role>of())) {
      assertThatThrownBy(() -> enrol("several", roles, PASSWORD))
          .isInstanceOfSatisfying(
              Refused.Role.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-ROLES"));
    }
  }

  @Test
  void weakPasswordsAndOddLoginsAreRefused() {
    for (String password : Set.of("short", "x".repeat(73), "ü".repeat(37))) {
      assertThatThrownBy(() -> enrol("weak", Set.of(Role.ANALYST), password))
          .isInstanceOfSatisfying(
              BadScope.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-PASSWORD"));
    }
    assertThatThrownBy(() -> enrol("Bad Login", Set.of(Role.ANALYST), PASSWORD))
        .isInstanceOf(BadScope.class);
    assertThatThrownBy(() -> enrol("analyst", Set.of(Role.ANALYST), PASSWORD))
        .isInstanceOf(RegisterFault.class);
  }

  @Test
  void onlyAnAdministratorEnrolsAndOnlyTheFirstComesUnbidden() {
    assertThatThrownBy(() ->
            house
                .people()
                .enrol(
                    house.officer(),
                    new People.Enrolment("x1", "X", Set.of(Role.ANALYST), PASSWORD)))
        .isInstanceOf(Refused.Role.class);
    assertThatThrownBy(() -> house.people().first("admin2", "Second", PASSWORD))
        .isInstanceOfSatisfying(
            Refused.Role.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-FIRST"));
  }

  @Test
  void aKeyFileThatOthersReadIsRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys/agency.key");
    byte[] wrapped = AgencyKey.open(file).wrap(new byte[32], "a use");
    assertThat(AgencyKey.open(file).unwrap(wrapped, "a use")).isEqualTo(new byte[32]);
    assertThatThrownBy(() -> AgencyKey.open(file).unwrap(wrapped, "another use"))
        .isInstanceOf(RegisterFault.class);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> AgencyKey.open(file))
        .isInstanceOfSatisfying(
            RegisterFault.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-KEY-FILE"));
  }
}
