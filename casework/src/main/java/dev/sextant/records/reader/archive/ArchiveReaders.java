package dev.sextant.records.reader.archive;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.archive.activitypub.ActivityPubArchive;
import dev.sextant.records.reader.archive.blog.BloggerExport;
import dev.sextant.records.reader.archive.blog.WordPressExport;
import dev.sextant.records.reader.archive.bluesky.BlueskyApi;
import dev.sextant.records.reader.archive.bluesky.BlueskyRepository;
import dev.sextant.records.reader.archive.discord.DiscordPackage;
import dev.sextant.records.reader.archive.reddit.RedditDump;
import dev.sextant.records.reader.archive.snapchat.SnapchatData;
import dev.sextant.records.reader.archive.takeout.GoogleTakeout;
import dev.sextant.records.reader.archive.tiktok.TikTokData;
import dev.sextant.records.reader.archive.vkontakte.VkArchive;
import java.util.List;

/** What platforms give to their users: downloads of one's own data, blogs, repositories. */
public final class ArchiveReaders {
  private ArchiveReaders() {}

  /** Each of them. */
  public static List<Reader> all() {
    return List.of(
        new BlueskyApi(),
        new BlueskyRepository(),
        new ActivityPubArchive(),
        new TikTokData(),
        new SnapchatData(),
        new DiscordPackage(),
        new WordPressExport(),
        new BloggerExport(),
        new RedditDump(),
        new GoogleTakeout(),
        new VkArchive());
  }
}
