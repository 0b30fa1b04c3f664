package dev.sextant.records.reader.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.CountingSink;
import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.SilentEvents;
import dev.sextant.records.reader.chat.vcard.VCards;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VCardTest {
  @TempDir Path folder;

  private static final String BOOK =
      """
      BEGIN:VCARD
      VERSION:2.1
      N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89toile;Jos=C3=A9;;;
      FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9 =
      =C3=89toile
      TEL;CELL;PREF:+44 7700 900123
      TEL;HOME:020 7946 0000
      PHOTO;ENCODING=BASE64;JPEG:
       /9j/4AAQ
       SkZJRg==

      X-SKYPE-USERNAME:jose.etoile
      END:VCARD
      BEGIN:VCARD
      VERSION:3.0
      FN:Ana\\, the
        second
      item1.EMAIL;TYPE=INTERNET:Ana@Example.org
      item1.X-ABLabel:_$!<Work>!$_
      IMPP;X-SERVICE-TYPE=Skype:skype:ana.s
      X-SOCIALPROFILE;type=twitter;x-user=ana_s:https://twitter.com/ana_s
      NOTE:line one\\nline two
      X-CUSTOM:kept
      END:VCARD
      BEGIN:VCARD
      VERSION:4.0
      FN:Cleo
      TEL;VALUE=uri;TYPE="voice,cell":tel:+44-7700-900456;ext=1
      TEL;waid=447700900789:+44 7700 900789
      PHOTO:data:image/png;base64,iVBORw0KGgo=
      BDAY:19800101
      END:VCARD
      BEGIN:VCARD
      VERSION:3.0
      CATEGORIES:nobody
      END:VCARD
      BEGIN:VCARD
      VERSION:3.0
      FN:Cut
      """;

  @Test
  void threeVersionsInOneBook() {
    try (ReadTrial trial = Given.file(folder, "book.vcf", BOOK)) {
      Golden.check("vcard/book", trial);
      List<Record.Profile> p = trial.of(Record.Profile.class);
      assertThat(p).hasSize(3);
      assertThat(p.get(0).account().accountKey()).isEqualTo("phone/phone/+447700900123");
      assertThat(p.get(0).attributes())
          .containsEntry("name", "José Étoile")
          .containsEntry("X-SKYPE-USERNAME", "jose.etoile")
          .containsEntry("TEL", "+44 7700 900123 (cell)\n020 7946 0000 (home)");
      assertThat(p.get(0).attributes().get("PHOTO")).startsWith("jpeg, 10 bytes, sha256:");
      assertThat(p.get(1).account().accountKey()).isEqualTo("email/handle/ana@example.org");
      assertThat(p.get(1).attributes())
          .containsEntry("name", "Ana, the second")
          .containsEntry("bio", "line one\nline two")
          .containsEntry("EMAIL", "Ana@Example.org (Work)");
      assertThat(p.get(1).selectors())
          .extracting(s -> s.selector().toString())
          .containsExactly("email:ana@example.org", "handle@skype:ana.s", "handle@x:ana_s");
      assertThat(p.get(1).header().extra()).containsEntry("X-CUSTOM", "kept");
      assertThat(p.get(2).selectors())
          .extracting(s -> s.selector().value())
          .containsExactly("+447700900456", "+447700900789");
      assertThat(trial.faults)
          .extracting(f -> f.fault().code())
          .containsExactly("SX-READ-MISSING", "SX-READ-TRUNCATED");
      assertThat(trial.text(p.get(1).header().locator()))
          .startsWith("BEGIN:VCARD\nVERSION:3.0")
          .endsWith("END:VCARD");
    }
  }

  @Test
  void otherReadersHandAPartWithItsOwner() throws IOException {
    Path file = Files.writeString(folder.resolve("c.vcf"), BOOK);
    AccountRef owner = AccountRef.ofId(new Platform("google"), "7", null, null);
    List<Record> records = new ArrayList<>();
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
      VCards.read(
          source,
          source.parts().getFirst(),
          owner,
          new CountingSink(
              new SilentEvents() {
                @Override
                public void records(List<? extends Record> read) {
                  records.addAll(read);
                }
              }));
    }
    assertThat(records)
        .filteredOn(Record.Follow.class::isInstance)
        .hasSize(3)
        .allSatisfy(f -> assertThat(((Record.Follow) f).from()).isEqualTo(owner));
  }

  @ParameterizedTest
  @ValueSource(strings = {"test_contacts", "test_contactsCompleteInfo", "test_contactsMultiple"})
  void realFiles(String name) {
    try (ReadTrial trial = ReadTrial.of(ReadTrial.realData("contacts/" + name + ".vcf"))) {
      assertThat(trial.reader()).isEqualTo("vcard");
      assertThat(trial.faults).isEmpty();
      assertThat(trial.unknowns).isEmpty();
      assertThat(trial.of(Record.Profile.class)).isNotEmpty();
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    Battering.truncate(BOOK.getBytes(StandardCharsets.UTF_8), "book.vcf");
    Battering.mutate(BOOK.getBytes(StandardCharsets.UTF_8), "book.vcf", 5, 200);
  }
}
