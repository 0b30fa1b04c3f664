package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
  private static final Platform P = Platform.TELEGRAM;
  private static final Locator AT =
      new Locator(Digest.of(new byte[] {1}), "a/b.json", 5, 900, "/messages/3");
  private static final AccountRef ANNA = AccountRef.ofId(P, "user1", "anna", "Anna 🤓");
  private static final AccountRef BEN =
      new AccountRef(P, AccountRef.KeyBasis.DISPLAY_NAME, "chat/Ben", null, null);
  private static final ConversationRef CHAT =
      new ConversationRef(P, ConversationRef.Kind.GROUP, "9", null);

  private static Header header(ClaimedTime time) {
    return new Header(P, AT, time, Map.of("x", "{\"y\":1}"));
  }

  private static List<Record> samples() {
    Header timed =
        header(
            ClaimedTime.utc(
                Instant.parse("2025-01-02T03:04:05.678Z"),
                "raw",
                ClaimedTime.Precision.MILLISECOND));
    Header bare = new Header(P, AT, ClaimedTime.none(), Map.of());
    Media file =
        new Media(
            "a.jpg",
            "image/jpeg",
            "m/a.jpg",
            Digest.of(new byte[] {2}),
            new PictureHash(0x0123456789abcdefL));
    Media named = new Media("gone.jpg", null, null, null);
    var mail = new Record.Stated(Selector.of(SelectorType.EMAIL, "a@example.org"), true);
    return List.of(
        new Record.Profile(bare, ANNA, List.of(mail), Map.of("bio", "Hello\n\"there\"")),
        new Record.Post(
            timed, ANNA, "1", "text", "2", BEN, List.of(BEN), "3", List.of(file, named)),
        new Record.Post(bare, null, null, "", null, null, List.of(), null, List.of()),
        new Record.Message(
            timed,
            CHAT,
            ANNA,
            List.of(BEN),
            "4",
            "t\u0000x",
            "5",
            "Canal",
            "pin",
            List.of(BEN),
            List.of(file)),
        new Record.Message(
            header(ClaimedTime.unreadable("99/99/99")),
            CHAT,
            null,
            List.of(),
            null,
            "",
            null,
            null,
            null,
            List.of(),
            List.of()),
        new Record.Follow(bare, ANNA, BEN, Record.Follow.How.BLOCKS),
        new Record.Login(timed, ANNA, "2001:db8::1", 443, "Pixel", "login"),
        new Record.Login(bare, ANNA, null, -1, null, null),
        new Record.Call(timed, CHAT, ANNA, List.of(BEN), Duration.ofSeconds(61), "missed"),
        new Record.Call(bare, null, null, List.of(), null, null),
        new Record.Place(timed, ANNA, 41.1496, -8.6109, Double.NaN, "Café"),
        new Record.Activity(timed, ANNA, Record.Activity.What.PAID, "rent", "120.00 EUR", BEN),
        new Record.Activity(bare, null, Record.Activity.What.SEARCHED, "", null, null),
        new Record.Place(bare, null, -0.0, 1e-7, 12.5, null),
        new Record.Membership(timed, BEN, CHAT, Record.Membership.Action.ADDED, ANNA),
        new Record.Membership(bare, BEN, CHAT, Record.Membership.Action.PRESENT, null),
        new Record.Relation(bare, ANNA, BEN, "knows", 2.5, true),
        new Record.Relation(bare, ANNA, BEN, null, 1, false));
  }

  /* Any text of any characters, also such as have no UTF-8 form. */
  @Test
  void writesAnyTextAsCanonicalJsonDoes() {
    Random random = new Random(20261122);
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(
            (char)
                switch (random.nextInt(6)) {
                  case 0 -> random.nextInt(0x20);
                  case 1 -> 0xD800 + random.nextInt(0x800);
                  case 2 -> random.nextInt(0x10000);
                  case 3 -> "\"\\/\u007f\u0080\u07ff\u0800\uffff".charAt(random.nextInt(8));
                  default -> 0x20 + random.nextInt(0x60);
                });
      }
      Record sample =
          new Record.Activity(
              new Header(P, AT, ClaimedTime.none(), Map.of("k" + text, text.toString())),
              ANNA,
              Record.Activity.What.OTHER,
              text.toString(),
              null,
              null);
      byte[] bytes = RecordCodec.bytes(sample);
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .isEqualTo(CanonicalJson.text(RecordCodec.map(sample)));
      assertThat(RecordCodec.bytes(RecordCodec.record(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void writesWhatCanonicalJsonWrites() {
    for (Record sample : samples()) {
      assertThat(new String(RecordCodec.bytes(sample), StandardCharsets.UTF_8))
          .isEqualTo(CanonicalJson.text(RecordCodec.map(sample)));
    }
  }

  @Test
  void everyKindComesBackEqual() {
    for (Record sample : samples()) {
      assertThat(RecordCodec.record(RecordCodec.bytes(sample))).isEqualTo(sample);
    }
    Set<RecordKind> kinds = samples().stream().map(Record::kind).collect(Collectors.toSet());
    assertThat(kinds).isEqualTo(EnumSet.allOf(RecordKind.class));
  }

  @Test
  void alteredBytesAreATypedFault() {
    String good = new String(RecordCodec.bytes(samples().get(3)), StandardCharsets.UTF_8);
    for (String bad :
        List.of(
            good.replace("\"kind\":\"MESSAGE\"", "\"kind\":\"GOSSIP\""),
            good.replace("\"text\":\"t", "\"texd\":\"t"),
            good.replace("\"from\":5", "\"from\":\"5\""),
            good.replace("\"mentions\":[", "\"mentions\":[3,"))) {
      assertThat(bad).isNotEqualTo(good);
      assertThatThrownBy(() -> RecordCodec.record(bad.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(BadValue.class);
    }
    byte[] cut = Arrays.copyOf(RecordCodec.bytes(samples().get(0)), 40);
    assertThatThrownBy(() -> RecordCodec.record(cut)).isInstanceOf(BadValue.class);
  }
}
