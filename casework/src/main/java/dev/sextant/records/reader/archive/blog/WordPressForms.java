package dev.sextant.records.reader.archive.blog;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.PlainText;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the elements of a WordPress export into records. */
final class WordPressForms {
  static final Platform WORDPRESS = new Platform("wordpress");

  private final BlogReader.Teller teller;
  private final Map<String, AccountRef> byNumber = new HashMap<>();
  private final Map<String, AccountRef> byLogin = new HashMap<>();
  private String site;

  WordPressForms(BlogReader.Teller teller) {
    this.teller = teller;
    this.site = teller.archive().scope();
  }

  /** One element of the channel. */
  void element(XmlNode node) {
    switch (node.name()) {
      case "link", "wp:base_site_url", "wp:base_blog_url" -> site(node.text());
      case "title", "description", "pubDate", "language", "wp:wxr_version", "generator" -> {
        // Said of the blog as a whole; the address is what names it.
      }
      case "wp:author" -> teller.item(node, author(node));
      case "item" -> item(node);
      default -> teller.unknown(node);
    }
  }

  /* Log-in names mean something on their own site only. */
  private void site(String address) {
    String bare = address.strip().replaceFirst("^https?://", "").replaceFirst("[/?#].*$", "");
    if (!bare.isEmpty()) {
      site = bare.toLowerCase(Locale.ROOT);
    }
  }

  private AccountRef login(String login, @Nullable String name) {
    AccountRef known = byLogin.get(login);
    return known != null
        ? known
        : new AccountRef(
            WORDPRESS, KeyBasis.HANDLE, site + "/" + login.toLowerCase(Locale.ROOT), login, name);
  }

  private List<Record> author(XmlNode node) {
    String login = node.said("wp:author_login");
    if (login == null) {
      return List.of();
    }
    String name = node.said("wp:author_display_name");
    AccountRef account = login(login, name);
    byLogin.put(login, account);
    String number = node.said("wp:author_id");
    if (number != null) {
      byNumber.put(number, account);
    }
    Stating said =
        new Stating()
            .email("email", node.said("wp:author_email"), false)
            .also("login", login)
            .also("name", name)
            .also("first name", node.said("wp:author_first_name"))
            .also("last name", node.said("wp:author_last_name"))
            .also("number", number);
    Header header = new Header(WORDPRESS, teller.at(node), ClaimedTime.none(), node.rest());
    return List.of(new Record.Profile(header, account, said.selectors(), said.attributes()));
  }

  private void item(XmlNode node) {
    List<XmlNode> comments = node.all("wp:comment");
    comments.forEach(XmlNode::apart);
    String id = node.said("wp:post_id");
    teller.item(node, List.of(post(node, id)));
    for (XmlNode comment : comments) {
      teller.item(comment, comment(comment, id));
    }
  }

  private Record post(XmlNode node, @Nullable String id) {
    Map<String, String> extra = new TreeMap<>();
    String title = node.said("title");
    String html = node.said("content:encoded");
    String text = html == null ? "" : PlainText.kept(html, "content", extra);
    String excerpt = node.said("excerpt:encoded");
    if (excerpt != null) {
      extra.put("excerpt", excerpt);
    }
    String creator = node.said("dc:creator");
    String file = node.said("wp:attachment_url");
    ClaimedTime gmt = gmt(node.said("wp:post_date_gmt"));
    ClaimedTime time = gmt.instant() != null ? gmt : BlogReader.rfc1123(node.said("pubDate"));
    String local = node.said("wp:post_date");
    if (time.instant() == null) {
      time = Times.local(local, teller.archive().source().zone());
    } else if (local != null) {
      extra.put("wp:post_date", local);
    }
    String parent = node.said("wp:post_parent");
    node.rest().forEach(extra::putIfAbsent);
    if (title != null) {
      extra.put("title", title);
    }
    return new Record.Post(
        new Header(WORDPRESS, teller.at(node), time, extra),
        creator == null ? null : login(creator, null),
        id,
        PlainText.joined("\n", List.of(title == null ? "" : title, text)),
        parent == null || parent.equals("0") ? null : parent,
        null,
        List.of(),
        null,
        file == null ? List.of() : List.of(new Media(file, "attachment", null, null)));
  }

  /* "0000-00-00 00:00:00" stands where a draft was never published. */
  private static ClaimedTime gmt(@Nullable String text) {
    return text == null || text.startsWith("0000") ? ClaimedTime.none() : Times.utc(text + " UTC");
  }

  private List<Record> comment(XmlNode node, @Nullable String post) {
    Locator at = teller.at(node);
    String id = node.said("wp:comment_id");
    String name = node.said("wp:comment_author");
    String email = node.said("wp:comment_author_email");
    String ip = node.said("wp:comment_author_IP");
    String url = node.said("wp:comment_author_url");
    String number = node.said("wp:comment_user_id");
    Map<String, String> extra = new TreeMap<>();
    XmlNode content = node.first("wp:comment_content");
    String text = content == null ? "" : PlainText.kept(content.text(), "content", extra);
    String local = node.said("wp:comment_date");
    ClaimedTime gmt = gmt(node.said("wp:comment_date_gmt"));
    ClaimedTime time =
        gmt.instant() != null ? gmt : Times.local(local, teller.archive().source().zone());
    if (local != null) {
      extra.put("wp:comment_date", local);
    }
    String parent = node.said("wp:comment_parent");
    node.rest().forEach(extra::putIfAbsent);
    extra.put("type", "comment");
    AccountRef author = commenter(number, email, name, post);
    Header header = new Header(WORDPRESS, at, time, extra);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Post(
            header,
            author,
            id == null ? null : "comment-" + id,
            text,
            parent == null || parent.equals("0") ? post : "comment-" + parent,
            null,
            List.of(),
            null,
            List.of()));
    Stating said = new Stating().email("email", email, false).url("url", url).also("name", name);
    Header plain = new Header(WORDPRESS, at, time, Map.of());
    if (author != null && !said.selectors().isEmpty()) {
      records.add(new Record.Profile(plain, author, said.selectors(), said.attributes()));
    }
    if (author != null && ip != null) {
      records.add(new Record.Login(plain, author, ip, -1, null, "comment"));
    }
    return records;
  }

  /* A registered user by number, else by e-mail address, else by the name given under this post. */
  private @Nullable AccountRef commenter(
      @Nullable String number,
      @Nullable String email,
      @Nullable String name,
      @Nullable String post) {
    AccountRef known = number == null ? null : byNumber.get(number);
    if (known != null) {
      return known;
    }
    if (email != null) {
      return new AccountRef(
          WORDPRESS, KeyBasis.HANDLE, email.toLowerCase(Locale.ROOT), email, name);
    }
    return name == null
        ? null
        : Accounts.shown(WORDPRESS, site + "/" + (post == null ? "" : post), name);
  }
}
