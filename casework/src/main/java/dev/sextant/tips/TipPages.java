package dev.sextant.tips;

import java.util.List;

/** The pages: plain HTML, no script, no picture, nothing from elsewhere. */
final class TipPages {
  static final String STYLE =
      """
      body{font:17px/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
      textarea,input{font:inherit;width:100%;box-sizing:border-box}label{display:block;margin:1rem 0 .2rem}
      button{font:inherit;padding:.5rem 1rem;margin-top:1rem}.code{font:1.2rem monospace;border:2px solid #111;padding:1rem}
      .hidden{display:none}
      """;

  private TipPages() {}

  static String form(String stamp, long staySeconds) {
    return page(
        "Send a tip",
        """
        <p>You need not say who you are. This page keeps no address, sets no cookie and writes no log.
        Your words are sealed as soon as they arrive; this server cannot open them again.</p>
        <p><strong>Know the limit:</strong> until the moment of sealing this server has your words in memory.
        Whoever controlled it at that moment could read them. Use the Tor Browser, on a device and in a place that
        are not tied to you, and leave out what only you can know.</p>
        <form method="post" action="/tip" enctype="multipart/form-data">
        <label for="text">What should be known</label>
        <textarea id="text" name="text" rows="12" maxlength="40000"></textarea>
        <label for="files">Files, 16 MB in all; they may hold a place or a name that you do not see</label>
        <input id="files" type="file" name="files" multiple>
        <label class="hidden" for="work">Work</label>
        <input class="hidden" id="work" name="work" autocomplete="off">
        <input type="hidden" name="stamp" value="%s">
        <p>A form sent sooner than %d seconds after it was opened is not taken.</p>
        <button>Send</button></form>
        <p><a href="/reply">Come back for an answer</a></p>
        """
            .formatted(stamp, staySeconds));
  }

  static String sent(String code) {
    return page(
        "It was sealed and put away",
        """
        <p>Write these seven words down if you want to come back for an answer. They are shown once, and nobody
        can find them for you.</p>
        <p class="code">%s</p>
        <p>Then close this window.</p>
        """
            .formatted(code));
  }

  static String ask() {
    return page(
        "Come back",
        """
        <form method="post" action="/reply" enctype="multipart/form-data">
        <label for="code">Your seven words</label><input id="code" name="code" autocomplete="off">
        <button>Look</button></form>
        """);
  }

  static String answers(List<String> answers) {
    StringBuilder list = new StringBuilder();
    answers.forEach(answer -> list.append("<pre>" + text(answer) + "</pre>"));
    return page(
        "Answers",
        answers.isEmpty()
            ? "<p>There is no answer for these words. Wrong words and no answer look alike.</p>"
            : list.toString());
  }

  static String refused(String what, String cure) {
    return page(
        "Not taken", "<p>" + text(what) + ". " + text(cure) + ".</p><p><a href=\"/\">Back</a></p>");
  }

  private static String page(String title, String body) {
    return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
        + title
        + "</title><link rel=\"stylesheet\" href=\"/style.css\"><h1>"
        + title
        + "</h1>"
        + body
        + "</html>";
  }

  private static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
