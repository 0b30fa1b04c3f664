package dev.sextant.records.reader.archive.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.archive.ArchiveSample;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleTakeoutTest {
  @TempDir Path folder;

  private static final String T = "Takeout/";

  private static ArchiveSample sample() {
    return new ArchiveSample()
        .file(
            T + "Location History/Location History.json",
            "{\"locations\":[{\"timestampMs\":\"1400000000000\",\"latitudeE7\":515000000,\"longitudeE7\":4293767296,\"accuracy\":20,\"velocity\":1}]}")
        .file(
            T + "Location History (Timeline)/Records.json",
            "{\"locations\":[{\"latitudeE7\":411400000,\"longitudeE7\":-86100000,\"accuracy\":13,\"source\":\"WIFI\",\"deviceTag\":5,\"timestamp\":\"2022-01-01T10:00:00.000Z\"}]}")
        .file(
            T + "Location History/Semantic Location History/2022/2022_JANUARY.json",
            "{\"timelineObjects\":[{\"placeVisit\":{\"location\":{\"latitudeE7\":411400000,\"longitudeE7\":-86100000,\"placeId\":\"P\",\"name\":\"Quay\"},\"duration\":{\"startTimestamp\":\"2022-01-01T10:00:00Z\",\"endTimestamp\":\"2022-01-01T11:00:00Z\"}}},{\"activitySegment\":{\"startLocation\":{\"latitudeE7\":411400000,\"longitudeE7\":-86100000},\"endLocation\":{\"latitudeE7\":411500000,\"longitudeE7\":-86200000},\"duration\":{\"startTimestampMs\":\"1641034800000\",\"endTimestampMs\":\"1641038400000\"},\"activityType\":\"CYCLING\"}}]}")
        .file(
            T + "Timeline/ios.json",
            "[{\"startTime\":\"2024-05-01T12:00:00.000+01:00\",\"endTime\":\"2024-05-01T13:00:00.000+01:00\",\"visit\":{\"topCandidate\":{\"placeLocation\":\"geo:51.5,-0.12\",\"semanticType\":\"Home\"}}},{\"startTime\":\"2024-05-01T13:00:00.000+01:00\",\"endTime\":\"2024-05-01T14:00:00.000+01:00\",\"timelinePath\":[{\"point\":\"geo:51.6,-0.13\",\"durationMinutesOffsetFromStartTime\":\"17\"}]}]")
        .file(
            T + "Timeline/Timeline.json",
            "{\"semanticSegments\":[{\"startTime\":\"2024-06-01T12:00:00.000+02:00\",\"endTime\":\"2024-06-01T13:00:00.000+02:00\",\"visit\":{\"topCandidate\":{\"placeLocation\":{\"latLng\":\"48.1°, 11.5°\"}}}}],\"rawSignals\":[{\"position\":{\"LatLng\":\"48.2°, 11.6°\",\"accuracyMeters\":9,\"timestamp\":\"2024-06-01T12:10:00.000+02:00\"}}],\"userLocationProfile\":{\"frequentPlaces\":[{\"placeLocation\":\"48.3°, 11.7°\",\"label\":\"WORK\"}]}}")
        .file(
            T + "YouTube/history/watch-history.html",
            "<html><body><div class=\"mdl-grid\"><div class=\"outer-cell mdl-cell\"><div class=\"mdl-grid\"><div class=\"header-cell\"><p class=\"mdl-typography--title\">YouTube<br></p></div><div class=\"content-cell mdl-typography--body-1\">Angesehen:&nbsp;<a href=\"https://www.youtube.com/watch?v=abc\">Knots &amp; more</a><br><a href=\"https://www.youtube.com/channel/UCx\">Chan</a><br>05.03.2020, 10:00:00 MEZ<br></div><div class=\"content-cell mdl-typography--caption\"><b>Produkte:</b><br>YouTube<br></div></div></div></div></body></html>")
        .file(
            T + "YouTube/history/search-history.json",
            "[{\"header\":\"YouTube\",\"title\":\"Searched for tow rope\",\"titleUrl\":\"https://www.youtube.com/results?search_query=tow+rope\",\"time\":\"2020-03-05T09:00:00.000Z\",\"products\":[\"YouTube\"]}]")
        .file(
            T + "YouTube/subscriptions/subscriptions.csv",
            "Channel Id,Channel Url,Channel Title\nUCx,http://www.youtube.com/channel/UCx,Chan\n")
        .file(
            T + "YouTube/channels/channel.csv",
            "Channel ID,Channel Title (Original),Channel Visibility\nUCme,Me,Public\n")
        .file(
            T + "YouTube/comments/comments.csv",
            "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text\nUg1,UCme,2020-03-05T10:00:00+00:00,0,,abc,\"{\"\"text\"\":\"\"well \"\"},{\"\"text\"\":\"\"tied\"\"}\"\n")
        .file(
            T + "YouTube/my-comments/my-comments.html",
            "<html><body><ul><li>You added a <a href=\"http://www.youtube.com/watch?v=abc&amp;lc=Ug2\">comment</a> at 2019-01-01 12:00:00 UTC on a <a href=\"http://www.youtube.com/watch?v=abc\">video</a>.<br/>nice one</li></ul></body></html>")
        .file(
            T + "Google Chat/Groups/DM q1w2e3/group_info.json",
            "{\"members\":[{\"name\":\"Ana\",\"email\":\"ana@example.org\",\"user_type\":\"Human\"},{\"name\":\"Bo\",\"email\":\"bo@example.org\",\"user_type\":\"Human\"}]}")
        .file(
            T + "Google Chat/Groups/DM q1w2e3/messages.json",
            "{\"messages\":[{\"creator\":{\"name\":\"Ana\",\"email\":\"ana@example.org\",\"user_type\":\"Human\"},\"created_date\":\"Saturday, March 1, 2025 at 2:00:00\u202fPM UTC\",\"text\":\"now\",\"message_id\":\"m1\",\"attached_files\":[{\"original_name\":\"p.txt\",\"export_name\":\"File-p.txt\"}]}]}")
        .file(T + "Google Chat/Groups/DM q1w2e3/File-p.txt", "attached")
        .file(
            T + "Profile/Profile.json",
            "{\"name\":{\"givenName\":\"Ana\",\"formattedName\":\"Ana A\"},\"displayName\":\"Ana A\",\"emails\":[{\"value\":\"ana@example.org\"}],\"birthday\":\"1990-01-01\"}")
        .file(
            T + "Access Log Activity/Activities.csv",
            "Gaia ID,Activity Timestamp,IP Address,Proxied Host IP Address,Is Non-routable IP Address,Activity Country,Activity Region,Activity City,User Agent String,Product Name,Sub-Product Name,Activity Type,Gmail Access Channel\n42,2025-03-01 16:00:00 UTC,192.0.2.95,,false,GB,,London,Mozilla/5.0,Gmail,,Default,\n")
        .file(
            T + "Google Play Store/Installs.json",
            "[{\"install\":{\"doc\":{\"documentType\":\"Android Apps\",\"title\":\"Signal\"},\"firstInstallationTime\":\"2021-01-01T00:00:00Z\"}}]")
        .file(T + "Fit/x.json", "{\"a\":1}")
        .file(T + "archive_browser.html", "<html><body>x</body></html>");
  }

  @Test
  void wholeTakeout() {
    try (ReadTrial trial = sample().golden(folder, "archive/takeout")) {
      assertThat(trial.reader()).isEqualTo("google-takeout");
      assertThat(trial.faults).isEmpty();
      // Written as 4293767296 because the value wrapped round: -0.12 degrees.
      assertThat(trial.of(Record.Place.class))
          .anySatisfy(p -> assertThat(p.longitude()).isEqualTo(-0.12));
      assertThat(trial.of(Record.Place.class)).hasSize(10);
      assertThat(trial.of(Record.Activity.class))
          .anySatisfy(a -> {
            assertThat(a.what()).isEqualTo(Record.Activity.What.VIEWED);
            assertThat(a.header().claimed().instant()).isEqualTo("2020-03-05T09:00:00Z");
          })
          .anySatisfy(a -> assertThat(a.text()).isEqualTo("tow rope"));
      assertThat(trial.of(Record.Post.class))
          .extracting(Record.Post::text)
          .containsExactlyInAnyOrder("well tied", "nice one");
      Record.Message message = trial.of(Record.Message.class).getFirst();
      assertThat(message.author()).extracting(AccountRef::key).isEqualTo("42");
      assertThat(message.recipients())
          .extracting(AccountRef::handle)
          .containsExactly("bo@example.org");
      assertThat(message.header().claimed().instant()).isEqualTo("2025-03-01T14:00:00Z");
      assertThat(trial.of(Record.Login.class).getFirst().ip()).isEqualTo("192.0.2.95");
      assertThat(trial.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactly("Takeout/Fit/x.json");
    }
  }

  @Test
  @Tag("heavy") // Thousands of readings.
  void cutAndDamaged() {
    sample().batter(81);
  }
}
