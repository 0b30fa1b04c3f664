package dev.sextant.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.RecordKind;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SupportCopyTest {
  private static final Instant ACQUIRED = Instant.parse("2026-04-02T09:00:00Z");
  private static final AccountRef ANNA =
      AccountRef.ofId(Platform.TELEGRAM, "777001", "anna", "Anna");
  private static final AccountRef BEN =
      new AccountRef(Platform.TELEGRAM, KeyBasis.DISPLAY_NAME, "chat/Ben", null, "Ben");
  private static final ConversationRef GROUP =
      new ConversationRef(Platform.TELEGRAM, ConversationRef.Kind.GROUP, "99", "Harbour");
  private static final Header HEADER =
      new Header(
          Platform.TELEGRAM,
          new Locator(Digest.ofFields("exhibit"), "result.json", 10, 60, "/messages/1"),
          ClaimedTime.none(),
          Map.of());

  private static Support copy(Record record, byte[] bytes, boolean whole) {
    Citation citation = new Citation(record.id(0), "a note");
    CitedRecords.Stored stored =
        new CitedRecords.Stored(
            ExhibitId.random(), record, ACQUIRED, bytes, whole, Digest.of(bytes));
    return SupportCopy.of(citation, stored, "C-1/E-2", List.of());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Record message(String text) {
    return new Record.Message(
        HEADER, GROUP, ANNA, List.of(), "1", text, null, null, null, List.of(), List.of());
  }

  @Test
  void copiesRecordBytesAndActor() {
    byte[] bytes = utf8("{\"text\": \"Pier 7, привет\"}");
    Support s = copy(message("Pier 7, привет"), bytes, true);
    assertThat(s.words()).isEqualTo("Pier 7, привет");
    assertThat(s.excerpt()).isEqualTo("{\"text\": \"Pier 7, привет\"}");
    assertThat(s.excerptWhole()).isTrue();
    assertThat(s.excerptDigest()).isEqualTo(Digest.of(bytes));
    assertThat(s.exhibitNumber()).isEqualTo("C-1/E-2");
    assertThat(s.author()).isEqualTo("Anna");
    assertThat(s.authorKey()).isEqualTo("telegram/platform_id/777001");
    assertThat(s.claimed().instant()).isNull();
    assertThat(s.acquired()).isEqualTo(ACQUIRED);
    assertThat(s.note()).isEqualTo("a note");
  }

  @Test
  void longBinaryAndMaskedBytesAreExtractsOnly() {
    String longText = "🙂".repeat(1_500);
    Support cut = copy(message("x"), utf8(longText), true);
    assertThat(cut.excerptWhole()).isFalse();
    assertThat(cut.excerpt().length()).isLessThanOrEqualTo(Support.EXCERPT_MAX);
    assertThat(longText).startsWith(cut.excerpt());
    assertThat(cut.excerptDigest()).isEqualTo(Digest.of(utf8(longText)));
    assertThat(Character.isHighSurrogate(cut.excerpt().charAt(cut.excerpt().length() - 1)))
        .isFalse();

    Support binary = copy(message("x"), new byte[] {(byte) 0xff, (byte) 0xd8, 0}, true);
    assertThat(binary.excerpt()).isEqualTo("hexadecimal: ff d8 00");
    assertThat(binary.excerptWhole()).isFalse();

    assertThat(copy(message("x"), utf8("ab**ef"), false).excerptWhole()).isFalse();
  }

  @Test
  void aMessageWithoutAuthorHasNone() {
    Record nobody =
        new Record.Message(
            HEADER, GROUP, null, List.of(ANNA), null, "hi", null, null, null, List.of(), List.of());
    Support s = copy(nobody, utf8("hi"), true);
    assertThat(s.author()).isEmpty();
    assertThat(s.authorKey()).isEmpty();
  }

  @Test
  void everyKindIsToldInWords() {
    Selector mail = Selector.parse("email:anna@example.org");
    List<Record> all =
        List.of(
            new Record.Profile(HEADER, ANNA, List.of(new Record.Stated(mail, true)), Map.of()),
            new Record.Post(HEADER, ANNA, "5", "A post", null, null, List.of(), null, List.of()),
            message("A message"),
            new Record.Follow(HEADER, ANNA, BEN, Record.Follow.How.CONTACT),
            new Record.Login(HEADER, ANNA, "192.0.2.7", 4711, "phone", null),
            new Record.Call(HEADER, GROUP, ANNA, List.of(BEN), Duration.ofSeconds(61), "busy"),
            new Record.Place(HEADER, ANNA, 53.5, 9.9, Double.NaN, "Pier 7"),
            new Record.Activity(
                HEADER, ANNA, Record.Activity.What.PAID, "for the boat", "120 EUR", BEN),
            new Record.Membership(HEADER, BEN, GROUP, Record.Membership.Action.JOINED, ANNA),
            new Record.Relation(HEADER, ANNA, BEN, "cousin", 1, false));
    EnumSet<RecordKind> told = EnumSet.noneOf(RecordKind.class);
    StringBuilder words = new StringBuilder();
    for (Record record : all) {
      Support s = copy(record, utf8("x"), true);
      assertThat(s.words()).as(record.kind().name()).isNotBlank();
      words.append(s.words()).append('\n');
      told.add(record.kind());
    }
    assertThat(told).isEqualTo(EnumSet.allOf(RecordKind.class));
    assertThat(words.toString())
        .isEqualTo(
            """
            Profile of Anna; email:anna@example.org (verified)
            A post
            A message
            Anna has as a contact Ben
            used: Anna, address 192.0.2.7, port 4711, device phone
            call: to Ben, 61 s, busy
            Pier 7, 53.5, 9.9
            paid: for the boat, 120 EUR, towards Ben
            Ben: joined in Harbour
            Anna and Ben: cousin
            """);
  }

  @Test
  void saysWhatARecordGoesBackTo() {
    assertThat(SupportCopy.goesBackTo(message("words of one's own"))).isEmpty();
    Record forwarded =
        new Record.Message(
            HEADER, GROUP, ANNA, List.of(), "1", "x", null, "Carl", null, List.of(), List.of());
    assertThat(SupportCopy.goesBackTo(forwarded)).isEqualTo("Carl");
    Record original =
        new Record.Post(HEADER, ANNA, "7", "x", null, null, List.of(), null, List.of());
    Record repost = new Record.Post(HEADER, BEN, "9", "x", null, null, List.of(), "7", List.of());
    assertThat(SupportCopy.goesBackTo(repost))
        .isEqualTo(SupportCopy.goesBackTo(original))
        .isEqualTo("telegram post 7");
  }
}
