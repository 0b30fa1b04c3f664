package dev.sextant.helpdesk;

import dev.sextant.press.Markup;
import dev.sextant.press.PdfPrinter;
import dev.sextant.press.Printable;
import dev.sextant.press.Typeface;
import dev.sextant.terms.Selector;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints a request's papers: drafts for a person to sign and send. The same request prints the same
 * bytes. What the playbook could not verify, such as a provider's address, is left as a line to
 * fill in and never made up.
 */
final class Papers {
  /** A line that a person fills in. */
  static final String BLANK = "______________________________";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH);

  private final Markup out;
  private final LegalRequest request;
  private final RequestDraft draft;
  private final Playbook playbook;
  private final ProcessLaw law;

  private Papers(Markup out, LegalRequest request, Playbook playbook, ProcessLaw law) {
    this.out = out;
    this.request = request;
    this.draft = request.written();
    this.playbook = playbook;
    this.law = law;
  }

  /**
   * Prints one.
   *
   * @throws ProcessRefused {@code SX-HELP-PAPER} if the request's instrument has no such paper
   */
  static byte[] print(PaperKind kind, LegalRequest request, Playbook playbook, ProcessLaw law) {
    Typeface face = Typeface.load();
    Instant issued = request.moments().issued();
    Instant at = issued == null ? request.moments().created() : issued;
    return new PdfPrinter(face).print(xhtml(kind, request, playbook, law, face), at);
  }

  private static String xhtml(
      PaperKind kind, LegalRequest request, Playbook playbook, ProcessLaw law, Typeface face) {
    InstrumentKind instrument = request.written().instrument();
    if (!kind.belongsTo(instrument)) {
      throw new ProcessRefused(
          "SX-HELP-PAPER",
          "this instrument has no such paper",
          instrument.words(),
          kind.name(),
          "print one of its own papers");
    }
    Printable printable = new Printable(face);
    Markup out = new Markup(printable);
    Papers papers = new Papers(out, request, playbook, law);
    String title = title(kind) + ", " + request.shortName();
    boolean draftOnly = request.moments().issued() == null;
    out.raw(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><html lang=\"en\""
            + " xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>"
            + Markup.escape(printable.of(title))
            + "</title><meta name=\"subject\" content=\"Legal process\"/>"
            + "<meta name=\"description\" content=\"Legal process\"/><meta name=\"author\" content=\""
            + Markup.escape(printable.of(request.written().issuer().office()))
            + "\"/><bookmarks><bookmark name=\"Paper\" href=\"#paper\"/></bookmarks><style>"
            + PaperStyle.sheet(
                instrument.european() ? "A4" : "letter",
                out.styleString(draftOnly ? "DRAFT. Not issued." : ""),
                out.styleString(request.shortName() + "  " + short12(request)))
            + "</style></head><body><div id=\"paper\">");
    if (instrument.european()) {
      new EuropeanPapers(papers).write(kind);
    } else {
      new AmericanPapers(papers).write(kind);
    }
    // A section sign stays with its number.
    return out.raw("</div></body></html>").toString().replace("§ ", "§\u00a0");
  }

  /* So that a paper on a desk can be told to be the reviewed one. */
  private static String short12(LegalRequest request) {
    return "document " + request.digest().hex().substring(0, 12);
  }

  private static String title(PaperKind kind) {
    return switch (kind) {
      case PRESERVATION_LETTER -> "Preservation request";
      case SUBPOENA -> "Subpoena";
      case ORDER_APPLICATION -> "Application for an order";
      case ORDER_PROPOSED -> "Order";
      case WARRANT_ATTACHMENTS -> "Search warrant, Attachments A and B";
      case EMERGENCY_REQUEST -> "Emergency disclosure request";
      case EPOC -> "European Production Order Certificate";
      case EPOC_PR -> "European Preservation Order Certificate";
    };
  }

  // ------------------------------------------------------------------ what the papers share

  Markup out() {
    return out;
  }

  LegalRequest request() {
    return request;
  }

  RequestDraft draft() {
    return draft;
  }

  Playbook playbook() {
    return playbook;
  }

  ProcessLaw law() {
    return law;
  }

  /** A day in the request's zone. */
  String day(@Nullable Instant at) {
    return at == null ? BLANK : DAY.format(at.atZone(request.ask().zone()));
  }

  /** A moment in the request's zone and in universal time. */
  String moment(@Nullable Instant at) {
    if (at == null) {
      return "without bound";
    }
    ZoneId zone = request.ask().zone();
    return MOMENT.format(at.atZone(zone))
        + " "
        + zone.getId()
        + " ("
        + MOMENT.format(at.atZone(ZoneId.of("UTC")))
        + " UTC)";
  }

  /** The range in a sentence's words. */
  String range() {
    if (request.ask().range().from() == null && request.ask().range().to() == null) {
      return "without bound in time";
    }
    return "from "
        + moment(request.ask().range().from())
        + " up to, and not including, "
        + moment(request.ask().range().to());
  }

  /** A selector as a reader of the paper knows it. */
  static String words(Selector selector) {
    String kind =
        switch (selector.type()) {
          case PLATFORM_ID -> "account identifier";
          case HANDLE -> "account name";
          case EMAIL -> "e-mail address";
          case PHONE -> "telephone number";
          case DEVICE -> "device identifier";
          case IP -> "IP address";
          case URL -> "profile address";
          case PGP -> "key fingerprint";
          case WALLET -> "payment address";
          case DISPLAY_NAME -> "name as displayed";
          case GROUP -> "group";
          case HASHTAG, KEYWORD, PLACE -> "search term";
        };
    return kind
        + (selector.platform() == null ? "" : " on " + selector.platform())
        + ": "
        + selector.value();
  }

  /** A list with letters or numbers. */
  void list(String type, List<String> items) {
    out.raw("<ol class=\"" + type + "\">");
    items.forEach(item -> out.raw("<li>").text(item).raw("</li>"));
    out.raw("</ol>");
  }

  /** The accounts. */
  void selectors() {
    list("plain", request.ask().selectors().stream().map(Papers::words).toList());
  }

  /** The wanted fields of a category, in the order of the law. */
  List<String> wanted(DataCategory... categories) {
    List<String> words = new ArrayList<>();
    Stream.of(categories)
        .forEach(category ->
            request.ask().wanted().stream()
                .filter(field -> field.category() == category)
                .sorted(Comparator.comparingInt(field -> ((Enum<?>) field).ordinal()))
                .map(DataField::words)
                .forEach(words::add));
    return words;
  }

  /** Text of several lines, each a paragraph. */
  void paragraphs(String text) {
    for (String line : text.strip().split("\n+")) {
      out.paragraph(line.strip());
    }
  }

  /** A place for a signature. */
  void signature(String name, String office) {
    out.raw("<div class=\"signature\"><p class=\"line\">").text(BLANK).raw("</p>");
    out.paragraph(name.isBlank() ? "Name" : name);
    out.paragraph(office);
    out.paragraph("Date: " + BLANK);
    out.raw("</div>");
  }

  /** What is left for a person to fill in, because no source vouches for it. */
  void toFillIn() {
    if (!playbook.unverified().isEmpty()) {
      out.element(
          "p",
          "fill",
          "To be filled in before service, not verified in the playbook of "
              + playbook.name()
              + " (version "
              + playbook.version()
              + "): "
              + String.join("; ", playbook.unverified())
              + ".");
    }
  }
}
