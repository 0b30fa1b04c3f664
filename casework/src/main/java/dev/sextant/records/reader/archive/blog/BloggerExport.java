package dev.sextant.records.reader.archive.blog;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.PlainText;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.graph.XmlCursor;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Blogger's export: an Atom feed of posts, pages and comments; that of the blog's own "back up" of
 * all years, and {@code feed.atom} of Google Takeout since 2024.
 */
public final class BloggerExport extends BlogReader {
  private static final Platform BLOGGER = new Platform("blogger");

  /** Said of the blog as a whole. */
  private static final Set<String> OF_THE_BLOG =
      Set.of(
          "id",
          "updated",
          "published",
          "title",
          "subtitle",
          "link",
          "generator",
          "rights",
          "category",
          "openSearch:totalResults",
          "openSearch:startIndex",
          "openSearch:itemsPerPage");

  private static final Pattern PROFILE = Pattern.compile("blogger\\.com/profile/([0-9]{5,25})");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "blogger-atom",
        2,
        "Blogger export (Atom)",
        List.of(
            "posts, pages, drafts and comments with their authors, both generations (categories of"
                + " kind, blogger:type), places, answers"),
        List.of(
            "settings and templates are listed as unknown",
            "comments carry no e-mail or internet address: Blogger leaves them out"));
  }

  @Override
  protected int sniff(Source.Part part, String head) {
    if (!head.contains("<feed")) {
      return 0;
    }
    boolean old =
        head.contains("tag:blogger.com,1999:")
            || head.contains("schemas.google.com/blogger/2008/kind");
    boolean takeout =
        head.contains("schemas.google.com/blogger/2018") || head.contains("<blogger:");
    return old || takeout ? 94 : 0;
  }

  @Override
  void walk(XmlCursor at, Teller teller) throws IOException, XmlCursor.Broken {
    for (XmlCursor.Next next = at.next(); next != XmlCursor.Next.FINISH; next = at.next()) {
      if (next == XmlCursor.Next.START && !at.name().equals("feed")) {
        XmlNode node = teller.node(at);
        if (node.name().equals("entry")) {
          entry(node, teller);
        } else if (node.name().equals("author")) {
          teller.item(node, blogAuthor(node, teller));
        } else if (!OF_THE_BLOG.contains(node.name())) {
          teller.unknown(node);
        }
      }
    }
  }

  private static void entry(XmlNode node, Teller teller) {
    String kind = kind(node);
    if (kind.equals("post") || kind.equals("page") || kind.equals("comment")) {
      teller.item(node, List.of(post(node, kind, teller)));
    } else {
      teller.unknown(node);
    }
  }

  private static String kind(XmlNode node) {
    String type = node.said("blogger:type");
    if (type != null) {
      return type.toLowerCase(Locale.ROOT);
    }
    for (XmlNode category : node.all("category")) {
      String term = category.attribute("term");
      int mark = term.indexOf("kind#");
      if (mark >= 0) {
        return term.substring(mark + 5);
      }
    }
    return "";
  }

  private static @Nullable AccountRef author(@Nullable XmlNode author, String scope) {
    if (author == null) {
      return null;
    }
    String name = author.said("name");
    String uri = author.said("uri");
    Matcher m = PROFILE.matcher(uri == null ? "" : uri);
    if (m.find()) {
      return AccountRef.ofId(BLOGGER, m.group(1), null, name);
    }
    return name == null ? null : Accounts.shown(BLOGGER, scope, name);
  }

  private static List<Record> blogAuthor(XmlNode node, Teller teller) {
    AccountRef account = author(node, teller.archive().scope());
    if (account == null) {
      return List.of();
    }
    String email = node.said("email");
    Stating said = new Stating().url("uri", node.said("uri")).also("name", account.displayName());
    if (email != null && !email.startsWith("noreply@")) {
      said.email("email", email, false);
    }
    Header header = new Header(BLOGGER, teller.at(node), ClaimedTime.none(), node.rest());
    return List.of(new Record.Profile(header, account, said.selectors(), said.attributes()));
  }

  private static Record post(XmlNode node, String kind, Teller teller) {
    Map<String, String> extra = new TreeMap<>();
    extra.put("type", kind);
    String title = node.said("title");
    XmlNode content = node.first("content");
    String text = content == null ? "" : PlainText.kept(content.text(), "content", extra);
    XmlNode who = node.first("author");
    AccountRef author = author(who, teller.archive().scope() + "/" + teller.part().path());
    String email = who == null ? null : who.said("email");
    if (email != null && !email.startsWith("noreply@")) {
      extra.put("email", email);
    }
    String published = node.said("published");
    String made = node.said("blogger:created");
    ClaimedTime time = ClaimedTimes.ofIso(published == null ? made : published);
    if (published != null && made != null) {
      extra.put("blogger:created", made);
    }
    XmlNode control = node.first("app:control");
    if (control != null && "yes".equals(control.said("app:draft"))) {
      extra.put("draft", "yes");
    }
    List<String> labels = new ArrayList<>();
    for (XmlNode category : node.all("category")) {
      if (!category.attribute("term").contains("kind#")) {
        labels.add(category.attribute("term"));
      }
    }
    if (!labels.isEmpty()) {
      extra.put("labels", String.join(", ", labels));
    }
    String reply = reply(node);
    String id = node.said("id");
    List<Media> media = new ArrayList<>();
    for (XmlNode link : node.all("link")) {
      String rel = link.apart().attribute("rel"); // The others lead to the same entry again.
      if (rel.equals("enclosure")) {
        media.add(new Media(link.attribute("href"), link.attribute("type"), null, null));
      } else if (rel.equals("alternate")) {
        extra.put("link", link.attribute("href"));
      }
    }
    node.rest().forEach(extra::putIfAbsent);
    String heading = kind.equals("comment") || title == null ? "" : title;
    if (title != null) {
      extra.put("title", title);
    }
    return new Record.Post(
        new Header(BLOGGER, teller.at(node), time, extra),
        author,
        id,
        PlainText.joined("\n", List.of(heading, text)),
        reply,
        null,
        List.of(),
        null,
        media);
  }

  private static @Nullable String reply(XmlNode node) {
    XmlNode old = node.first("thr:in-reply-to");
    if (old != null) {
      return old.attribute("ref");
    }
    String to = node.said("blogger:inReplyTo");
    String parent = node.said("blogger:parent");
    return to == null ? parent : to;
  }
}
