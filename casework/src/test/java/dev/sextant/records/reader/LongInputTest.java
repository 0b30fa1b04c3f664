package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.text.Selectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Megabytes of what a pattern with a repeated group goes through one call deeper for each
 * repetition: read on a stack much smaller than a reader has.
 */
class LongInputTest {
  private static final int MEGABYTE = 1 << 20;
  private static final long SMALL_STACK = 256 << 10;

  @TempDir Path folder;

  private static String much(String piece) {
    return piece.repeat(MEGABYTE / piece.length());
  }

  private static String sigtop(String fields, String words) {
    return "Conversation: Ana (+447700900001)\n\nFrom: Ana (+447700900001)\nType: incoming\n"
        + "Sent: Sat, 1 Mar 2025 10:00:00 +0000\nReceived: Sat, 1 Mar 2025 10:00:01 +0000\n"
        + fields
        + "\n"
        + words
        + "\n\n";
  }

  private static String text(String name) {
    String google = "GOOGLE SUBSCRIBER INFORMATION\n\nGoogle Account ID: 90210000001\n";
    return switch (name) {
      case "mail.eml" ->
          "From: a@example.org\nTo: b@example.org\n"
              + "Date: Sat, 1 Mar 2025 10:00:00 +0000\nMessage-ID: <1@example.org>\nSubject: "
              + much("Re[2]: ")
              + "\n\nwords\n";
      case "prolog.graphml" ->
          "<?xml version=\"1.0\"?>"
              + "<!---->".repeat(1_100) // What the first look at a file takes in.
              + "<graphml><graph edgedefault=\"undirected\"><node id=\"a\"/></graph></graphml>";
      case "sigtop-line.txt" -> sigtop("", much("a (b) "));
      case "sigtop-lines.txt" -> sigtop("", much("From: me\n\n"));
      case "sigtop-bars.txt" -> sigtop("Edited: 2 versions\n", much("| Version: 1\n|\n"));
      case "sigtop-quotes.txt" ->
          sigtop(
              "", "> From: Ana (+447700900001)\n> Sent: unknown\n>\n" + much("> a\n") + "\nwords");
      case "sigtop-reaction.txt" -> sigtop("Reaction: x from " + much(" from ") + "\n", "words");
      case "sigtop-name.txt" ->
          sigtop("", "words")
              + "From: "
              + much("a (+447700900001) ")
              + "\nType: incoming\nSent: unknown\n\nmore\n";
      case "google-fact.txt" -> google + "Name: " + much("a: ") + "\n";
      case "google-row.txt" ->
          google
              + "IP ACTIVITY\nTimestamp IP Address Activity Type\n2023-02-25 04:34:32 Z "
              + much("::1 ")
              + "\n2023-02-25 04:34:32 Z\t192.0.2.1\tLogin\t"
              + much("App : ")
              + "\n";
      case "meta-list.txt" ->
          "Meta Platforms Business Record Page 1\nTarget\n1000001\n"
              + "Registered Email Addresses\n"
              + much("a@example.org\n");
      case "whatsapp.txt" ->
          "01/03/2025, 21:05 - Ana: "
              + much("a: b ")
              + "\n01/03/2025, 21:06 - Ben: words\n01/03/2025, 21:07 - "
              + much("added ")
              + "\n";
      case "google-lines.txt" -> google + "Name: Ana\n" + much("and\n");
      case "tiktok-lines.txt" ->
          "Events IP Data\nDate: 27/07/2026 03:04:43PM (UTC +00)\n"
              + "IP: 192.0.2.1\nEvent: like\nCountry: Bosnia and\n"
              + much("and\n");
      case "sms.xml" ->
          "<smses count=\"1\"><sms address=\"+447700900111\" date=\"1696889179789\" type=\"1\">"
              + much("<x/>")
              + "</sms></smses>";
      case "imessage.txt" ->
          "May 17, 2022  5:29:42 PM\n+447700900111\nwords\nTapbacks:\n"
              + much("Sticker from Ted: a\n")
              + "\nMay 17, 2022  5:31:00 PM\nMe\nmore\n";
      case "sigtop-reactions.txt" -> sigtop(much("Reaction: x\n"), "words");
      case "meta-blanks.txt" ->
          "Meta Platforms Business Record Page 1\nTarget\n1000001\nx" + much(" ") + "y\n";
      case "card.vcf" ->
          "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:+447700900111\n" + much("X-A:b\n") + "END:VCARD\n";
      default ->
          "--- Log opened Sat Mar 01 10:00:00 2025\n10:00 < ana> "
              + much("@a.")
              + "\n10:01 -!- bo ["
              + much("1:")
              + "] has joined #boats\n";
    };
  }

  private static void small(Runnable task) throws InterruptedException {
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(null, task, "small stack", SMALL_STACK);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    thread.join();
    assertThat(thrown.get()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.eml",
        "prolog.graphml",
        "sigtop-line.txt",
        "sigtop-lines.txt",
        "sigtop-bars.txt",
        "sigtop-quotes.txt",
        "sigtop-reaction.txt",
        "sigtop-name.txt",
        "google-fact.txt",
        "google-row.txt",
        "google-lines.txt",
        "tiktok-lines.txt",
        "meta-list.txt",
        "whatsapp.txt",
        "sms.xml",
        "imessage.txt",
        "sigtop-reactions.txt",
        "meta-blanks.txt",
        "card.vcf",
        "irc.log"
      })
  void readToTheEnd(String name) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve(name), text(name));
    small(() -> {
      try (ReadTrial trial = ReadTrial.of(file)) {
        assertThat(trial.outcome().stopped()).isEmpty();
        assertThat(trial.outcome().tally().items()).isPositive();
        assertThat(trial.records).isNotEmpty();
      }
    });
  }

  @Test
  void looksForSelectors() throws InterruptedException {
    Selectors selectors = new Selectors("GB");
    small(() -> {
      for (String piece : new String[] {"a@a.", "1 1-", "www.a.", "[.]a", "0a:", "4 ", "(dot) "}) {
        assertThat(selectors.in(much(piece))).isNotNull();
      }
    });
  }
}
