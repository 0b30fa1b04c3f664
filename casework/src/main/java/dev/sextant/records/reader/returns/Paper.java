package dev.sextant.records.reader.returns;

import dev.sextant.terms.Platform;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose printed return a text is, known by headings that only that provider prints. Blanks round a
 * heading are those of its line: over a run of empty lines, blanks across lines would be sought
 * anew from each.
 */
enum Paper {
  GOOGLE(
      new Platform("google"),
      "(?m)^[ \\t]*(?:GOOGLE SUBSCRIBER INFORMATION|Google Account ID: *[0-9]{5,30})[ \\t]*$"),
  DISCORD(
      new Platform("discord"),
      "(?ms)^[ \\t]*User ID: +[0-9]{15,21}[ \\t]*$.{0,4000}^[ \\t]*(?:Session Start \\(UTC\\)|Registration"
          + " Time \\(UTC\\))"),
  TIKTOK(
      new Platform("tiktok"),
      "(?ms)^[ \\t]*(?:Events IP Data[ \\t]*$.{0,400}^[ \\t]*(?:Date|IP|Event):"
          + "|Username:.{0,400}^[ \\t]*Registration (?:Method|Device Info):)"),
  WHATSAPP(
      Platform.WHATSAPP,
      "(?m)^[ \\t]*(?:WhatsApp Business Record Page [0-9]+|IP Addresses: IP addresses an account holder"
          + " has connected from\\.?)[ \\t]*$"),
  META(
      Platform.FACEBOOK,
      "(?m)^[ \\t]*(?:Meta Platforms Business Record Page [0-9]+|IP Addresses: IP addresses and source"
          + " port/port numbers associated with the account\\.?)[ \\t]*$");

  private static final Pattern INSTAGRAM =
      Pattern.compile("(?m)^[ \\t]*Service\\s+Instagram\\b|instagram\\.com/");

  private final Platform platform;
  private final Pattern words;

  Paper(Platform platform, String words) {
    this.platform = platform;
    this.words = Pattern.compile(words);
  }

  /** Which it is, or null. */
  static @Nullable Paper of(String text) {
    for (Paper paper : values()) {
      if (paper.words.matcher(text).find()) {
        return paper;
      }
    }
    return null;
  }

  /** The platform that the account is on; Meta's record says so in its head. */
  Platform platform(String text) {
    return this == META && INSTAGRAM.matcher(text).find() ? Platform.INSTAGRAM : platform;
  }

  /** True if labels and values stand on lines of their own. */
  boolean stacked() {
    return this == META || this == WHATSAPP;
  }
}
