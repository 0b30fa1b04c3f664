package dev.sextant.records.reader.archive.tiktok;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.Tour;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * TikTok's "download your data": {@code user_data_tiktok.json} of all years, whose section names
 * drift, and the texts of the other choice of format.
 */
public final class TikTokData extends ArchiveReader {
  private static final Pattern KNOWN =
      Pattern.compile(
          "\"(VideoList|ItemFavoriteList|FavoriteVideoList|FavoriteEffectsList|FavoriteSoundList"
              + "|FavoriteHashtagList|ProfileMap|FansList|LoginHistoryList|SearchList|ChatHistory"
              + "|CommentsList|ShareHistoryList|Video Browsing History|Watch History|Tiktok Live"
              + "|TikTok Live|Tiktok Shopping|TikTok Shop|Income Plus Wallet Transactions)\"\\s*:");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "tiktok-data",
        2,
        "TikTok, download your data (JSON and TXT)",
        List.of(
            "profile, posts, comments, direct messages and groups, log-ins, followers and followed,"
                + " blocked, likes, favourites, searches, shares, watched videos, purchases and gifts,"
                + " devices, off-platform activity; whatever their top keys are called"),
        List.of(
            "messages name people by handle, which may have changed",
            "times are UTC as TikTok's help says, the file itself does not",
            "settings are listed as unknown"));
  }

  @Override
  protected boolean candidate(String path) {
    return path.endsWith(".json") || TikTokText.section(path) != null;
  }

  @Override
  protected int sniff(Source.Part part, String head) {
    String start = head.stripLeading();
    if (!start.startsWith("{")) {
      return TikTokText.sniff(part, head);
    }
    Matcher m = KNOWN.matcher(head);
    int found = 0;
    String first = "";
    while (m.find() && found < 2) {
      found += m.group(1).equals(first) ? 0 : 1;
      first = m.group(1);
    }
    boolean named = part.fileName().toLowerCase(Locale.ROOT).startsWith("user_data");
    return found >= 2 ? 93 : found == 1 ? (named ? 90 : 70) : 0;
  }

  @Override
  protected void read(Opened archive) throws IOException {
    AccountRef owner = owner(archive);
    if (owner == null) {
      archive.note(
          "SX-NOTE-OWNER", "no profile says whose data this is: its doings have no account");
    }
    for (Source.Part part : archive.parts()) {
      if (part.size() > 0 && sniff(part, head(part)) > 0) {
        TikTokForms forms = new TikTokForms(owner, archive.scope());
        if (head(part).stripLeading().startsWith("{")) {
          Tour.run(archive.json(part), (path, kind) -> step(forms, path, kind));
        } else {
          new TikTokText(archive, part, forms).read();
        }
      }
    }
  }

  private static Tour.@Nullable Step step(
      TikTokForms forms, List<String> path, JsonStream.Kind kind) {
    String last = path.isEmpty() ? "" : path.getLast();
    boolean chat = last.equals("ChatHistory") || last.matches("(?i)group ?chat(history)?");
    if (chat && kind == JsonStream.Kind.OBJECT && !nested(path)) {
      return new Tour.Step.Named(forms::chat);
    }
    JsonItems.Form form = forms.form(path);
    if (form == null || kind == JsonStream.Kind.SCALAR) {
      return null;
    }
    boolean one = last.equals("ProfileMap") || last.equals("LocationData");
    if (kind == JsonStream.Kind.OBJECT && !one) {
      return null; // The list itself lies deeper under the same name.
    }
    return one ? new Tour.Step.One(form) : new Tour.Step.Each(form);
  }

  /* "Group Chat" holds "GroupChat", which holds the lists. */
  private static boolean nested(List<String> path) {
    return path.getLast().contains(" ");
  }

  private static @Nullable AccountRef owner(Opened archive) throws IOException {
    for (Source.Part part : archive.parts()) {
      boolean json = head(part).stripLeading().startsWith("{");
      AccountRef found =
          json && part.fileName().endsWith(".json") || json && part.path().isEmpty()
              ? inJson(archive, part)
              : TikTokText.owner(archive, part);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable AccountRef inJson(Opened archive, Source.Part part) throws IOException {
    AccountRef[] found = {null};
    try (JsonStream in = JsonStream.of(part, archive.source().limits())) {
      search(in, found, 0);
    } catch (JsonBroken e) {
      return found[0]; // The reading proper meets and reports it.
    }
    return found[0];
  }

  private static void search(JsonStream in, @Nullable AccountRef[] found, int depth)
      throws IOException {
    if (in.kind() != JsonStream.Kind.OBJECT || depth > 4) {
      in.skip();
      return;
    }
    in.object(name -> {
      if (name.equals("ProfileMap") && found[0] == null) {
        found[0] = TikTokForms.ownerOf(in.tree());
      } else {
        search(in, found, depth + 1);
      }
    });
  }
}
