package dev.sextant.records.reader.archive.takeout;

import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.CsvTable;
import dev.sextant.records.reader.json.JsonHead;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file of a Takeout is, by its content. */
enum Kind {
  LOCATIONS(93),
  TIMELINE(93),
  DEVICE_TIMELINE(92),
  ANDROID_TIMELINE(93),
  ACTIVITY_JSON(91),
  ACTIVITY_PAGE(92),
  COMMENT_PAGE(80),
  CHAT_MESSAGES(91),
  CHAT_GROUP(80),
  CHAT_USER(88),
  HANGOUTS(92),
  VOICE(92),
  PROFILE(80),
  ACCESS(92),
  DEVICES(80),
  SUBSCRIPTIONS(90),
  COMMENTS(91),
  CHANNEL(85),
  VIDEOS(75),
  PLACES(85),
  PHOTO(85),
  BROWSER(90),
  SHOP(85),
  OTHER(0);

  /* Others number videos too: what Takeout's tables say of them besides. */
  private static final Pattern OF_VIDEOS =
      Pattern.compile(
          "(?i)\uFEFF?\"?video id\\b|[^\\n]{0,2000}(?:playlist|time added|approx duration|video title)");

  /* "Channel Title", or "Channel Title (Original)". */
  private static final Pattern TITLED = Pattern.compile("(?i)[^\\n]{0,2000}channel title");

  private static final Pattern E7 = Pattern.compile("\"latitudeE7\"\\s*:");

  private static final Pattern ON_DEVICE =
      Pattern.compile(
          "\"(?:placeLocation|timelinePath|start|end)\"\\s*:.{0,400}?\"geo:", Pattern.DOTALL);

  private static final Pattern SHOP_KEY =
      Pattern.compile(
          "^\\s*\\[\\s*\\{\\s*\"(?:install|purchaseHistory|orderHistory|libraryDoc|subscription"
              + "|reviewData|device)\"\\s*:\\s*\\{");

  private final int certainty;

  Kind(int certainty) {
    this.certainty = certainty;
  }

  /** How sure this is, from 0 to 100. */
  int certainty() {
    return certainty;
  }

  /** The kind of a file that begins so. */
  static Kind of(Source.Part part, String head) {
    String start = head.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      return json(part, head);
    }
    return start.startsWith("<") ? page(head) : table(head, part);
  }

  private static Kind json(Source.Part part, String head) {
    JsonHead seen = JsonHead.of(head);
    if (seen.object()
        && seen.has("locations")
        && (E7.matcher(head).find() || head.contains("\"timestamp"))) {
      return LOCATIONS;
    }
    if (head.contains("\"timelineObjects\"")) {
      return TIMELINE;
    }
    if (head.contains("\"semanticSegments\"")
        || (head.contains("\"rawSignals\"") && head.contains("\"position\""))
        || head.contains("\"userLocationProfile\"")) {
      return ANDROID_TIMELINE;
    }
    if (head.contains("\"startTime\"") && ON_DEVICE.matcher(head).find()) {
      return DEVICE_TIMELINE;
    }
    if (seen.array()
        && seen.has("header")
        && seen.hasAny("title", "time")
        && seen.hasAny("products", "activityControls")) {
      return ACTIVITY_JSON;
    }
    if (SHOP_KEY.matcher(head).find()) {
      return SHOP;
    }
    if (seen.object()
        && seen.hasAny("conversations", "conversation_state")
        && (head.contains("\"gaia_id\"") || head.contains("\"participant_data\""))) {
      return HANGOUTS;
    }
    return people(part, head);
  }

  private static Kind people(Source.Part part, String head) {
    if (head.contains("\"creator\"")
        && (head.contains("\"created_date\"") || head.contains("\"user_type\""))) {
      return CHAT_MESSAGES;
    }
    if (head.contains("\"membership_info\"")) {
      return CHAT_USER;
    }
    if (head.contains("\"members\"") && head.contains("\"user_type\"")) {
      return CHAT_GROUP;
    }
    if (head.contains("\"displayName\"")
        && head.contains("\"emails\"")
        && (head.contains("\"givenName\"") || head.contains("\"formattedName\""))) {
      return PROFILE;
    }
    if (head.contains("\"Browser History\"")) {
      return BROWSER;
    }
    if (head.contains("\"photoTakenTime\"") && head.contains("\"geoData\"")) {
      return PHOTO;
    }
    boolean map = head.contains("google_maps_url") || head.contains("Google Maps URL");
    return head.contains("\"FeatureCollection\"")
            && (map || part.path().toLowerCase(Locale.ROOT).contains("maps"))
        ? PLACES
        : OTHER;
  }

  private static Kind page(String head) {
    if (head.contains("outer-cell") && head.contains("mdl-")) {
      return ACTIVITY_PAGE;
    }
    if (head.contains("hChatLog")
        || head.contains("haudio") && head.contains("contributor vcard")) {
      return VOICE;
    }
    return head.contains("youtube.com/watch?v=") && head.contains("<li>") && head.contains("lc=")
        ? COMMENT_PAGE
        : OTHER;
  }

  private static Kind table(String head, Source.Part part) {
    if (CsvTable.names(head, "gaia id")) {
      return CsvTable.names(head, "ip address") ? ACCESS : DEVICES;
    }
    if (CsvTable.names(head, "channel id", "channel url", "channel title")) {
      return SUBSCRIPTIONS;
    }
    if (CsvTable.names(head, "comment id", "channel id") || CsvTable.names(head, "live chat id")) {
      return COMMENTS;
    }
    boolean video = CsvTable.names(head, "video id");
    if (!video && CsvTable.names(head, "channel id") && TITLED.matcher(head).lookingAt()) {
      return CHANNEL;
    }
    if (video && OF_VIDEOS.matcher(head).lookingAt()) {
      return VIDEOS;
    }
    boolean translated =
        part.fileName().equalsIgnoreCase("subscriptions.csv")
            && head.contains("youtube.com/channel/");
    return translated ? SUBSCRIPTIONS : OTHER;
  }
}
