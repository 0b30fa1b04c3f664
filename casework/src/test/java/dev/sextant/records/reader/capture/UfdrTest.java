package dev.sextant.records.reader.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import dev.sextant.records.reader.capture.ufdr.Ufdr;
import dev.sextant.records.reader.media.PictureSamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // What is null where it must not be fails the test by itself.
class UfdrTest {
  @TempDir Path folder;

  private static String field(String name, String value) {
    return "<field name=\"%s\" type=\"String\"><value type=\"String\"><![CDATA[%s]]></value></field>"
        .formatted(name, value);
  }

  private static String time(String name, String value) {
    return "<field name=\"%s\" type=\"TimeStamp\"><value type=\"TimeStamp\" format=\"TimeStampKnown\">%s</value></field>"
        .formatted(name, value);
  }

  private static String model(String type, String content) {
    return "<model type=\"%s\" id=\"%s-1\" deleted_state=\"Deleted\" decoding_confidence=\"High\">%s</model>"
        .formatted(type, type, content);
  }

  private static String party(String id, String name, String more) {
    return model("Party", field("Identifier", id) + field("Name", name) + more);
  }

  private static String message(String from, String body, String more) {
    return model(
        "InstantMessage",
        field("Source", "WhatsApp")
            + "<modelField name=\"From\" type=\"Party\">"
            + party(from, "", "")
            + "</modelField>"
            + field("Body", body)
            + field("Identifier", "M" + body.length())
            + time("TimeStamp", "2024-05-01T10:00:00.000+00:00")
            + more);
  }

  private static String report() {
    String attachment =
        "<multiModelField name=\"Attachments\" type=\"Attachment\"><model type=\"Attachment\" id=\"a\" file_id=\"f1\">"
            + field("Filename", "pic.png")
            + "</model></multiModelField>";
    // Messages stand before the members: order must not matter.
    String chat =
        model(
            "Chat",
            "<multiModelField name=\"Messages\" type=\"InstantMessage\">"
                + message("447700900001@s.whatsapp.net", "olá", attachment)
                + message("447700900002@s.whatsapp.net", "answer", "")
                + "</multiModelField>"
                + field("Source", "WhatsApp")
                + field("Id", "447700900002@s.whatsapp.net")
                + "<multiModelField name=\"Participants\" type=\"Party\">"
                + party("447700900001@s.whatsapp.net", "Anna", field("IsPhoneOwner", "True"))
                + party("447700900002@s.whatsapp.net", "Ben", field("IsPhoneOwner", "False"))
                + "</multiModelField>");
    String call =
        model(
            "Call",
            field("Source", "WhatsApp")
                + field("Type", "Missed")
                + field("Duration", "00:01:05")
                + time("TimeStamp", "2024-05-02T10:00:00+00:00")
                + "<multiModelField name=\"Parties\" type=\"Party\">"
                + party("447700900002@s.whatsapp.net", "Ben", field("Role", "From"))
                + "</multiModelField>");
    String sms =
        model(
            "SMS",
            field("Folder", "Inbox")
                + field("Body", "code 1")
                + time("TimeStamp", "2024-05-03T10:00:00+02:00")
                + "<multiModelField name=\"Parties\" type=\"Party\">"
                + party("+447700900003", "", field("Role", "From"))
                + "</multiModelField>");
    String contact =
        model(
            "Contact",
            field("Source", "WhatsApp")
                + field("Name", "Cy")
                + "<multiModelField name=\"Entries\" type=\"ContactEntry\">"
                + model(
                    "PhoneNumber", field("Value", "+44 7700 900004") + field("Category", "Mobile"))
                + model("EmailAddress", field("Value", "cy@example.org"))
                + "</multiModelField>");
    String place =
        model(
            "Location",
            field("Source", "Maps")
                + time("TimeStamp", "2024-05-04T10:00:00Z")
                + field("Name", "Porto")
                + "<modelField name=\"Position\" type=\"Coordinate\">"
                + model("Coordinate", field("Latitude", "41.15") + field("Longitude", "-8.61"))
                + "</modelField>");
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<project id=\"p\" name=\"r\" xmlns=\"http://pa.cellebrite.com/report/2.0\">"
        + "<metadata section=\"Device Info\"><item name=\"IMEI\">353918050000001</item></metadata>"
        + "<decodedData><modelType type=\"Chat\">"
        + chat
        + "</modelType>"
        + "<modelType type=\"Call\">"
        + call
        + "</modelType><modelType type=\"SMS\">"
        + sms
        + "</modelType>"
        + "<modelType type=\"Contact\">"
        + contact
        + "</modelType><modelType type=\"Location\">"
        + place
        + "</modelType>"
        + "<modelType type=\"SearchedItem\">"
        + model("SearchedItem", field("Source", "Chrome") + field("Value", "ferry times"))
        + "</modelType>"
        + "<modelType type=\"InstalledApplication\">"
        + model("InstalledApplication", field("Name", "Signal") + field("Identifier", "org.x"))
        + "</modelType>"
        + "<modelType type=\"VisitedPage\">"
        + model("VisitedPage", field("Title", "A page") + field("Url", "https://example.org"))
        + "</modelType>"
        + "<modelType type=\"Fingerprint\">"
        + model("Fingerprint", field("Value", "?"))
        + "</modelType></decodedData>"
        + "<taggedFiles><file fs=\"x\" path=\"/p\" id=\"f1\"><metadata section=\"File\"><item name=\"Local Path\"><![CDATA[files\\Image\\pic.png]]></item></metadata></file></taggedFiles>"
        + "</project>";
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2024, 1, 1, 0, 0)); // The golden file holds the digest.
    return entry;
  }

  private Path zip(byte[] report) throws IOException {
    Path file = folder.resolve("phone.ufdr");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(entry("report.xml"));
      zip.write(report);
      zip.putNextEntry(entry("files/Image/pic.png"));
      zip.write(PictureSamples.bytes(PictureSamples.drawn(4, 64, 48), "png"));
    }
    return file;
  }

  @Test
  void aReportIsReadInAnyOrder() throws IOException {
    try (ReadTrial trial = ReadTrial.of(zip(report().getBytes(StandardCharsets.UTF_8)))) {
      assertThat(trial.reader()).isEqualTo("ufdr");
      Golden.check("capture/ufdr", trial);
      List<Record.Message> messages = trial.of(Record.Message.class);
      Record.Message first = messages.getFirst();
      assertThat(first.author()).isNotNull();
      assertThat(first.author().accountKey()).isEqualTo("whatsapp/phone/+447700900001");
      assertThat(first.recipients().getFirst().shownAs()).isEqualTo("Ben");
      assertThat(first.conversation().key()).isEqualTo("+447700900001-+447700900002");
      assertThat(first.media().getFirst().part()).isEqualTo("files/Image/pic.png");
      assertThat(first.media().getFirst().likeness()).isNotNull();
      assertThat(first.header().extra()).containsEntry("deleted_state", "Deleted");
      assertThat(trial.text(first.header().locator()))
          .startsWith("<model type=\"InstantMessage\"")
          .endsWith("</model>");
      Record.Call call = trial.of(Record.Call.class).getFirst();
      assertThat(call.duration()).isEqualTo(Duration.ofSeconds(65));
      assertThat(call.called().getFirst().shownAs()).isEqualTo("Anna");
      assertThat(trial.of(Record.Follow.class)).hasSize(1);
      assertThat(trial.of(Record.Place.class)).hasSize(1);
      assertThat(trial.unknowns.getFirst().section()).isEqualTo("model Fingerprint");
      assertThat(trial.faults).isEmpty();
    }
  }

  /* As programs write it: a line end and blanks before every tag. */
  private static String indented(String lineEnd) {
    StringBuilder chats = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      chats.append(
          model(
              "Chat",
              field("Source", "WhatsApp")
                  + field("Id", "chat" + "x".repeat(i % 23) + i)
                  + "<multiModelField name=\"Messages\" type=\"InstantMessage\">"
                  + message("447700900001@s.whatsapp.net", "words" + "y".repeat(i % 31), "")
                  + message("447700900002@s.whatsapp.net", "", field("Label", "none"))
                  + "</multiModelField>"));
      chats.append(
          model(
              "SearchedItem", field("Source", "Chrome") + field("Value", "q".repeat(1 + i % 17))));
    }
    String whole =
        "<project id=\"p\" xmlns=\"http://pa.cellebrite.com/report/2.0\"><decodedData>"
            + chats
            + "</decodedData></project>";
    String blanks = lineEnd + "  ".repeat(lineEnd.isEmpty() ? 0 : 3);
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        + blanks
        + whole.replaceAll(">(?=<(?!!))(?<!\\]>)", ">" + blanks);
  }

  @Test
  void placesAreExactHoweverTheReportIsIndented() throws IOException {
    for (String lineEnd : new String[] {"", "\n", "\r\n"}) {
      byte[] bytes = indented(lineEnd).getBytes(StandardCharsets.UTF_8);
      try (ReadTrial trial = ReadTrial.of(zip(bytes))) {
        assertThat(trial.faults).isEmpty();
        assertThat(trial.records).hasSizeGreaterThan(1000);
        for (Record record : trial.records) {
          if (!record.header().locator().part().equals("report.xml")) {
            continue; // The picture beside it.
          }
          String of = trial.text(record.header().locator());
          assertThat(of).startsWith("<model type=\"").endsWith("</model>");
          long opened = of.split("<model[ >]", -1).length;
          assertThat(of.split("</model>", -1)).hasSize((int) opened);
        }
      }
    }
  }

  @Test
  void aProtectedReportIsRefusedClearly() throws IOException {
    try (ReadTrial trial = ReadTrial.of(zip(new byte[] {0x2D, 0x06, 0x52, 0x6D, 1, 2, 3}))) {
      assertThat(trial.reader()).isEqualTo("ufdr");
      assertThat(trial.faults.getFirst().fault().code()).isEqualTo("SX-READ-ENCRYPTED");
    }
  }

  @Test
  void damagedReportsEndInBalance() {
    Readers only = new Readers(List.of(new Ufdr()));
    byte[] bytes = report().getBytes(StandardCharsets.UTF_8);
    Battering.truncate(only, bytes, "report.xml");
    Battering.mutate(only, bytes, "report.xml", 3, 200);
  }

  @Test
  void aRealChatIsRead() {
    try (ReadTrial trial = ReadTrial.of(ReadTrial.realData("ufdr/ufed-model-chat.xml"))) {
      assertThat(trial.of(Record.Message.class)).hasSize(11);
      assertThat(trial.faults).isEmpty();
    }
  }
}
