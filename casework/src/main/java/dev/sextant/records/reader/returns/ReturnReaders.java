package dev.sextant.records.reader.returns;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.returns.google.GoogleReturn;
import dev.sextant.records.reader.returns.meta.MetaReturn;
import dev.sextant.records.reader.returns.x.XReturn;
import java.util.List;

/** What providers answer to legal process. */
public final class ReturnReaders {
  private ReturnReaders() {}

  /** Each of them. */
  public static List<Reader> all() {
    return List.of(
        new AppleReturn(),
        new CashAppReturn(),
        new DiscordReturn(),
        new GabReturn(),
        new GoogleReturn(),
        new KikReturn(),
        new MetaReturn(),
        new PrintedReturn(),
        new RedditReturn(),
        new RobloxReturn(),
        new SnapchatReturn(),
        new TikTokReturn(),
        new XReturn());
  }
}
