package dev.sextant.records.reader.returns.x;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.TextLines;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.records.reader.x.XForms;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * X's answer to legal process: {@code <account>-tweets.txt} and its kin, JSON inside a clear-signed
 * text; or the older {@code <account>-account.txt} and its kin, lines below banners. Layouts from
 * the public modules of RLEAPP.
 */
public final class XReturn implements Reader {
  private static final Pattern JSON =
      Pattern.compile(
          "\\[\\s*(?:\\{\\s*\"(?:tweet|dmConversation|noteTweet|blocking|follower|following|[a-zA-Z]{3,30})\"\\s*:|])");

  private static final Pattern NAMED =
      Pattern.compile(
          "(.{1,80}?)-(?:deleted-)?(?:tweets?|direct-messages|block|mute|follower|following|account"
              + "|account-creation-ip|account-suspension|ageinfo|device-token|ip-audit|like)\\b[^/]*\\.txt");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{8,25}");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "x-return",
        1,
        "X (Twitter) return",
        List.of(
            "clear-signed JSON: posts, deleted posts, direct messages and deleted ones, blocks;"
                + " the signature is kept and reported; media by the post's number",
            "older line files: account, creation and log-in addresses, suspensions, devices,"
                + " followers, followed, blocked, muted, likes, posts, messages"),
        List.of(
            "no real return was available",
            "signatures are not verified: that needs the provider's key",
            "of older line files only the names of fields are published: blocks of other kinds are"
                + " unknown"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    int best = 0;
    for (Source.Part part : source.parts()) {
      if (candidate(part)) {
        best = Math.max(best, sniff(source, part));
      }
    }
    return best;
  }

  private static boolean candidate(Source.Part part) {
    return part.path().isEmpty() || part.fileName().toLowerCase(Locale.ROOT).endsWith(".txt");
  }

  private static String name(Source source, Source.Part part) {
    return part.path().isEmpty() ? source.name() : part.fileName();
  }

  private static int sniff(Source source, Source.Part part) throws IOException {
    String head = new String(part.head(), StandardCharsets.UTF_8);
    boolean named = NAMED.matcher(name(source, part)).matches();
    if (head.contains(ClearSigned.BEGIN)) {
      Matcher m = JSON.matcher(head);
      boolean x =
          m.find()
              && (named
                  || head.contains("\"tweet\"")
                  || head.contains("\"dmConversation\"")
                  || head.contains("\"blocking\""));
      return x ? 94 : 0;
    }
    if (named && JSON.matcher(head).lookingAt()) {
      return 82;
    }
    return named && Banners.looks(head) ? 86 : 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    List<Source.Part> files = new ArrayList<>();
    for (Source.Part part : source.parts()) {
      if (candidate(part) && sniff(source, part) > 0) {
        files.add(part);
        shelf.use(part);
      }
    }
    Map<String, List<String>> media = media(source);
    AccountRef first = accountOf(source, files);
    if (first == null) {
      sink.note(new ReadNote("SX-NOTE-OWNER", "no part says which account this return is about"));
    }
    for (Source.Part part : files) {
      Matcher m = NAMED.matcher(name(source, part));
      String prefix = m.matches() ? m.group(1) : "";
      AccountRef owner = owner(first, prefix);
      ClearSigned signed = ClearSigned.of(part);
      String head = new String(part.head(), StandardCharsets.UTF_8);
      if (signed != null) {
        signature(signed, sink);
        json(source, signed, owner, shelf, media, sink);
      } else if (JSON.matcher(head).lookingAt()) {
        json(source, part, owner, shelf, media, sink);
      } else {
        banners(source, part, owner, sink);
      }
    }
    shelf.announceRest(sink);
  }

  /* A return may be about several accounts, each with its number or handle before its files. */
  private static @Nullable AccountRef owner(@Nullable AccountRef first, String prefix) {
    AccountRef named = prefixed(prefix);
    boolean same =
        named == null
            || (first != null
                && (first.key().equals(named.key()) || prefix.equalsIgnoreCase(first.handle())));
    return same ? first : named;
  }

  private static @Nullable AccountRef prefixed(String prefix) {
    String name = prefix.substring(prefix.lastIndexOf('/') + 1).strip();
    if (name.matches("[0-9]{2,25}")) {
      return XForms.account(name, null, null);
    }
    String handle = name.startsWith("@") ? name.substring(1) : name;
    return handle.matches("[A-Za-z0-9_]{1,20}") ? XForms.account(null, handle, null) : null;
  }

  private static @Nullable AccountRef accountOf(Source source, List<Source.Part> files)
      throws IOException {
    AccountRef byName = null;
    for (Source.Part part : files) {
      Matcher m = NAMED.matcher(name(source, part));
      byName = byName == null && m.matches() ? prefixed(m.group(1)) : byName;
      if (name(source, part).endsWith("-account.txt") && ClearSigned.of(part) == null) {
        try (TextLines lines = new TextLines(part.open(), source.limits().itemBytes())) {
          Banners.Block block = new Banners(lines).next();
          AccountRef named = block == null ? null : BannerForms.named(block.fields());
          if (named != null) {
            return named;
          }
        } catch (EOFException | ZipException e) {
          continue; // The reading proper meets and tells it.
        }
      }
    }
    return byName;
  }

  private static Map<String, List<String>> media(Source source) {
    Map<String, List<String>> media = new HashMap<>();
    for (Source.Part part : source.parts()) {
      String folder = Shelf.folderOf(part);
      if (folder.endsWith("_media/") || folder.endsWith("-media/")) {
        Matcher m = NUMBER.matcher(part.fileName());
        while (m.find()) {
          media.computeIfAbsent(m.group(), k -> new ArrayList<>()).add(part.path());
        }
      }
    }
    return media;
  }

  private static void signature(ClearSigned signed, Sink sink) {
    String name = signed.path().isEmpty() ? "the file" : signed.path();
    if (!signed.whole()) {
      sink.note(
          new ReadNote(
              "SX-NOTE-SIGNATURE", name + " begins as a signed text and ends without a signature"));
      return;
    }
    sink.ignored(
        signed.part().at(signed.to(), signed.end(), ""), "signature, kept and not verified");
    sink.note(
        new ReadNote(
            "SX-NOTE-SIGNATURE",
            name
                + " is clear-signed"
                + (signed.hash().isEmpty() ? "" : " (" + signed.hash() + ")")
                + "; the signature at bytes "
                + signed.to()
                + " to "
                + signed.end()
                + " was not verified: that needs the provider's key"));
  }

  private static void json(
      Source source,
      Source.Part part,
      @Nullable AccountRef owner,
      Shelf shelf,
      Map<String, List<String>> media,
      Sink sink)
      throws IOException {
    XForms forms = new XForms(owner, shelf, Shelf.folderOf(part));
    JsonItems items = new JsonItems(source, part, sink);
    boolean deleted = name(source, part).contains("-deleted-");
    String section = deleted ? "deleted" : "";
    Linked linked = new Linked(shelf, media, section);
    items.run(in -> {
      if (in.kind() == JsonStream.Kind.ARRAY) {
        in.array(index -> element(in, items, forms, linked));
      } else {
        items.unknown(in, "not a list");
      }
    });
  }

  private static void element(JsonStream in, JsonItems items, XForms forms, Linked linked)
      throws IOException {
    if (in.kind() != JsonStream.Kind.OBJECT) {
      items.unknown(in, "element of a list");
      return;
    }
    in.object(name -> {
      switch (name) {
        case "tweet" ->
            items.item(
                in,
                (value, at) ->
                    linked.with(
                        forms.tweet(
                            value, at, linked.section().isEmpty() ? "tweets" : "deleted_tweets")));
        case "noteTweet" -> items.item(in, forms::note);
        case "dmConversation" -> conversation(in, items, forms, linked);
        case "follower", "following", "blocking" ->
            items.item(in, (value, at) -> forms.listed(value, at, name));
        case "block" -> items.item(in, (value, at) -> forms.listed(value, at, "blocking"));
        case "account" -> items.item(in, forms::accountFile);
        case "profile" -> items.item(in, forms::profile);
        case "ipAudit" -> items.item(in, (value, at) -> forms.login(value, at, "login"));
        case "accountCreationIp" ->
            items.item(in, (value, at) -> forms.login(value, at, "account creation"));
        case "deviceToken" -> items.item(in, (value, at) -> forms.login(value, at, "device token"));
        default -> items.unknown(in, name);
      }
    });
  }

  private static void conversation(JsonStream in, JsonItems items, XForms forms, Linked linked)
      throws IOException {
    if (in.kind() != JsonStream.Kind.OBJECT) {
      items.unknown(in, "dmConversation");
      return;
    }
    String[] id = {"at" + in.pointer()};
    in.object(name -> {
      if (name.equals("conversationId") && in.kind() == JsonStream.Kind.SCALAR) {
        id[0] = in.tree().raw();
      } else if (name.equals("messages") && in.kind() == JsonStream.Kind.ARRAY) {
        ConversationRef where = XForms.conversation(id[0]);
        in.array(index ->
            items.known(
                in,
                XForms::unknownDirect,
                (value, at) -> linked.with(forms.direct(value, at, where))));
      } else {
        items.unknown(in, "dmConversation field " + name);
      }
    });
  }

  private static void banners(
      Source source, Source.Part part, @Nullable AccountRef owner, Sink sink) throws IOException {
    String file = name(source, part).toLowerCase(Locale.ROOT);
    BannerForms forms = new BannerForms(owner, file);
    long reached = 0;
    try (TextLines lines = new TextLines(part.open(), source.limits().itemBytes())) {
      Banners blocks = new Banners(lines);
      for (Banners.Block b = blocks.next(); b != null; b = blocks.next()) {
        Locator at = part.at(b.from(), Math.min(b.to(), part.size()), "");
        reached = at.to();
        sink.item();
        List<Record> records = forms.records(b, at);
        if (records.isEmpty()) {
          sink.unknown(at, "block of " + String.join(", ", b.fields().keySet()));
        } else {
          sink.records(records);
        }
      }
      if (lines.badLines() > 0) {
        sink.note(
            new ReadNote(
                "SX-NOTE-CHARSET", lines.badLines() + " lines of " + file + " are not UTF-8"));
      }
    } catch (EOFException | ZipException e) {
      sink.item();
      sink.fault(
          part.at(reached, part.size(), ""),
          new ReadFault(ReadFault.TRUNCATED, "the packed entry cannot be read to its end"));
    }
  }

  /** Adds the files whose name has the number of a post or message in it. */
  private record Linked(Shelf shelf, Map<String, List<String>> media, String section) {
    List<Record> with(List<Record> records) throws IOException {
      List<Record> all = new ArrayList<>();
      for (Record record : records) {
        all.add(
            switch (record) {
              case Record.Post p ->
                  new Record.Post(
                      p.header(),
                      p.author(),
                      p.postId(),
                      p.text(),
                      p.replyToPost(),
                      p.replyTo(),
                      p.mentions(),
                      p.repostOf(),
                      joined(p.media(), p.postId()));
              case Record.Message m ->
                  new Record.Message(
                      m.header(),
                      m.conversation(),
                      m.author(),
                      m.recipients(),
                      m.messageId(),
                      m.text(),
                      m.replyTo(),
                      m.forwardedFrom(),
                      m.action(),
                      m.mentions(),
                      joined(m.media(), m.messageId()));
              default -> record;
            });
      }
      return all;
    }

    private List<Media> joined(List<Media> have, @Nullable String id) throws IOException {
      List<Media> all = new ArrayList<>(have);
      Set<String> parts = new HashSet<>();
      for (Media one : have) {
        String part = one.part();
        if (part != null) {
          parts.add(part);
        }
      }
      for (String path : id == null ? List.<String>of() : media.getOrDefault(id, List.of())) {
        if (parts.add(path)) {
          all.add(shelf.media("", path, null));
        }
      }
      return all;
    }
  }
}
