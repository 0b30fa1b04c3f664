package dev.sextant.training;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes what Instagram's "download your information" holds as JSON, in the layout since 2023. */
final class InstagramExport {
  /** Instagram begins a new file after so many messages of a thread; the real number is larger. */
  private static final int MESSAGES_A_FILE = 60;

  private final Cast cast;
  private final Cast.Account owner;
  private final Random random;
  private final Map<String, String> parts = new LinkedHashMap<>();

  InstagramExport(Cast cast, Cast.Account owner, long seed) {
    this.cast = cast;
    this.owner = owner;
    this.random = new Random(seed ^ 0x4947L);
  }

  void write(Path file, Map<Talk, List<Line>> talks) throws IOException {
    personal();
    logins();
    List<Object> followers = new ArrayList<>();
    for (String id : List.of("i08", "i09", "i10", "i11", "i25")) {
      followers.add(listed(cast.account(id)));
    }
    put("connections/followers_and_following/followers_1.json", followers);
    List<Object> following = new ArrayList<>();
    for (String id : List.of("i09", "i10", "i25")) {
      following.add(listed(cast.account(id)));
    }
    put(
        "connections/followers_and_following/following.json",
        ExportJson.object("relationships_following", following));
    talks.forEach(this::thread);
    StoredZip.write(file, parts);
  }

  private void put(String path, Object value) {
    parts.put(path, ExportJson.meta(value));
  }

  private static Object said(String value, long timestamp) {
    return ExportJson.object("href", "", "value", value, "timestamp", timestamp);
  }

  private void personal() {
    Object said =
        ExportJson.object(
            "Email",
            said(owner.email(), 0),
            "Phone Number",
            said(owner.phone(), 0),
            "Phone Confirmed",
            said("True", 0),
            "Email Confirmed",
            said("True", 0),
            "Username",
            said(owner.handle(), 0),
            "Name",
            said(owner.shown(), 0),
            "Bio",
            said("old lamps & slow boats ⚓", 0),
            "Private Account",
            said("True", 0));
    put(
        "personal_information/personal_information/personal_information.json",
        ExportJson.object(
            "profile_user",
            List.of(
                ExportJson.object(
                    "title", "", "media_map_data", ExportJson.object(), "string_map_data", said))));
  }

  private void logins() {
    List<Object> all = new ArrayList<>();
    Instant at = Talk.END;
    for (int i = 0; i < 25; i++) {
      at = at.minusSeconds(86_400L * 4 + random.nextInt(90_000));
      long second = at.getEpochSecond();
      String address = DemoCase.LANTERN_ADDRESSES.get(random.nextInt(3));
      all.add(
          ExportJson.object(
              "title",
              at.toString().replace("Z", "+00:00"),
              "media_map_data",
              ExportJson.object(),
              "string_map_data",
              ExportJson.object(
                  "IP Address",
                  said(address, 0),
                  "Language Code",
                  said("en", 0),
                  "Time",
                  said("", second),
                  "User Agent",
                  said("Instagram 361.0.0.46 Android (33/13; 420dpi; fiction)", 0))));
    }
    put(
        "security_and_login_information/login_and_profile_creation/login_activity.json",
        ExportJson.object("account_history_login_history", all));
  }

  private Object listed(Cast.Account account) {
    return ExportJson.object(
        "title",
        "",
        "media_list_data",
        List.of(),
        "string_list_data",
        List.of(
            ExportJson.object(
                "href",
                "https://www.instagram.com/" + account.handle(),
                "value",
                account.handle(),
                "timestamp",
                Talk.BEGIN.getEpochSecond() - random.nextInt(20_000_000))));
  }

  /** The folder of a thread: Instagram makes it of the other's name and a number. */
  static String folder(Talk talk) {
    String name = talk.title().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
    return name + "_" + (1_000_000_000L + Math.floorMod(talk.key().hashCode(), 1_000_000_000));
  }

  /** The time in milliseconds by which a line is found in the export. */
  static long millis(Line line) {
    return line.at().toEpochMilli() + line.number() % 1000;
  }

  private void thread(Talk talk, List<Line> lines) {
    List<Object> participants = new ArrayList<>();
    for (Talk.Member member : talk.members()) {
      participants.add(ExportJson.object("name", member.account().shown()));
    }
    List<Object> messages = new ArrayList<>();
    for (Line line : lines) {
      messages.add(
          ExportJson.object(
              "sender_name",
              line.author().shown(),
              "timestamp_ms",
              millis(line),
              "content",
              line.text(),
              "is_geoblocked_for_viewer",
              false));
    }
    Collections.reverse(messages);
    int file = 1;
    for (int from = 0; from < messages.size(); from += MESSAGES_A_FILE) {
      int to = Math.min(messages.size(), from + MESSAGES_A_FILE);
      put(
          "your_instagram_activity/messages/inbox/" + folder(talk) + "/message_" + file + ".json",
          ExportJson.object(
              "participants",
              participants,
              "messages",
              messages.subList(from, to),
              "title",
              talk.title(),
              "is_still_participant",
              true,
              "thread_path",
              "inbox/" + folder(talk),
              "magic_words",
              List.of()));
      file++;
    }
  }
}
