package dev.sextant.records.reader.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.terms.ClaimedTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramHtmlTest {
  @TempDir Path folder;

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html>
       <head><meta charset="utf-8"/><title>Exported Data</title>
        <link href="css/style.css" rel="stylesheet"/><script src="js/script.js"></script></head>
       <body onload="CheckLocation();">
        <div class="page_wrap">
         <div class="page_header"><div class="content"><div class="text bold">
      Crew 🚲
         </div></div></div>
         <div class="page_body chat_page"><div class="history">
      """;

  private static final String TAIL = "</div></div></div></body>\n</html>\n";

  /** Written by hand after the exporter's source. */
  private static final String FIRST =
      HEAD
          + """
           <div class="message service" id="message-1"><div class="body details">
          18 May 2023
           </div></div>
           <div class="message service" id="message5"><div class="body details">
          Ben created group «Crew» with members Anna and Dario
           </div></div>
           <div class="message default clearfix" id="message6">
            <div class="pull_left userpic_wrap"><div class="userpic userpic3"><div class="initials">B</div></div></div>
            <div class="body">
             <div class="pull_right date details" title="18.05.2023 20:01:59 UTC+01:00">20:01</div>
             <div class="from_name">
          Ben
             </div>
             <div class="text">
          Hello &amp; <strong>bye</strong><br>second <a href="https://x.example">x</a>
             </div>
             <span class="reactions"><span class="reaction"><span class="emoji">👍</span><span class="userpics"><div class="userpic userpic1"><div class="initials" title="Anna">A</div></div></span></span></span>
            </div>
           </div>
           <div class="message default clearfix joined" id="message7">
            <div class="body">
             <div class="pull_right date details" title="18.05.2023 20:02:59 UTC+01:00">20:02</div>
             <div class="reply_to details">In reply to <a href="#go_to_message6" onclick="return GoToMessage(6)">this message</a></div>
             <div class="media_wrap clearfix"><a class="media clearfix pull_left block_link media_location" href="https://maps.google.com/maps?q=41.1,-8.6&amp;ll=41.1,-8.6&amp;z=16"><div class="body"><div class="title bold">Location</div><div class="status details">41.1, -8.6</div></div></a></div>
            </div>
           </div>
           <div class="message default clearfix" id="message8">
            <div class="body">
             <div class="pull_right date details" title="18.05.2023 20:03:59">20:03</div>
             <div class="from_name">Anna</div>
             <div class="media_wrap clearfix"><div class="media clearfix pull_left media_call success"><div class="body"><div class="title bold">Ben</div><div class="status details">Outgoing (75 seconds)</div></div></div></div>
            </div>
           </div>
          """
          + TAIL;

  private static final String SECOND =
      HEAD
          + """
           <a class="pagination block_link" href="messages.html">Previous messages</a>
           <div class="message default clearfix" id="message9">
            <div class="body">
             <div class="pull_right date details" title="19.05.2023 08:00:00 UTC-03:00">08:00</div>
             <div class="from_name">Deleted Account</div>
             <div class="forwarded body"><div class="from_name">Channel <span class="date details" title="01.05.2023 10:00:00 UTC+01:00"> 01.05.2023 10:00:00</span></div>
              <div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/photo_1.jpg"><img class="photo" src="photos/photo_1_thumb.jpg"></a></div>
              <div class="text">news</div></div>
            </div>
           </div>
           <div class="message default clearfix joined" id="message10">
            <div class="body">
             <div class="pull_right date details" title="19.05.2023 08:01:00 UTC-03:00">08:01</div>
             <div class="media_wrap clearfix"><div class="media clearfix pull_left media_contact"><div class="body"><div class="title bold">Cleo</div><div class="status details">+44 7700 900300</div></div></div></div>
            </div>
           </div>
           <div class="message service" id="message11"><div class="body details">Anna removed Dario</div></div>
          """
          + TAIL;

  private Path export(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return folder;
  }

  @Test
  void twoPagesOfOneChat() throws IOException {
    Path home =
        export(
            Map.of(
                "messages.html",
                FIRST,
                "messages2.html",
                SECOND,
                "photos/photo_1.jpg",
                "jpeg",
                "photos/photo_1_thumb.jpg",
                "jp",
                "css/style.css",
                "a{}",
                "js/script.js",
                ";"));
    try (ReadTrial trial = ReadTrial.of(home)) {
      Golden.check("telegram/html", trial);
      assertThat(trial.reader()).isEqualTo("telegram-html");
      assertThat(trial.items).hasSize(8);
      assertThat(trial.ignored).hasSize(2);
      assertThat(trial.unknowns).isEmpty();
      List<Record.Message> m = trial.of(Record.Message.class);
      assertThat(m.get(2).text()).isEqualTo("Hello & bye\nsecond x");
      assertThat(m.get(2).header().claimed().instant())
          .isEqualTo(Instant.parse("2023-05-18T19:01:59Z"));
      assertThat(m.get(2).header().claimed().basis()).isEqualTo(ClaimedTime.ZoneBasis.STATED);
      assertThat(m.get(3).author()).extracting(AccountRef::displayName).isEqualTo("Ben");
      assertThat(m.get(3).replyTo()).isEqualTo("6");
      assertThat(m.get(4).author()).isNull();
      assertThat(m.get(4).forwardedFrom()).isEqualTo("Channel");
      assertThat(m.get(4).media().getFirst().part()).isEqualTo("photos/photo_1.jpg");
      assertThat(m.get(4).conversation().key()).isEqualTo(m.get(2).conversation().key());
      assertThat(trial.of(Record.Call.class).getFirst().duration())
          .isEqualTo(Duration.ofSeconds(75));
      assertThat(trial.of(Record.Place.class)).hasSize(1);
      assertThat(trial.of(Record.Profile.class).getFirst().account().key())
          .isEqualTo("+447700900300");
      assertThat(trial.of(Record.Membership.class))
          .extracting(x -> x.account().displayName() + " " + x.action())
          .containsExactly("Ben JOINED", "Anna ADDED", "Dario ADDED", "Dario REMOVED");
      assertThat(trial.of(Record.Membership.class).getFirst().header().claimed().precision())
          .isEqualTo(ClaimedTime.Precision.DAY);
      assertThat(trial.text(m.get(2).header().locator()))
          .startsWith("<div class=\"message default clearfix\" id=\"message6\">")
          .endsWith("</div>");
    }
  }

  @Test
  void aPageWithoutItsEndIsAFault() throws IOException {
    Path file = folder.resolve("messages.html");
    Files.writeString(file, FIRST.substring(0, FIRST.indexOf("</body>")));
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.faults)
          .extracting(f -> f.fault().code())
          .containsExactly("SX-READ-TRUNCATED");
      assertThat(trial.items).hasSize(5);
    }
  }

  @Test
  void batteredBytesGiveOnlyTypedOutcomes() {
    Battering.truncate(FIRST.getBytes(StandardCharsets.UTF_8), "messages.html");
    Battering.mutate(SECOND.getBytes(StandardCharsets.UTF_8), "messages.html", 29, 150);
  }
}
