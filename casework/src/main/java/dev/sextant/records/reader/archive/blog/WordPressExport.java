package dev.sextant.records.reader.archive.blog;

import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.XmlCursor;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** WordPress eXtended RSS, all versions: what {@code Tools > Export} writes. */
public final class WordPressExport extends BlogReader {
  private static final Pattern WXR =
      Pattern.compile("xmlns:wp\\s*=\\s*[\"']http://wordpress\\.org/export/");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "wordpress-wxr",
        2,
        "WordPress export (WXR)",
        List.of(
            "posts, pages, drafts, attachments, comments with e-mail, address on the web and"
                + " internet address, authors, categories and settings of posts as extra fields"),
        List.of(
            "attached files are not in the export: they are named",
            "menus, terms and the blog's own data are listed as unknown"));
  }

  @Override
  protected int sniff(Source.Part part, String head) {
    return head.contains("<rss") && (WXR.matcher(head).find() || head.contains("<wp:wxr_version>"))
        ? 95
        : 0;
  }

  @Override
  void walk(XmlCursor at, Teller teller) throws IOException, XmlCursor.Broken {
    WordPressForms forms = new WordPressForms(teller);
    for (XmlCursor.Next next = at.next(); next != XmlCursor.Next.FINISH; next = at.next()) {
      if (next == XmlCursor.Next.START) {
        String name = at.prefix() + at.name();
        if (!name.equals("rss") && !name.equals("channel")) {
          forms.element(teller.node(at));
        }
      }
    }
  }
}
