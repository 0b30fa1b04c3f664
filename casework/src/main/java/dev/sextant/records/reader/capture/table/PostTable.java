package dev.sextant.records.reader.capture.table;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.capture.web.Hosts;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tool's table of posts, one a row. */
final class PostTable extends TableExport {
  private final List<PostColumns> forms;

  /**
   * @param forms the kinds of table that the tool writes
   */
  PostTable(ReaderCard card, List<PostColumns> forms) {
    super(card);
    this.forms = List.copyOf(forms);
  }

  @Override
  int knows(Columns columns) {
    return forms.stream().mapToInt(f -> f.knows().applyAsInt(columns)).max().orElse(0);
  }

  private PostColumns form(Columns columns) {
    PostColumns best = forms.getFirst();
    for (PostColumns form : forms) {
      if (form.knows().applyAsInt(columns) > best.knows().applyAsInt(columns)) {
        best = form;
      }
    }
    return best;
  }

  private static @Nullable String first(NamedRow row, List<String> names) {
    return row.text(names.toArray(String[]::new));
  }

  @Override
  List<Record> records(NamedRow row, Locator at, Source source) {
    PostColumns form = form(row.columns());
    String url = first(row, form.url());
    Platform platform = platform(form, row.columns(), url);
    String authorId = first(row, form.authorId());
    AccountRef author =
        Forms.account(
            platform, authorId, first(row, form.handle()), first(row, form.name()), "table");
    String id = first(row, form.id());
    String text = text(row, form);
    ClaimedTime time = time(row, form, source);
    String reply = first(row, form.replyTo());
    String repost = first(row, form.repostOf());
    List<AccountRef> mentions = new ArrayList<>();
    for (String column : form.mentions()) {
      mentions.addAll(Forms.mentions(platform, Forms.list(row.text(column))));
    }
    List<Media> media = media(row, form);
    boolean empty = author == null && id == null && text.isBlank() && media.isEmpty();
    if (empty && url == null) {
      return List.of();
    }
    Map<String, String> extra = new TreeMap<>();
    if (url != null) {
      extra.put("url", url);
    }
    if (authorId != null && Forms.mangled(authorId)) {
      extra.put("mangled", "a spreadsheet rounded the author's number " + authorId);
    }
    if (id != null && Forms.mangled(id)) {
      extra.put("mangled id", id);
      id = null;
    }
    if (empty) {
      // A link that the tool was given and got nothing for: the row is kept, no post made of it.
      extra.putAll(row.rest());
      Header asked = new Header(platform, at, time, extra);
      return List.of(new Record.Activity(asked, null, What.OTHER, "link", url, null));
    }
    Record place = place(row, author, platform, at, time);
    extra.putAll(row.rest());
    Header header = new Header(platform, at, time, extra);
    List<Record> records = new ArrayList<>();
    records.add(record(header, row, author, id, text, reply, mentions, repost, media));
    if (place != null) {
      records.add(place);
    }
    return records;
  }

  /* What is said in a chat is a message, whoever made the table. */
  private static Record record(
      Header header,
      NamedRow row,
      @Nullable AccountRef author,
      @Nullable String id,
      String text,
      @Nullable String reply,
      List<AccountRef> mentions,
      @Nullable String repost,
      List<Media> media) {
    String chat = row.look("chat", "chat_id", "thread_id");
    if (header.platform().equals(Platform.TELEGRAM) && !chat.isEmpty()) {
      var conversation =
          new ConversationRef(
              Platform.TELEGRAM, ConversationRef.Kind.UNKNOWN, "table/" + chat, chat);
      return new Record.Message(
          header, conversation, author, List.of(), id, text, reply, repost, null, mentions, media);
    }
    return new Record.Post(
        header, author, id, text, reply, null, distinct(mentions), repost, media);
  }

  private static List<AccountRef> distinct(List<AccountRef> all) {
    return all.stream().distinct().toList();
  }

  private static Platform platform(PostColumns form, Columns columns, @Nullable String url) {
    Platform fixed = form.platform();
    if (fixed != null) {
      return fixed;
    }
    Platform hosted = url == null ? Hosts.WEB : Hosts.platform(url);
    if (!hosted.equals(Hosts.WEB)) {
      return hosted;
    }
    if (columns.hasAny("tiktok_url", "music_id", "challenges")) {
      return new Platform("tiktok");
    }
    if (columns.hasAll("chat") || columns.hasAny("author_is_bot", "author_forwarded_from_name")) {
      return Platform.TELEGRAM;
    }
    return columns.has("subreddit")
        ? new Platform("reddit")
        : columns.hasAny("is_retweet", "retweet_count") ? Platform.X : hosted;
  }

  private static String text(NamedRow row, PostColumns form) {
    List<String> said = new ArrayList<>();
    for (String column : form.text()) {
      String words = row.text(column);
      if (words != null && !said.contains(words)) {
        said.add(words);
      }
    }
    return String.join("\n\n", said);
  }

  /* Tables of American tools name the zone by letters. */
  private static ClaimedTime time(NamedRow row, PostColumns form, Source source) {
    String text = first(row, form.time());
    if (text == null) {
      return ClaimedTime.none();
    }
    String offset =
        switch (text.substring(Math.max(0, text.length() - 4)).strip()) {
          case "EST", "CDT" -> "-05:00";
          case "EDT" -> "-04:00";
          case "CST", "MDT" -> "-06:00";
          case "MST", "PDT" -> "-07:00";
          case "PST" -> "-08:00";
          default -> "";
        };
    if (offset.isEmpty()) {
      return Forms.time(text, form.utc(), source.zone());
    }
    String bare = text.substring(0, text.length() - 3).strip();
    ClaimedTime stated = Forms.time(bare + offset, false, source.zone());
    return new ClaimedTime(
        stated.instant(), text, stated.basis(), stated.zone(), stated.precision());
  }

  private static List<Media> media(NamedRow row, PostColumns form) {
    List<String> all = new ArrayList<>();
    for (String column : form.media()) {
      String said = row.text(column);
      if (said != null) {
        all.addAll(said.contains(",http") ? Forms.list(said) : List.of(said));
      }
    }
    return Forms.named(all, null);
  }

  private static @Nullable Record place(
      NamedRow row, @Nullable AccountRef author, Platform platform, Locator at, ClaimedTime time) {
    String both = row.look("location_latlong", "latlong", "coordinates");
    String[] two = both.split(",");
    if (two.length != 2) {
      return null;
    }
    try {
      double latitude = Double.parseDouble(two[0].strip());
      double longitude = Double.parseDouble(two[1].strip());
      String name = row.look("location_name");
      boolean valid = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
      return valid && (latitude != 0 || longitude != 0)
          ? new Record.Place(
              new Header(platform, at, time, Map.of()),
              author,
              latitude,
              longitude,
              Double.NaN,
              name.isEmpty() ? null : name)
          : null;
    } catch (NumberFormatException e) {
      return null; // Not a pair of numbers: it stays in the extra fields.
    }
  }
}
