package dev.sextant.records.reader.archive.takeout;

import dev.sextant.records.reader.Source;
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
    return head.contains("youtube.com/watch?v=") && head.contains("<li>") && head.contains("lc=")
        ? COMMENT_PAGE
        : OTHER;
  }

  private static Kind table(String head, Source.Part part) {
    int end = head.indexOf('\n');
    String first = (end < 0 ? head : head.substring(0, end)).toLowerCase(Locale.ROOT);
    if (first.startsWith("gaia id,")) {
      return first.contains("ip address") ? ACCESS : DEVICES;
    }
    if (first.startsWith("channel id,channel url,channel title")) {
      return SUBSCRIPTIONS;
    }
    if (first.startsWith("comment id,channel id,") || first.startsWith("live chat id,")) {
      return COMMENTS;
    }
    if (first.startsWith("channel id,channel title")) {
      return CHANNEL;
    }
    if (first.startsWith("video id,")) {
      return VIDEOS;
    }
    boolean translated =
        part.fileName().equalsIgnoreCase("subscriptions.csv")
            && head.contains("youtube.com/channel/");
    return translated ? SUBSCRIPTIONS : OTHER;
  }
}
