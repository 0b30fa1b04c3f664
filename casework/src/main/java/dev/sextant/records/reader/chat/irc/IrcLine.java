package dev.sextant.records.reader.chat.irc;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a log, taken apart.
 *
 * @param kind what it is
 * @param stamp the time as it stands, or the empty text
 * @param nick who, or null
 * @param other the new nick, or who kicked, or null
 * @param host {@code user@host} of nick, or null
 * @param channel the channel it names, or null
 * @param text the words
 */
record IrcLine(
    Kind kind,
    String stamp,
    @Nullable String nick,
    @Nullable String other,
    @Nullable String host,
    @Nullable String channel,
    String text) {
  /** What a line is. */
  enum Kind {
    /** Words. */
    SAID,
    /** {@code /me}: words in the third person. */
    DID,
    /** A notice. */
    NOTICE,
    /** Came into the channel. */
    JOIN,
    /** Left the channel. */
    PART,
    /** Left the network. */
    QUIT,
    /** Was put out; the other did it. */
    KICK,
    /** Took another nick. */
    NICK,
    /** Topic, mode and other notes. */
    NOTE,
    /** The log itself: opened, closed, a new day. */
    LOG,
    /** None of these. */
    OTHER
  }

  private static final String NAME = "([^\\s<>()\\[\\]:,!@][^\\s<>():,!@]{0,63})";
  private static final String WHERE = "(?: [\\[(](\\S{1,200}@\\S{1,200}?)[\\])])?";

  static final Pattern LOG =
      Pattern.compile(
          "^(?:--- (?:Log (?:opened|closed)|Day changed) .*|\\*{4} (?:BEGIN|ENDING) LOGGING AT .*|"
              + "Session (?:Start|Close|Time|Ident): .*)$");

  private static final Pattern STAMP =
      Pattern.compile(
          "^(?:\\[?(\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)\\]?|"
              + "([A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2})|"
              + "[\\[(]?(\\d{1,2}:\\d{2}(?::\\d{2})?)[\\])]?)(?=[ \\t])");

  private static final Pattern SAID =
      Pattern.compile("^<[ @+%&~!]{0,2}" + NAME + ">[ \\t]?(.*)$", Pattern.DOTALL);

  private static final Pattern TABBED =
      Pattern.compile("^[@+%&~!]{0,2}([^\\s<>*-][^\\s]{0,63})\\t(.*)$", Pattern.DOTALL);

  private static final Pattern NOTICE =
      Pattern.compile("^-" + NAME + "(?:\\(([^)]{1,200})\\))?-[ \\t](.*)$", Pattern.DOTALL);

  private static final Pattern EVENT = Pattern.compile("^(-!-|\\*{1,3}|-->|<--|--)[ \\t]+(.*)$");

  private static final Pattern JOINED =
      Pattern.compile("^(?:Joins: )?" + NAME + WHERE + " has joined(?: (\\S+))?.*$");
  private static final Pattern LEFT =
      Pattern.compile(
          "^" + NAME + WHERE + " has left(?: (?![\\[(])(\\S+))?(?: [\\[(]?(.*?)[\\])]?)?$");
  private static final Pattern QUIT =
      Pattern.compile(
          "^" + NAME + WHERE + " (?:has quit|Quit)(?: [^\\[(]\\S* ?)?(?: ?[\\[(](.*)[\\])])?$");
  private static final Pattern KICKED =
      Pattern.compile(
          "^" + NAME + " was kicked(?: from (\\S+))? by " + NAME + "(?: [\\[(](.*)[\\])])?.*$");
  private static final Pattern HAS_KICKED =
      Pattern.compile(
          "^" + NAME + " has kicked " + NAME + "(?: from (\\S+))?(?: [\\[(](.*)[\\])])?.*$");
  private static final Pattern RENAMED =
      Pattern.compile("^" + NAME + " is now known as " + NAME + "\\.?$");
  private static final Pattern ZNC =
      Pattern.compile(
          "^(Joins|Parts|Quits): " + NAME + "(?: \\(([^)]{1,300})\\))?(?: \\((.*)\\))?$");
  private static final Pattern NOTED =
      Pattern.compile(
          "^(?:mode/|Mode |Topic |Irssi: |Now talking |Disconnected|Retrieving|Channel |\\S+ (?:sets? mode|"
              + "changed the topic|changes topic|has changed topic|sets the channel|gives |removes |"
              + "has set)).*$");
  private static final Pattern DID = Pattern.compile("^" + NAME + "[ \\t](.*)$", Pattern.DOTALL);

  /** Takes a line apart. */
  static IrcLine of(String line) {
    String plain = withoutColours(line);
    if (LOG.matcher(plain).matches()) {
      return new IrcLine(Kind.LOG, "", null, null, null, null, plain);
    }
    Matcher m = STAMP.matcher(plain);
    if (!m.find()) {
      return other("", plain);
    }
    String stamp = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
    String rest = plain.substring(m.end());
    boolean tab = rest.startsWith("\t");
    rest = rest.replaceFirst("^[ \\t]+", "");
    return body(stamp, rest, tab);
  }

  private static IrcLine other(String stamp, String text) {
    return new IrcLine(Kind.OTHER, stamp, null, null, null, null, text);
  }

  private static IrcLine body(String stamp, String rest, boolean tab) {
    Matcher m = SAID.matcher(rest);
    if (m.matches()) {
      return new IrcLine(Kind.SAID, stamp, m.group(1), null, null, null, m.group(2));
    }
    m = EVENT.matcher(rest);
    if (m.matches()) {
      return event(stamp, m.group(1), m.group(2).strip());
    }
    m = NOTICE.matcher(rest);
    if (m.matches()) {
      return new IrcLine(Kind.NOTICE, stamp, m.group(1), null, m.group(2), null, m.group(3));
    }
    m = TABBED.matcher(rest);
    if (tab && m.matches()) {
      return new IrcLine(Kind.SAID, stamp, m.group(1), null, null, null, m.group(2));
    }
    return other(stamp, rest);
  }

  private static IrcLine event(String stamp, String mark, String text) {
    Matcher m = ZNC.matcher(text);
    if (m.matches()) {
      Kind kind =
          switch (m.group(1)) {
            case "Joins" -> Kind.JOIN;
            case "Parts" -> Kind.PART;
            default -> Kind.QUIT;
          };
      return new IrcLine(kind, stamp, m.group(2), null, m.group(3), null, text);
    }
    m = JOINED.matcher(text);
    if (m.matches()) {
      return new IrcLine(Kind.JOIN, stamp, m.group(1), null, m.group(2), m.group(3), text);
    }
    m = LEFT.matcher(text);
    if (m.matches()) {
      return new IrcLine(Kind.PART, stamp, m.group(1), null, m.group(2), m.group(3), text);
    }
    m = QUIT.matcher(text);
    if (m.matches()) {
      return new IrcLine(Kind.QUIT, stamp, m.group(1), null, m.group(2), null, text);
    }
    m = KICKED.matcher(text);
    if (m.matches()) {
      return new IrcLine(Kind.KICK, stamp, m.group(1), m.group(3), null, m.group(2), text);
    }
    m = HAS_KICKED.matcher(text);
    if (m.matches()) {
      return new IrcLine(Kind.KICK, stamp, m.group(2), m.group(1), null, m.group(3), text);
    }
    m = RENAMED.matcher(text);
    if (m.matches()) {
      return new IrcLine(Kind.NICK, stamp, m.group(1), m.group(2), null, null, text);
    }
    m = DID.matcher(text);
    if (mark.equals("*") && !NOTED.matcher(text).matches() && m.matches()) {
      return new IrcLine(Kind.DID, stamp, m.group(1), null, null, null, m.group(2));
    }
    return new IrcLine(Kind.NOTE, stamp, null, null, null, null, text);
  }

  /** True if the line shows that this is a log. */
  boolean telling() {
    return kind != Kind.OTHER;
  }

  /** A text without mIRC's marks of colour and weight. */
  static String withoutColours(String text) {
    return text.indexOf('\u0003') < 0
            && text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n')
        ? text
        : text.replaceAll(
            "\u0003(?:\\d{1,2}(?:,\\d{1,2})?)?|[\u0002\u000f\u0011\u0016\u001d\u001e\u001f]", "");
  }

  /** The channel that a file's name tells, or null. */
  static @Nullable String channelOf(String fileName) {
    Matcher m =
        Pattern.compile(
                "([#&][^\\s/\\\\,:]{1,60}?)(?:[._-]\\d{4}-?\\d{2}-?\\d{2})?(?:\\.(?:log|txt|weechatlog))?$")
            .matcher(fileName.toLowerCase(Locale.ROOT));
    return m.find() ? m.group(1) : null;
  }

  /** Months as logs write them. */
  static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
}
