package dev.sextant.tips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.MovableClock;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TipPartsTest {
  private static final TipSettings SETTINGS =
      new TipSettings(
          0,
          new TipSettings.Argon(256, 1),
          new TipSettings.Argon(64, 1),
          6,
          Duration.ofSeconds(15),
          2,
          1 << 20);

  @Test
  void aReturnCodeIsBeyondTrying() {
    assertThat(ReturnCode.bits()).isEqualTo(98);
    SecureRandom random = new SecureRandom();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      assertThat(seen.add(ReturnCode.random(random).text())).isTrue();
    }
  }

  @Test
  void aMailboxFollowsFromTheCodeAndFromNothingElse() throws Exception {
    KeyPair desk = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    ReturnCode code = ReturnCode.random(new SecureRandom());
    ReturnCode typed = ReturnCode.typed("  " + code.text().replace(' ', '-').toUpperCase() + "\n");
    assertThat(typed.mailbox(desk.getPublic(), SETTINGS.mailbox()).name())
        .isEqualTo(code.mailbox(desk.getPublic(), SETTINGS.mailbox()).name());
    assertThat(
            ReturnCode.typed(code.text() + "x")
                .mailbox(desk.getPublic(), SETTINGS.mailbox())
                .name())
        .isNotEqualTo(code.mailbox(desk.getPublic(), SETTINGS.mailbox()).name());
    KeyPair other = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    assertThat(code.mailbox(other.getPublic(), SETTINGS.mailbox()).name())
        .isNotEqualTo(code.mailbox(desk.getPublic(), SETTINGS.mailbox()).name());
  }

  @Test
  void manyFormsNeedWork() {
    MovableClock clock = new MovableClock(Instant.parse("2026-06-01T08:00:00Z"));
    Stamps stamps = new Stamps(SETTINGS, clock);
    String early = stamps.issue();
    assertThat(stamps.accept(early, null)).as("sent at once").isFalse();
    for (int i = 0; i < 3; i++) {
      String stamp = stamps.issue();
      clock.advance(Duration.ofSeconds(15));
      assertThat(stamps.accept(stamp, null)).as("tip %d of the hour", i).isEqualTo(i < 2);
      assertThat(stamps.accept(stamp, null)).as("a form twice").isFalse();
    }
    String worked = stamps.issue();
    String work = Stamps.work(SETTINGS, worked);
    assertThat(stamps.accept(worked, work)).isTrue();
    assertThat(stamps.accept("00000000000000000000000000000000", work)).isFalse();
  }

  @Test
  void workIsForItsStampOnly() {
    /* Stamps of the test's own choice: one try in 64 is work by chance, so these are fixed. */
    String stamp = "000102030405060708090a0b0c0d0e0f";
    long right = Long.parseLong(Stamps.work(SETTINGS, stamp));
    for (long tried = 0; tried < right; tried++) {
      assertThat(Stamps.worked(SETTINGS, stamp, Long.toString(tried))).isFalse();
    }
    String other = "101112131415161718191a1b1c1d1e1f";
    assertThat(Stamps.worked(SETTINGS, other, Long.toString(right))).isFalse();
    assertThat(Stamps.worked(SETTINGS, stamp, "1".repeat(65))).as("too long").isFalse();
    assertThat(Stamps.worked(SETTINGS, "no stamp", Long.toString(right))).isFalse();
  }

  @Test
  void lengthsSayNextToNothing() throws Exception {
    KeyPair desk = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    int shortOne = Envelope.seal(desk.getPublic(), Envelope.TIP, Map.of("text", "x")).length;
    int longer =
        Envelope.seal(desk.getPublic(), Envelope.TIP, Map.of("text", "x".repeat(60_000))).length;
    assertThat(longer).isEqualTo(shortOne);
    assertThatThrownBy(() ->
            Envelope.seal(desk.getPublic(), Envelope.TIP, Map.of("text", "x".repeat(1 << 25))))
        .isInstanceOf(TipFault.class);
  }

  @Test
  void formsAreReadAsBrowsersSendThem() {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nwörds\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\n"
            + "Content-Type: image/png\r\n\r\nPNG\r\n--\r\n--b--\r\n";
    MultipartForm form =
        MultipartForm.read(
            "multipart/form-data; boundary=b", body.getBytes(StandardCharsets.UTF_8));
    assertThat(form.fields()).containsExactly(Map.entry("text", "wörds"));
    assertThat(form.files()).hasSize(1);
    assertThat(new String(form.files().getFirst().bytes(), StandardCharsets.UTF_8))
        .isEqualTo("PNG\r\n--");
    for (String broken : List.of("", "--b", "--b\r\nContent", body.substring(0, 60))) {
      assertThatThrownBy(() ->
              MultipartForm.read(
                  "multipart/form-data; boundary=b", broken.getBytes(StandardCharsets.UTF_8)))
          .as(broken)
          .isInstanceOf(TipFault.class);
    }
  }
}
