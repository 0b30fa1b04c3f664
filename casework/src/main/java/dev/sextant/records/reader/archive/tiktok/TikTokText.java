package dev.sextant.records.reader.archive.tiktok;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.TextLines;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * TikTok's texts: blocks of {@code Name: value} lines with blank lines between, one file a section;
 * chats as lines of time, name and words under a heading.
 */
final class TikTokText {
  private static final Pattern FIELD =
      Pattern.compile("^([A-Za-z][A-Za-z0-9 ()/_-]{0,40}?):\\s?(.*)$");

  private static final Pattern SAID =
      Pattern.compile(
          "^(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(?: UTC)?)\\s+([^:\\s][^:]{0,80}?):\\s?(.*)$");

  private static final Pattern HEADING =
      Pattern.compile("^>+\\s*Chat History with .{1,100}", Pattern.CASE_INSENSITIVE);

  private static final Pattern STAMPED =
      Pattern.compile("(?m)^Date: \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");

  private static final Pattern PROFILE = Pattern.compile("(?mi)^User ?name: \\S+");

  private final Opened archive;
  private final Source.Part part;
  private final TikTokForms forms;
  private final Sink sink;

  /* The block being gathered. */
  private final Map<String, Json> fields = new LinkedHashMap<>();
  private long from = -1;
  private long to;
  private long line;
  private String last = "";
  private JsonItems.@Nullable Form chat;

  TikTokText(Opened archive, Source.Part part, TikTokForms forms) {
    this.archive = archive;
    this.part = part;
    this.forms = forms;
    this.sink = archive.sink();
  }

  /** The list that a file's name stands for, as the JSON calls it; null if it is none. */
  static @Nullable List<String> section(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".txt")) {
      return null;
    }
    String bare = name.substring(0, name.length() - 4).replaceAll("[^a-z]", "");
    return switch (bare) {
      case "loginhistory" -> List.of("LoginHistoryList");
      case "follower", "followers", "followerlist" -> List.of("FansList");
      case "following", "followinglist" -> List.of("Following");
      case "blocklist", "blocked", "blockedlist" -> List.of("BlockList");
      case "likelist", "likes" -> List.of("ItemFavoriteList");
      case "searches", "searchhistory" -> List.of("SearchList");
      case "sharehistory" -> List.of("ShareHistoryList");
      case "comments", "comment" -> List.of("CommentsList");
      case "watchhistory", "videobrowsinghistory", "browsinghistory" ->
          List.of("Watch History", "VideoList");
      case "posts", "videos", "post", "video" -> List.of("Posts", "VideoList");
      case "favoritevideos", "favoritesounds", "favoritehashtags", "favoriteeffects" ->
          List.of("FavoriteVideoList");
      case "status" -> List.of("StatusList");
      case "purchasehistory", "orderhistory" -> List.of("PurchaseHistory");
      case "profileinfo", "profileinformation", "profile" -> List.of("ProfileMap");
      case "directmessages", "directmessage", "chathistory" -> List.of("ChatHistory");
      case "offtiktokactivity" -> List.of("OffTikTokActivityDataList");
      case "hashtag" -> List.of("HashtagList");
      default -> null;
    };
  }

  static int sniff(Source.Part part, String head) {
    String path = part.path().isEmpty() ? part.fileName() : part.path();
    boolean chat = HEADING.matcher(head).lookingAt();
    List<String> section = section(path);
    if (section == null) {
      return chat ? 85 : 0;
    }
    boolean profile = section.contains("ProfileMap") && PROFILE.matcher(head).find();
    boolean stamped = STAMPED.matcher(head).find();
    return chat ? 90 : stamped || profile ? 75 : 0;
  }

  static @Nullable AccountRef owner(Opened archive, Source.Part part) throws IOException {
    List<String> section = section(part.path().isEmpty() ? part.fileName() : part.path());
    if (section == null || !section.contains("ProfileMap")) {
      return null;
    }
    TikTokText text = new TikTokText(archive, part, new TikTokForms(null, archive.scope()));
    try (TextLines lines = new TextLines(part.open(), archive.source().limits().itemBytes())) {
      for (TextLines.Line l = lines.line(); l != null; l = lines.line()) {
        text.gather(l);
      }
    }
    return TikTokForms.ownerOf(new Json.Obj(text.fields, 0, 0));
  }

  void read() throws IOException {
    archive.use(part);
    List<String> section = section(part.path().isEmpty() ? part.fileName() : part.path());
    JsonItems.Form form = section == null ? null : forms.form(section);
    try (TextLines lines = new TextLines(part.open(), archive.source().limits().itemBytes())) {
      for (TextLines.Line l = lines.line(); l != null; l = lines.line()) {
        if (HEADING.matcher(l.text()).lookingAt()) {
          flush(form);
          chat = forms.chat(l.text());
        } else if (l.text().isBlank() && chat == null) {
          flush(form);
        } else if (SAID.matcher(l.text()).matches() && chat != null) {
          flush(form);
          gather(l);
        } else if (!l.text().isBlank()) {
          gather(l);
        }
      }
    }
    flush(form);
  }

  private void gather(TextLines.Line l) {
    if (from < 0) {
      from = l.from();
      line = l.number();
    }
    to = l.to();
    Matcher said = SAID.matcher(l.text());
    Matcher field = FIELD.matcher(l.text());
    if (chat != null && said.matches()) {
      put("Date", said.group(1), l);
      put("From", said.group(2), l);
      put("Content", said.group(3), l);
    } else if (field.matches()) {
      put(field.group(1), field.group(2), l);
    } else if (!last.isEmpty() && fields.get(last) instanceof Json.Text before) {
      put(last, before.text() + "\n" + l.text(), l);
    } else {
      put("text", l.text(), l);
    }
  }

  private void put(String name, String value, TextLines.Line l) {
    fields.put(name, new Json.Text(value, l.from(), l.to()));
    last = name;
  }

  private void flush(JsonItems.@Nullable Form form) throws IOException {
    if (from < 0) {
      return;
    }
    Locator at = part.at(from, Math.max(from, to), Long.toString(line));
    Json value = new Json.Obj(fields, from, to);
    fields.clear();
    from = -1;
    last = "";
    sink.item();
    JsonItems.Form use = chat != null ? chat : form;
    if (use == null) {
      sink.unknown(at, part.fileName());
      return;
    }
    List<? extends Record> records = use.records(value, at);
    if (records.isEmpty()) {
      sink.fault(at, new ReadFault(ReadFault.MISSING, "a block without what its section needs"));
    } else {
      sink.records(records);
    }
  }
}
