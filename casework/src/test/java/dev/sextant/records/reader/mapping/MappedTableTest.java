package dev.sextant.records.reader.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import dev.sextant.terms.ClaimedTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked // What is null where it must not be fails the test by itself.
class MappedTableTest {
  private static final String CALLS =
      """
      Report of a carrier;;;;;;
      made for an exercise;;;;;;

      A No.;B No.;Type;Date;Time;Dur;Site;IMEI
      07700 900123;07700900456;MOC;03/02/2026;10:11:12;0:01:01;C1 (-0,1278 51,5074);490154203237518
      07700900123;+49 1512 3456789/07700900789;MOC;14/02/2026;23:59;00:00:05;;
      07700900456;07700900123;MTC;15/02/2026;later;12;;4.9E+14
      ;;MOC;16/02/2026;08:00;1;;
      07700900123;9.0E+9;MOC;17/02/2026;09:00;3,5;;

      07700900123;07700900456;SMS;18/02/2026;10:00;;;
      """;

  private static final String PROFILE =
      """
      profile: carrier-a
      version: 1
      platform: phone
      table: {header: find, decimal: ","}
      times: {zone: Europe/London}
      records:
        - kind: call
          when: {column: Type, is: [MOC, MTC]}
          turn: {column: Type, is: MTC}
          from: {column: A No., basis: phone, region: GB}
          to: {column: B No., basis: phone, region: GB, separator: "/"}
          time: [Date, Time]
          duration: Dur
      """;

  @TempDir Path folder;

  private ReadTrial read(String profile, String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return ReadTrial.of(file, Readers.mapped(MappingProfile.parse(profile)), Limits.standard());
  }

  private ReadTrial read(String profile, String text) throws IOException {
    return read(profile, "t.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> notes(ReadTrial trial, String code) {
    return trial.notes.stream().filter(n -> n.code().equals(code)).map(ReadNote::what).toList();
  }

  @Test
  void callsOfACarrier() throws IOException {
    try (ReadTrial t = read(PROFILE, CALLS)) {
      Golden.check("mapped-calls", t);
      List<Record.Call> calls = t.of(Record.Call.class);
      assertThat(calls).hasSize(4);
      Record.Call first = calls.getFirst();
      assertThat(first.caller().key()).isEqualTo("+447700900123");
      assertThat(first.called()).extracting(a -> a.key()).containsExactly("+447700900456");
      assertThat(first.header().claimed().instant()).hasToString("2026-02-03T10:11:12Z");
      assertThat(first.header().claimed().basis()).isEqualTo(ClaimedTime.ZoneBasis.ASSUMED);
      assertThat(first.duration()).isEqualTo(Duration.ofSeconds(61));
      assertThat(first.header().extra()).containsEntry("IMEI", "490154203237518");
      assertThat(t.text(first.header().locator()))
          .startsWith("07700 900123;")
          .endsWith("203237518");
      assertThat(first.header().locator().pointer()).isEqualTo("5");
      assertThat(calls.get(1).called())
          .extracting(a -> a.key())
          .containsExactly("+4915123456789", "+447700900789");
      Record.Call turned = calls.get(2);
      assertThat(turned.caller().key()).isEqualTo("+447700900123");
      assertThat(turned.header().claimed().instant()).hasToString("2026-02-15T00:00:00Z");
      assertThat(turned.header().claimed().precision()).isEqualTo(ClaimedTime.Precision.DAY);
      assertThat(turned.header().claimed().text()).isEqualTo("15/02/2026 later");
      assertThat(turned.header().extra())
          .containsEntry("sextant:unreadable", "Time: no time of day");
      Record.Call mangled = calls.get(3);
      assertThat(mangled.called().getFirst().basis()).isEqualTo(KeyBasis.LABEL);
      assertThat(t.faults)
          .singleElement()
          .satisfies(f -> {
            assertThat(f.fault().code()).isEqualTo("SX-READ-MISSING");
            assertThat(f.where().pointer()).isEqualTo("8");
          });
      assertThat(t.unknowns).hasSize(1);
      assertThat(notes(t, "SX-NOTE-DATE-ORDER"))
          .singleElement()
          .asString()
          .contains("day, month, year");
      assertThat(notes(t, "SX-NOTE-MANGLED")).hasSize(1);
      assertThat(notes(t, "SX-NOTE-PROFILE").getFirst())
          .contains(MappingProfile.parse(PROFILE).digest().hex());
    }
  }

  @Test
  void messagesOfLinkedInAreGuessed() throws IOException {
    String text =
        """
        CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
        2-aa==,,Ana Sample,https://www.linkedin.com/in/ana-sample,Bo Sample,https://www.linkedin.com/in/bo-sample,2025-03-01 10:00:00 UTC,,"hello, Bo",INBOX
        2-aa==,,Bo Sample,https://www.linkedin.com/in/bo-sample,Ana Sample,https://www.linkedin.com/in/ana-sample,2025-03-01 10:05:00 UTC,Re,yes,INBOX
        """;
    Path file = Files.writeString(folder.resolve("messages.csv"), text);
    MappingProfile guess;
    try (var source = dev.sextant.records.reader.ExhibitSource.open(file, Limits.standard())) {
      guess = TableSurvey.guess(source);
    }
    try (ReadTrial t = ReadTrial.of(file, Readers.mapped(guess), Limits.standard())) {
      Golden.check("mapped-linkedin", t);
      List<Record.Message> m = t.of(Record.Message.class);
      assertThat(m).hasSize(2);
      assertThat(m.getFirst().text()).isEqualTo("hello, Bo");
      assertThat(m.getFirst().author().key()).isEqualTo("Ana Sample");
      assertThat(m.getFirst().recipients().getFirst().key()).isEqualTo("Bo Sample");
      assertThat(m.get(1).conversation().key()).isEqualTo(m.getFirst().conversation().key());
      assertThat(m.getFirst().header().claimed().instant()).hasToString("2025-03-01T10:00:00Z");
    }
  }

  @Test
  void survivesDamage() {
    Readers readers = Readers.mapped(MappingProfile.parse(PROFILE));
    byte[] bytes = CALLS.getBytes(StandardCharsets.UTF_8);
    Battering.truncate(readers, bytes, "calls.csv");
  }

  @ParameterizedTest
  @CsvSource({"windows-1251", "KOI8-R", "UTF-16LE", "UTF-16BE", "UTF-8"})
  void anyCharacterSet(String name) throws IOException {
    String text =
        "автор,текст\nАнна,Привет из Москвы как дела сегодня вечером\n".repeat(1)
            + "Борис,Хорошо спасибо большое что спросил об этом\n".repeat(20);
    try (ReadTrial t =
        read(
            "{profile: p, version: 1, table: {charset: "
                + name
                + "}, records: [{kind: post, from: автор, text: текст}]}",
            "t.csv",
            text.getBytes(Charset.forName(name)))) {
      Record.Post post = t.of(Record.Post.class).getFirst();
      assertThat(post.text()).isEqualTo("Привет из Москвы как дела сегодня вечером");
      assertThat(new String(t.bytes(post.header().locator()), Charset.forName(name)))
          .isEqualTo("Анна,Привет из Москвы как дела сегодня вечером");
    }
    Path file = Files.write(folder.resolve("d.csv"), text.getBytes(Charset.forName(name)));
    try (ReadTrial detected =
        ReadTrial.of(
            file,
            Readers.mapped(
                MappingProfile.parse(
                    "{profile: p, version: 1, records: [{kind: post, from: 1, text: 2}]}")),
            Limits.standard())) {
      assertThat(detected.of(Record.Post.class).getFirst().text()).startsWith("Привет");
    }
  }

  @Test
  void eastAsianCharacters() throws IOException {
    for (String name : List.of("Shift_JIS", "GB18030", "EUC-KR", "Big5")) {
      String text =
          name.equals("EUC-KR") ? "한글,안녕\n" : name.equals("Shift_JIS") ? "ソ表,こんにちは\n" : "漢字,你好\n";
      try (ReadTrial t =
          read(
              "{profile: p, version: 1, table: {charset: "
                  + name
                  + ", header: none}, records: [{kind: post, from: {column: 1, basis: name}, text: 2}]}",
              "t.csv",
              text.getBytes(Charset.forName(name)))) {
        assertThat(t.of(Record.Post.class).getFirst().text())
            .as(name)
            .isEqualTo(text.strip().split(",")[1]);
      }
    }
  }

  @Test
  void jsonLines() throws IOException {
    String lines =
        """
        {"user":{"name":"ana"},"at":1683195072,"body":"one","tags":["a","b"]}
        {"user":{"name":"ben"},"at":1683195073,"body":"two","geo":null}
        nonsense
        {"user":{"name":"ana"},"at":1683195074,"body":"three"}
        """;
    String profile =
        "{profile: j, version: 1, platform: telegram, records: [{kind: post, from: user.name, time: at, text: body}]}";
    try (ReadTrial t = read(profile, "t.jsonl", lines.getBytes(StandardCharsets.UTF_8))) {
      assertThat(t.of(Record.Post.class))
          .extracting(Record.Post::text)
          .containsExactly("one", "two", "three");
      Record.Post one = t.of(Record.Post.class).getFirst();
      assertThat(one.author().accountKey()).isEqualTo("telegram/handle/ana");
      assertThat(one.header().extra()).containsEntry("tags", "[\"a\",\"b\"]");
      assertThat(one.header().locator().pointer()).isEqualTo("line 1");
      assertThat(t.text(one.header().locator())).startsWith("{\"user\"").endsWith("}");
      assertThat(t.faults).hasSize(1);
    }
    String array = "[" + lines.replace("nonsense\n", "").strip().replace("\n", ",") + "]";
    try (ReadTrial t = read(profile, "t.json", array.getBytes(StandardCharsets.UTF_8))) {
      assertThat(t.of(Record.Post.class)).hasSize(3);
      assertThat(t.of(Record.Post.class).getLast().header().locator().pointer()).isEqualTo("/2");
    }
    Battering.truncate(
        Readers.mapped(MappingProfile.parse(profile)),
        lines.getBytes(StandardCharsets.UTF_8),
        "t.jsonl");
  }

  @Test
  void workbooks() throws IOException {
    byte[] book =
        xlsx(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Who</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>When</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>IP</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>4.47700900123E11</v></c><c r=\"B2\"><v>45050.424444444444</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>[2001:db8::1]:443</t></is></c></row>");
    String profile =
        "{profile: x, version: 1, platform: phone, records: [{kind: login, from: {column: Who, basis: phone, region: WORLD}, time: When, ip: IP}]}";
    try (ReadTrial t = read(profile, "t.xlsx", book)) {
      assertThat(t.faults).isEmpty();
      assertThat(t.outcome().stopped()).isEmpty();
      Record.Login login = t.of(Record.Login.class).getFirst();
      assertThat(login.account().key()).isEqualTo("+447700900123");
      assertThat(login.header().claimed().instant()).hasToString("2023-05-04T10:11:12Z");
      assertThat(login.ip()).isEqualTo("2001:db8::1");
      assertThat(login.port()).isEqualTo(443);
      assertThat(login.header().locator().pointer()).isEqualTo("Log!2");
      assertThat(t.unknowns).isEmpty();
    }
  }

  private static byte[] xlsx(String rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      entry(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Log\" r:id=\"r1\"/></sheets></workbook>");
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      entry(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }
    return out.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Test
  void everyKind() throws IOException {
    String table = "a,b,t,x,y,g\nana,ben,2026-01-02T03:04:05Z,51.5 N,0.12 W,club\n";
    for (String form :
        List.of(
            "{kind: message, from: a, to: b, text: x, time: t}",
            "{kind: post, from: a, text: x}",
            "{kind: call, from: a, to: b, time: t}",
            "{kind: login, from: a, device: x}",
            "{kind: place, from: a, latitude: x, longitude: y, place: g}",
            "{kind: relation, from: a, to: b, label: g}",
            "{kind: membership, from: a, group: g}",
            "{kind: profile, from: a, attribute: [x, y]}",
            "{kind: follow, from: a, to: b, how: {column: g, words: {club: friend}}}",
            "{kind: activity, from: a, what: {value: searched}, text: g}")) {
      try (ReadTrial t =
          read("{profile: k, version: 1, platform: x, records: [" + form + "]}", table)) {
        assertThat(t.records).as(form).hasSize(1);
        String kind = form.substring(7, form.indexOf(','));
        Record record = t.records.getFirst();
        assertThat(record.kind().name()).isEqualToIgnoringCase(kind);
        if (record instanceof Record.Place place) {
          assertThat(place.latitude()).isEqualTo(51.5);
          assertThat(place.longitude()).isEqualTo(-0.12);
        }
        if (record instanceof Record.Follow follow) {
          assertThat(follow.how()).isEqualTo(Record.Follow.How.FRIEND);
        }
        if (record instanceof Record.Activity activity) {
          assertThat(activity.what()).isEqualTo(Record.Activity.What.SEARCHED);
        }
      }
    }
  }

  @Test
  void lonBeforeLatIsSaid() throws IOException {
    try (ReadTrial t =
        read(
            "{profile: k, version: 1, table: {header: none, delimiter: ;}, records: [{kind: place, coordinates: {columns: [2, 3], order: lon-lat}}]}",
            "x;-0.1278;51.5074\n")) {
      Record.Place place = t.of(Record.Place.class).getFirst();
      assertThat(place.latitude()).isEqualTo(51.5074);
      assertThat(place.longitude()).isEqualTo(-0.1278);
    }
  }

  @Test
  void aTableWithoutTheColumnsIsNotRead() throws IOException {
    try (ReadTrial t = read(PROFILE, "a,b\n1,2\n")) {
      assertThat(t.records).isEmpty();
      assertThat(t.reader()).isEmpty();
    }
  }

  @Test
  void knownTablesAreReadUnasked() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("r.csv"),
            "interaction,direction,correspondent_id,datetime,call_duration,antenna_id\n"
                + "call,in,A,2014-03-04 16:35:27,62,10\ntext,out,B,2014-03-05 16:35:27,,2\n");
    // The reader of call records knows this table as well, and better; this is about the profiles.
    Readers profiles = new Readers(List.of(new ShippedTables()));
    try (ReadTrial t = ReadTrial.of(file, profiles, Limits.standard())) {
      assertThat(t.reader()).isEqualTo("known-table");
      assertThat(t.of(Record.Call.class).getFirst().caller().key()).isEqualTo("A");
      assertThat(t.of(Record.Message.class).getFirst().recipients().getFirst().key())
          .isEqualTo("B");
    }
  }

  @Test
  void realTablesAreGuessed() throws IOException {
    Path posts = ReadTrial.realData("posts");
    try (var files = Files.list(posts)) {
      for (Path file : files.sorted().toList()) {
        try (var source = dev.sextant.records.reader.ExhibitSource.open(file, Limits.standard())) {
          MappingProfile guess = TableSurvey.guess(source);
          assertThat(guess.records().getFirst().kind().name()).as("%s", file).isEqualTo("POST");
        }
      }
    }
  }
}
