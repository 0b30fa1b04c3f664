package dev.sextant.records.reader.whatsapp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import dev.sextant.terms.ClaimedTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppTextTest {
  @TempDir Path folder;

  private static final String IOS =
      "\u200e[03/05/2025, 20:01:59] Oficina: \u200eMessages and calls are end-to-end encrypted.\r\n"
          + "[03/05/2025, 20:02:10] ~\u00a0Ana Ré: Olá: tudo bem?\r\n"
          + "segunda linha\r\n"
          + "\r\n"
          + "[03/05/2025, 20:03:00] \u202a+44 7700 900123\u202c: \u200e<attached: 00000004-PHOTO.jpg>\r\n"
          + "[14/05/2025, 08:00:00] Bruno: \u200eimage omitted\r\n"
          + "[14/05/2025, 08:01:00] Bruno: Location: https://maps.google.com/?q=41.149600,-8.610900\r\n"
          + "[14/05/2025, 08:02:00] Bruno: \u200eBruno left\r\n";

  private static final String ANDROID =
      "5/13/25, 9:05\u202fPM - Messages are end-to-end encrypted. Tap to learn more.\n"
          + "5/13/25, 9:06\u202fPM - Carla created group \"Bikes: parts\"\n"
          + "5/13/25, 9:07\u202fPM - Carla added +1 555-0100 and Davi\n"
          + "5/13/25, 9:08\u202fPM - Carla: IMG-20250513-WA0001.jpg (file attached)\n"
          + "look\n"
          + "5/13/25, 9:09\u202fPM - +1 555-0100: <Media omitted>\n"
          + "5/13/25, 9:10\u202fPM - Davi:.\n"
          + "5/14/25, 12:00\u202fAM - Davi: midnight";

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void iosWithMediaInItsFolder() throws IOException {
    Path home = Files.createDirectory(folder.resolve("WhatsApp Chat - Oficina"));
    Files.writeString(home.resolve("_chat.txt"), IOS);
    Files.writeString(home.resolve("00000004-PHOTO.jpg"), "jpeg");
    try (ReadTrial trial = ReadTrial.of(home)) {
      Golden.check("whatsapp/ios", trial);
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m).hasSize(6);
      assertThat(m.get(1).text()).isEqualTo("Olá: tudo bem?\nsegunda linha\n");
      assertThat(m.get(1).author()).extracting(AccountRef::displayName).isEqualTo("Ana Ré");
      assertThat(m.get(2).author()).extracting(AccountRef::key).isEqualTo("+447700900123");
      assertThat(m.get(2).media().getFirst().part()).isEqualTo("00000004-PHOTO.jpg");
      assertThat(m.get(0).action()).isEqualTo("encryption");
      assertThat(m.get(3).action()).isNull();
      assertThat(m.get(3).media()).hasSize(1);
      assertThat(trial.of(Record.Place.class).getFirst().latitude()).isEqualTo(41.1496);
      assertThat(trial.of(Record.Membership.class).getFirst().action())
          .isEqualTo(Record.Membership.Action.LEFT);
      assertThat(trial.text(m.get(2).header().locator()))
          .startsWith("[03/05/2025, 20:03:00]")
          .endsWith("PHOTO.jpg>");
    }
  }

  @Test
  void androidGroup() throws IOException {
    try (ReadTrial trial = ReadTrial.of(file("WhatsApp Chat with Bikes.txt", ANDROID))) {
      Golden.check("whatsapp/android", trial);
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.getLast().header().claimed().instant())
          .isEqualTo(Instant.parse("2025-05-14T00:00:00Z"));
      assertThat(m.get(3).header().claimed().instant())
          .isEqualTo(Instant.parse("2025-05-13T21:08:00Z"));
      assertThat(m.get(3).conversation().kind()).isEqualTo(ConversationRef.Kind.GROUP);
      assertThat(m.get(3).conversation().title()).isEqualTo("Bikes");
      assertThat(m.get(3).text()).isEqualTo("IMG-20250513-WA0001.jpg (file attached)\nlook");
      assertThat(m.get(1).author()).isNull();
      assertThat(m.get(5).header().extra()).containsKey("view_once");
      assertThat(trial.of(Record.Membership.class))
          .extracting(x -> x.account().basis() + " " + x.action())
          .containsExactly("DISPLAY_NAME JOINED", "PHONE ADDED", "DISPLAY_NAME ADDED");
    }
  }

  @Test
  void twoAuthorsAndNoGroupNoteIsDirect() throws IOException {
    String text = "13/05/25, 09:05 - A: x\n13/05/25, 09:06 - B: y\n";
    try (ReadTrial trial = ReadTrial.of(file("c.txt", text))) {
      Record.Message m = trial.of(Record.Message.class).getFirst();
      assertThat(m.conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(m.recipients()).extracting(AccountRef::displayName).containsExactly("B");
      assertThat(m.author()).extracting(AccountRef::basis).isEqualTo(KeyBasis.DISPLAY_NAME);
    }
  }

  /* The browser's WhatsApp puts time and date before what is copied from it. */
  @Test
  void whatSomebodyCopiedIntoAMessageIsNoMessageOfItsOwn() throws IOException {
    String pasted = "[10:30, 12/05/2025] Carla: I will pay\n10:31, 12/05/2025 - Davi: never";
    String text =
        "13/05/25, 09:05 - Ana: look what they wrote\n"
            + pasted
            + "\n13/05/25, 09:06 - Bruno: oh\n";
    try (ReadTrial trial = ReadTrial.of(file("c.txt", text))) {
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m)
          .extracting(Record.Message::author)
          .extracting(AccountRef::displayName)
          .containsExactly("Ana", "Bruno");
      assertThat(m.getFirst().text()).isEqualTo("look what they wrote\n" + pasted);
    }
  }

  /* Telephones of one make write brackets, those of the other none: a file has one form. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13/05/25, 09:05 - |[12/05/25, 10:30:00] ",
        "[13/05/25, 09:05:00] |12/05/25, 10:30 - ",
        "[13/05/25, 09:05:00] |12/05/25 10:30:00: "
      })
  void aLineInAnotherFormIsTextOfTheMessageBefore(String form, String other) throws IOException {
    String pasted = other.stripTrailing() + " Carla: I will pay";
    String text =
        form.stripTrailing()
            + " Ana: look\n"
            + pasted
            + "\n"
            + form.stripTrailing()
            + " Bruno: oh\n"
            + pasted
            + "\n";
    try (ReadTrial trial = ReadTrial.of(file("c.txt", text))) {
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> requireNonNull(m.author()).displayName() + ": " + m.text())
          .containsExactly("Ana: look\n" + pasted, "Bruno: oh\n" + pasted);
      assertThat(trial.notes)
          .anySatisfy(note -> {
            assertThat(note.code()).isEqualTo("SX-NOTE-STAMP");
            assertThat(note.what()).startsWith("2 lines begin").contains("line 2");
          });
    }
  }

  /** Thailand's years of two digits, known by what else in the file is Thai. */
  @Test
  void shortBuddhistYears() throws IOException {
    String thai = "1/5/67 21:05 - ข้อความ\n1/5/67 21:06 - Ana: x\n29/2/67 21:07 - Ana: y\n";
    try (ReadTrial trial = ReadTrial.of(file("a.txt", thai))) {
      assertThat(trial.notes.getFirst().what()).contains("Buddhist", "Thai");
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.header().claimed().instant())
          .containsExactly(
              Instant.parse("2024-05-01T21:05:00Z"),
              Instant.parse("2024-05-01T21:06:00Z"),
              Instant.parse("2024-02-29T21:07:00Z"));
    }
    String silent = "1/5/67 21:05 - Ana: x\n2/5/67 21:06 - Ben: y\n";
    try (ReadTrial trial = ReadTrial.of(file("b.txt", silent))) {
      assertThat(trial.notes.getFirst().what()).contains("left unread");
      assertThat(trial.of(Record.Message.class))
          .allSatisfy(m -> {
            assertThat(m.header().claimed().instant()).isNull();
            assertThat(m.header().claimed().text()).contains("/5/67 21:0");
          });
    }
    // Years of both kinds: Thai words, but the telephone counts by the common calendar.
    String mixed = "1/5/24 21:05 - Ana: ข้อ\n2/5/67 21:06 - Ben: y\n";
    try (ReadTrial trial = ReadTrial.of(file("c.txt", mixed))) {
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.header().claimed().instant())
          .containsExactly(Instant.parse("2024-05-01T21:05:00Z"), null);
    }
  }

  @Test
  void aDeclaredZonePlacesTheTimes() throws IOException {
    Path file = file("c.txt", "13/05/25, 09:05 - A: x\n13/05/25, 09:06 - B: y\n");
    try (ExhibitSource source =
        ExhibitSource.open(file, Limits.standard())
            .inZone(Optional.of(ZoneId.of("Europe/Lisbon")))) {
      List<Record> records = new ArrayList<>();
      Readers.all()
          .read(
              source,
              new dev.sextant.records.reader.SilentEvents() {
                @Override
                public void records(List<? extends Record> read) {
                  records.addAll(read);
                }
              });
      ClaimedTime time = records.getFirst().header().claimed();
      assertThat(time.instant()).isEqualTo(Instant.parse("2025-05-13T08:05:00Z"));
      assertThat(time.basis()).isEqualTo(ClaimedTime.ZoneBasis.ASSUMED);
      assertThat(time.zone()).isEqualTo("Europe/Lisbon");
    }
  }

  /** Every pattern, with days that only one order allows: the times come back as written. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd/MM/yyyy, HH:mm|DAY|-",
        "d/M/yy, HH:mm|DAY|-",
        "dd.MM.yy, HH:mm|DAY|-",
        "M/d/yy, h:mm a|MONTH|-",
        "MM/dd/yyyy, hh:mm a. 'm'.|MONTH|-",
        "yyyy-MM-dd, HH:mm|YEAR|-",
        "yy/MM/dd, HH:mm|YEAR|-",
        "dd/MM/yyyy, HH:mm:ss|DAY|[",
        "d.M.yyyy, HH:mm:ss|DAY|[",
        "yyyy/MM/dd, HH:mm:ss|YEAR|[",
        "M/d/yy, h:mm:ss a|MONTH|[",
        "dd-MM-yyyy, HH:mm|DAY|-"
      })
  void everyDateOrder(String pattern, String order, String form) throws IOException {
    boolean loose = pattern.contains("a. 'm'.");
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(
            loose ? pattern.replace("a. 'm'.", "a") : pattern, Locale.ENGLISH);
    Random random = new Random(pattern.hashCode());
    StringBuilder text = new StringBuilder();
    List<LocalDateTime> written = new ArrayList<>();
    LocalDateTime at = LocalDateTime.of(2024, 1, 2, 0, 0);
    for (int i = 0; i < 60; i++) {
      at = at.plusMinutes(random.nextInt(60 * 24 * 9));
      written.add(at);
      String stamp = at.format(format);
      if (loose) {
        stamp = stamp.replace("AM", "a. m.").replace("PM", "p. m.");
      }
      text.append(form.equals("[") ? "[" + stamp + "] A: m" : stamp + " - A: m").append("\n");
    }
    try (ReadTrial trial = ReadTrial.of(file("c.txt", text.toString()))) {
      assertThat(trial.notes.getFirst().what()).contains(order.toLowerCase(Locale.ROOT) + ",");
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.header().claimed().instant())
          .containsExactlyElementsOf(
              written.stream().map(w -> w.toInstant(ZoneOffset.UTC)).toList());
    }
  }

  /** Stamps of other countries' telephones: the moment that each means. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Arabic digits with marks round each number; an unusual word for the half of the day.
        "\u200f\u0661\u0665\u200f/\u0663\u200f/\u0662\u0660\u0662\u0661, \u0663:\u0660\u0664 \u0645 -|2021-03-15T15:04:00Z",
        "15/03/2021, 3:04 PTG -|2021-03-15T15:04:00Z",
        "15.3.21, 3:04 e paradites -|2021-03-15T03:04:00Z",
        "2021-03-15 3:04 nm. -|2021-03-15T15:04:00Z",
        "15.03.21 \u0433., 15:04 \u0447. -|2021-03-15T15:04:00Z",
        "2021-03-15 15 h 04 -|2021-03-15T15:04:00Z",
        "15:04, 15/03/2021 -|2021-03-15T15:04:00Z",
        "[15:04, 15/03/2021]|2021-03-15T15:04:00Z",
        "[3:04 PM, 3/15/2021]|2021-03-15T15:04:00Z",
        // The same day by three other calendars.
        "15/3/2564 15:04 -|2021-03-15T15:04:00Z",
        "[1399/12/25, 15:04:10]|2021-03-15T15:04:10Z",
        "[2/8/1442 \u0647\u0640\u060c 15:04:10]|2021-03-15T15:04:10Z",
      })
  void stampsOfManyCountries(String stamp, Instant at) throws IOException {
    try (ReadTrial trial = ReadTrial.of(file("c.txt", stamp + " Ana: one\nmore\n"))) {
      Record.Message message = trial.of(Record.Message.class).getFirst();
      assertThat(message.header().claimed().instant()).isEqualTo(at);
      assertThat(message.text()).isEqualTo("one\nmore");
      assertThat(message.author()).extracting(AccountRef::displayName).isEqualTo("Ana");
    }
  }

  @Test
  void paddedDaysAndSmallLettersAreNotTheUnitedStates() throws IOException {
    try (ReadTrial trial = ReadTrial.of(file("a.txt", "05/03/2021, 3:04 pm - A: x\n"))) {
      assertThat(trial.notes.getFirst().what()).contains("day, month, year");
    }
    try (ReadTrial trial = ReadTrial.of(file("b.txt", "3/5/21, 3:04 PM - A: x\n"))) {
      assertThat(trial.notes.getFirst().what()).contains("month, day, year");
    }
  }

  @Test
  void aWordThatIsNoHalfOfTheDayMakesNoStamp() {
    assertThat(Stamp.of("12/06/2018 10:00:11 Ann: hi")).isNull();
    assertThat(Stamp.of("12/06/2018, 10:00 clock - Ann: hi")).isNull();
  }

  @Test
  void datesThatFitTwoOrdersAreSettledByTheCourseOfMessagesOrSaidToBeAssumed() throws IOException {
    String course = "01/02/25, 09:05 - A: x\n03/02/25, 09:06 - A: y\n01/03/25, 09:06 - A: z\n";
    try (ReadTrial trial = ReadTrial.of(file("a.txt", course))) {
      assertThat(trial.notes.getFirst().what()).contains("day, month, year").contains("follow");
    }
    try (ReadTrial trial = ReadTrial.of(file("b.txt", "01/02/25, 09:05 - A: x\n"))) {
      assertThat(trial.notes.getFirst().what()).contains("assumed");
    }
  }

  @Test
  void signalTextIsNotTakenForWhatsApp() {
    Path file = ReadTrial.realData("chat-signal/test_export.txt");
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.reader()).isNotEqualTo("whatsapp-text");
    }
  }

  @Test
  void latinBytesAreNotedAndUtf16IsNamed() throws IOException {
    Path latin =
        Files.write(
            folder.resolve("l.txt"),
            "13/05/25, 09:05 - Jos\u00e9: x\n".getBytes(StandardCharsets.ISO_8859_1));
    try (ReadTrial trial = ReadTrial.of(latin)) {
      assertThat(trial.notes).anyMatch(n -> n.code().equals("SX-NOTE-CHARSET"));
    }
    Path wide =
        Files.write(
            folder.resolve("w.txt"), "13/05/25, 09:05 - A: x\n".getBytes(StandardCharsets.UTF_16));
    try (ReadTrial trial = ReadTrial.of(wide)) {
      assertThat(trial.outcome().stopped().orElseThrow().code()).isEqualTo(ReadFault.CHARSET);
    }
  }

  @Test
  void anEndlessLineIsOneFault() throws IOException {
    Path file =
        file(
            "c.txt",
            "13/05/25, 09:05 - A: x\n13/05/25, 09:06 - A: "
                + "y".repeat(5000)
                + "\n13/05/25, 09:07 - A: z\n");
    try (ReadTrial trial =
        ReadTrial.of(file, Readers.all(), Limits.standard().withItemBytes(1000))) {
      assertThat(trial.faults).hasSize(1);
      assertThat(trial.faults.getFirst().fault().code()).isEqualTo(ReadFault.LIMIT);
      assertThat(trial.of(Record.Message.class)).hasSize(2);
    }
  }

  @Test
  void alteredBytesGiveOnlyTypedOutcomes() throws IOException {
    long seed = 99L;
    Random random = new Random(seed);
    for (String text : List.of(IOS, ANDROID)) {
      for (int round = 0; round < 150; round++) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Path file = Files.write(folder.resolve("fuzz.txt"), bytes);
        try (ReadTrial trial = ReadTrial.of(file)) {
          assertThat(trial.outcome().tally().items()).as("seed %d %d", seed, round).isPositive();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"test_ddmmyy_24hrs.txt,day", "test_mmddyyyy_12hrs.txt,month"})
  void realFiles(String name, String order) {
    Path file = ReadTrial.realData("chat-whatsapp/" + name);
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.reader()).isEqualTo("whatsapp-text");
      assertThat(trial.notes.getFirst().what()).contains("as " + order);
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m)
          .extracting(x -> x.header().claimed().instant())
          .containsExactly(
              Instant.parse("2019-01-01T11:25:00Z"),
              Instant.parse("2019-01-20T11:23:00Z"),
              Instant.parse("2019-01-30T20:49:00Z"),
              Instant.parse("2020-06-10T15:55:00Z"),
              Instant.parse("2020-06-20T00:08:00Z"),
              Instant.parse("2020-06-30T09:10:00Z"),
              Instant.parse("2021-12-10T10:10:00Z"),
              Instant.parse("2021-12-20T12:10:00Z"),
              Instant.parse("2021-12-30T22:01:00Z"));
      assertThat(m.get(3).text()).isEqualTo("Lorem ipsum : dolor sit amet.");
      assertThat(m.get(4).author()).isNull();
      assertThat(m.get(7).author()).extracting(AccountRef::displayName).isEqualTo("🤓");
      assertThat(m.getLast().text()).endsWith("Duis libero.");
    }
  }

  /** Who came and went, in nine languages: who, how, by whom. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ana added Bo|Bo ADDED Ana",
        "You added Bo and Cy|Bo ADDED null, Cy ADDED null",
        "+44 7700 900123 joined using this group's invite link|+447700900123 JOINED null",
        "Bo left|Bo LEFT null",
        "You were added|",
        "Ana creó el grupo “Taller: uno”|Ana JOINED null",
        "Ana añadió a Bo y Cy|Bo ADDED Ana, Cy ADDED Ana",
        "Se añadió a Bo.|Bo ADDED null",
        "Ana eliminó a Bo|Bo REMOVED Ana",
        "Bo salió del grupo.|Bo LEFT null",
        "Bo se unió usando el enlace de invitación de este grupo|Bo JOINED null",
        "Ana criou o grupo \"Bar\"|Ana JOINED null",
        "Ana adicionou Bo|Bo ADDED Ana",
        "Bo foi adicionado|Bo ADDED null",
        "Você removeu Bo|Bo REMOVED null",
        "Bo saiu|Bo LEFT null",
        "Bo entrou usando o link de convite deste grupo|Bo JOINED null",
        "Ana hat die Gruppe „Bar“ erstellt|Ana JOINED null",
        "Ana hat Bo und Cy hinzugefügt|Bo ADDED Ana, Cy ADDED Ana",
        "Bo wurde hinzugefügt|Bo ADDED null",
        "Ana hat Bo entfernt|Bo REMOVED Ana",
        "Bo hat die Gruppe verlassen|Bo LEFT null",
        "Bo ist der Gruppe mit dem Einladungslink beigetreten|Bo JOINED null",
        "Ana hat das Gruppenbild entfernt|",
        "Ana a créé le groupe « Bar »|Ana JOINED null",
        "Ana a ajouté Bo|Bo ADDED Ana",
        "Vous avez retiré Bo|Bo REMOVED null",
        "Bo a quitté le groupe|Bo LEFT null",
        "Bo est parti|Bo LEFT null",
        "Ana ha aggiunto Bo|Bo ADDED Ana",
        "Bo ha abbandonato|Bo LEFT null",
        "Ana heeft Bo toegevoegd|Bo ADDED Ana",
        "Bo heeft de groep verlaten|Bo LEFT null",
        "Ana добавил(-а) Bo|Bo ADDED Ana",
        "Bo вышел(-шла)|Bo LEFT null",
        "Ana, Bo kişisini ekledi|Bo ADDED Ana",
        "Bo ayrıldı|Bo LEFT null"
      })
  void whoCameAndWent(String note, String moves) throws IOException {
    String text =
        "13/05/25, 09:05 - Ana: x\n13/05/25, 09:06 - " + note + "\n14/05/25, 09:07 - Bo: y\n";
    try (ReadTrial trial = ReadTrial.of(file("c.txt", text))) {
      String found =
          String.join(
              ", ",
              trial.of(Record.Membership.class).stream()
                  .map(m ->
                      shown(m.account())
                          + " "
                          + m.action()
                          + " "
                          + (m.by() == null ? null : shown(m.by())))
                  .toList());
      assertThat(found).isEqualTo(moves == null ? "" : moves);
      assertThat(trial.of(Record.Message.class).get(1).action()).isNotNull();
    }
  }

  private static String shown(AccountRef account) {
    return account.shownAs();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Missed voice call|-1", "Video call, \u200e1 hr 2 min|3720", "Voice call, \u200e23 sec|23",
        "Llamada perdida|-1", "Chamada de voz perdida|-1", "Verpasster Sprachanruf|-1",
        "Appel vocal manqué|-1", "Chiamata vocale persa|-1", "Пропущенный аудиозвонок|-1"
      })
  void calls(String words, long seconds) throws IOException {
    String text = "[13/05/25, 09:05:00] Ana: x\n[13/05/25, 09:06:00] Bo: \u200e" + words + "\n";
    try (ReadTrial trial = ReadTrial.of(file("c.txt", text))) {
      Record.Call call = trial.of(Record.Call.class).getFirst();
      assertThat(call.caller()).extracting(AccountRef::displayName).isEqualTo("Bo");
      assertThat(call.called()).extracting(AccountRef::displayName).containsExactly("Ana");
      assertThat(call.duration() == null ? -1 : call.duration().toSeconds()).isEqualTo(seconds);
    }
  }

  @Test
  void whatStandsInThePlaceOfWords() throws IOException {
    String text =
        """
        [13/05/25, 09:05:00] Ana: \u200eThis message was deleted.
        [13/05/25, 09:06:00] Bo: see you \u200e<This message was edited>
        [13/05/25, 09:07:00] Bo: \u200ePOLL:
        Where?
        \u200eOPTION: Here (2 votes)
        [13/05/25, 09:08:00] Ana: \u200eLive location shared
        [13/05/25, 09:09:00] Ana: \u200eBild weggelassen
        [14/05/25, 09:09:00] +44 7700 900123: \u200e+44 7700 900123 changed to +44 7700 900999
        """;
    try (ReadTrial trial = ReadTrial.of(file("c.txt", text))) {
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(0).header().extra()).containsKey("deleted");
      assertThat(m.get(0).action()).isNull();
      assertThat(m.get(1).text()).isEqualTo("see you");
      assertThat(m.get(1).header().extra()).containsEntry("edited", "This message was edited");
      assertThat(m.get(2).header().extra()).containsEntry("poll", "Where?");
      assertThat(m.get(3).header().extra()).containsKey("live_location");
      assertThat(m.get(4).media()).hasSize(1);
      Record.Activity change = trial.of(Record.Activity.class).getFirst();
      assertThat(change.account()).extracting(AccountRef::key).isEqualTo("+447700900123");
      assertThat(change.towards()).extracting(AccountRef::key).isEqualTo("+447700900999");
    }
  }

  /** Stamps of many countries; the same quarter past nine in the evening. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025. 5. 13. 오후 9:05 - |", "2025/5/13 下午9:05 - |", "13.05.25, 21:05 - |",
        "13/05/2025 à 21:05 - |", "13-05-25 21:05 - |", "5/13/25, 9:05\u202fPM - |",
        "[13/5/25 9:05:00 p. m.] |", "13/05/25 21:05:00: |", "13/5/2568 21:05 - |",
        "[13.05.25, 21:05:00] |", "١٣/٥/٢٠٢٥، ٩:٠٥ م - |", "[2025/5/13 晚上9:05:00] |"
      })
  void stampsOfManyCountries(String stamp) throws IOException {
    String text = (stamp.replace("|", "") + " A: x\n").replace("-  A", "- A").repeat(3);
    try (ReadTrial trial =
        ReadTrial.of(file("c.txt", text.replace("]  A", "] A").replace(":  A", ": A")))) {
      assertThat(trial.reader()).isEqualTo("whatsapp-text");
      assertThat(trial.of(Record.Message.class).getFirst().header().claimed().instant())
          .isEqualTo(Instant.parse("2025-05-13T21:05:00Z"));
    }
  }

  @Test
  void hoursThatTheClockHadTwiceOrNeverAreNoted() throws IOException {
    String text =
        "30/03/25, 01:30 - A: never\n26/10/25, 01:30 - A: twice\n27/10/25, 01:30 - A: once\n";
    try (ExhibitSource source =
        ExhibitSource.open(file("c.txt", text), Limits.standard())
            .inZone(Optional.of(ZoneId.of("Europe/London")))) {
      List<String> notes = new ArrayList<>();
      Readers.all()
          .read(
              source,
              new dev.sextant.records.reader.SilentEvents() {
                @Override
                public void note(dev.sextant.records.reader.ReadNote note) {
                  notes.add(note.code() + " " + note.what());
                }
              });
      assertThat(notes).anyMatch(n -> n.contains("1 times") && n.contains("twice"));
      assertThat(notes).anyMatch(n -> n.contains("1 times") && n.contains("left out"));
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    Battering.truncate(IOS.getBytes(StandardCharsets.UTF_8), "_chat.txt");
    Battering.mutate(ANDROID.getBytes(StandardCharsets.UTF_8), "WhatsApp Chat.txt", 7, 150);
  }

  @Test
  void aSharedCardBesideTheChatIsRead() throws IOException {
    Path home = Files.createDirectory(folder.resolve("card"));
    Files.writeString(
        home.resolve("_chat.txt"),
        "[13/05/25, 09:05:00] Ana: \u200e<attached: 00000001-Cleo.vcf>\n[13/05/25, 09:06:00] Bo: y\n");
    Files.writeString(
        home.resolve("00000001-Cleo.vcf"),
        "BEGIN:VCARD\nVERSION:3.0\nFN:Cleo\nTEL;waid=447700900300:+44 7700 900300\nEND:VCARD\n");
    try (ReadTrial trial = ReadTrial.of(home)) {
      assertThat(trial.reader()).isEqualTo("whatsapp-text");
      assertThat(trial.of(Record.Profile.class).getFirst().account().key())
          .isEqualTo("+447700900300");
      assertThat(trial.of(Record.Message.class).getFirst().media().getFirst().part())
          .isEqualTo("00000001-Cleo.vcf");
    }
  }
}
