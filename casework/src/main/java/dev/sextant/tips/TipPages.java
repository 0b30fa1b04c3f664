package dev.sextant.tips;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages in one language: plain HTML, no script, no picture, nothing from elsewhere. */
final class TipPages {
  static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:17px/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:light-dark(#111,#eee);background:light-dark(#fff,#111);overflow-wrap:break-word}
      a{color:light-dark(#0b4a6b,#8fd3ff)}nav a{display:inline-block;padding:.3rem .6rem .3rem 0;min-height:24px}
      textarea,input{font:inherit;width:100%;box-sizing:border-box}label{display:block;margin:1rem 0 .2rem}
      button{font:inherit;padding:.5rem 1rem;margin-top:1rem}.code{font:1.2rem monospace;border:2px solid;padding:1rem}
      :focus-visible{outline:3px solid light-dark(#0b4a6b,#8fd3ff);outline-offset:2px}
      .hidden{display:none}
      """;

  private final TipWords words;

  TipPages(TipWords words) {
    this.words = words;
  }

  String form(String stamp, long staySeconds) {
    return page(
        "form.title",
        "/",
        """
        <p>%s</p>
        <p><strong>%s</strong> %s</p>
        <form method="post" action="%s" enctype="multipart/form-data">
        <label for="text">%s</label>
        <textarea id="text" name="text" rows="12" maxlength="40000"></textarea>
        <label for="files">%s</label>
        <input id="files" type="file" name="files" multiple>
        <label class="hidden" for="work">%s</label>
        <input class="hidden" id="work" name="work" autocomplete="off">
        <input type="hidden" name="stamp" value="%s">
        <p>%s</p>
        <button>%s</button></form>
        <p><a href="%s">%s</a></p>
        """
            .formatted(
                said("form.who"),
                said("form.limit"),
                said("form.memory"),
                words.path("/tip"),
                said("form.text"),
                said("form.files"),
                said("form.work"),
                stamp,
                text(words.say("form.stay", staySeconds)),
                said("form.send"),
                words.path("/reply"),
                said("form.back")));
  }

  String sent(String code) {
    return page(
        "sent.title",
        null,
        "<p>%s</p><p class=\"code\">%s</p><p>%s</p>"
            .formatted(said("sent.words"), code, said("sent.close")));
  }

  String ask() {
    return page(
        "ask.title",
        "/reply",
        """
        <form method="post" action="%s" enctype="multipart/form-data">
        <label for="code">%s</label><input id="code" name="code" autocomplete="off">
        <button>%s</button></form>
        """
            .formatted(words.path("/reply"), said("ask.code"), said("ask.look")));
  }

  String answers(List<String> answers) {
    StringBuilder list = new StringBuilder();
    answers.forEach(answer -> list.append("<pre>" + text(answer) + "</pre>"));
    return page(
        "answers.title",
        null,
        answers.isEmpty() ? "<p>" + said("answers.none") + "</p>" : list.toString());
  }

  String refused(TipFault fault) {
    return refused(words.explain(fault));
  }

  String unknown() {
    return refused(words.say("fault.page"));
  }

  private String refused(String why) {
    return page(
        "refused.title",
        null,
        "<p>%s</p><p><a href=\"%s\">%s</a></p>"
            .formatted(text(why), words.path("/"), said("refused.back")));
  }

  /* Links to the other languages stand on pages that are asked for; what answers a form would be lost. */
  private String page(String title, @Nullable String path, String body) {
    return "<!doctype html><html lang=\""
        + words.tag()
        + "\"><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
        + said(title)
        + "</title><link rel=\"stylesheet\" href=\"/style.css\">"
        + (path == null ? "" : languages(path))
        + "<main><h1>"
        + said(title)
        + "</h1>"
        + body
        + "</main></html>";
  }

  private String languages(String path) {
    StringBuilder links =
        new StringBuilder("<nav aria-label=\"English Español Português Français\">");
    for (TipWords one : TipWords.values()) {
      links.append(
          "<a lang=\"%s\" hreflang=\"%s\" href=\"%s\"%s>%s</a> "
              .formatted(
                  one.tag(),
                  one.tag(),
                  one.path(path),
                  one == words ? " aria-current=\"true\"" : "",
                  one.say("name")));
    }
    return links.append("</nav>").toString();
  }

  private String said(String key) {
    return text(words.say(key));
  }

  private static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
