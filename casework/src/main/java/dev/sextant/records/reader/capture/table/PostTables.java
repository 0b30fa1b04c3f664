package dev.sextant.records.reader.capture.table;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.table.Columns;
import java.util.List;

/** The tables of posts that are known, each with what its columns are. */
public final class PostTables {
  private PostTables() {}

  /** A reader for each tool. */
  public static List<Reader> all() {
    return List.of(fourCat(), crowdTangle(), facepager(), youTube(), autoArchiver());
  }

  /* The columns that 4CAT promises for every source are id, thread_id, author, body, timestamp. */
  private static Reader fourCat() {
    return new PostTable(
        new ReaderCard(
            "4cat-csv",
            1,
            "Data set of 4CAT (CSV)",
            List.of(
                "id, thread_id, author, body, timestamp with or without unix_timestamp",
                "columns of TikTok, Instagram, X, Telegram, Reddit, 4chan and others by name",
                "times without an offset are UTC, as 4CAT writes them"),
            List.of("results of processors that are no posts are read by the mapping wizard")),
        List.of(
            PostColumns.of(
                    null,
                    c ->
                        c.hasAll("id", "thread_id", "body", "timestamp")
                                && c.hasAny("author", "author_name", "author_id")
                            ? 90
                            : 0)
                .id("id")
                .author(
                    "author_id",
                    "author_username|author",
                    "author_fullname|author_name|author_full")
                .text("subject", "title", "body")
                .time(true, "unix_timestamp", "timestamp")
                .replyTo("reply_to", "in_reply_to", "parent_id", "reply_to_id")
                .repostOf("retweeted_tweet_id", "reposted_id", "author_forwarded_from_id")
                .mentions(
                    "mentions", "usertags", "mentioned_users", "tagged_users", "reply_to_user")
                .media(
                    "image_url",
                    "media_url",
                    "images",
                    "videos",
                    "video_url",
                    "image_urls",
                    "attachment_filename",
                    "image_file",
                    "media_urls")
                .url("url", "link", "post_url", "tiktok_url", "tweet_url")
                .done()));
  }

  private static Reader crowdTangle() {
    return new PostTable(
        new ReaderCard(
            "crowdtangle",
            1,
            "Posts from CrowdTangle (CSV)",
            List.of("Facebook pages and groups; Instagram accounts; American zone letters"),
            List.of("Reddit tables of CrowdTangle are read by the mapping wizard")),
        List.of(
            PostColumns.of(
                    "facebook",
                    c ->
                        c.hasAll("Post Created", "URL", "Message")
                                && c.hasAny("Page Name", "Group Name", "Facebook Id")
                            ? 93
                            : 0)
                .author("Facebook Id", "User Name", "Page Name|Group Name")
                .text("Message", "Link Text", "Description", "Image Text")
                .time(false, "Post Created")
                .url("URL")
                .done(),
            PostColumns.of(
                    "instagram",
                    c ->
                        c.hasAll("Account", "User Name", "Post Created", "URL", "Description")
                                && c.hasAny("Followers at Posting", "Photo", "Total Interactions")
                            ? 92
                            : 0)
                .author("", "User Name", "Account")
                .text("Title", "Description", "Image Text")
                .time(false, "Post Created")
                .media("Photo")
                .url("URL")
                .done()));
  }

  private static Reader facepager() {
    return new PostTable(
        new ReaderCard(
            "facepager",
            1,
            "Data fetched with Facepager (CSV)",
            List.of("columns named after the paths of the platform's answer; offcut rows kept"),
            List.of("the platform shows by address or query only")),
        List.of(
            PostColumns.of(
                    null,
                    c ->
                        c.hasAll("object_id", "object_type", "query_status", "query_type") ? 92 : 0)
                .id("object_id")
                .author(
                    "from.id|snippet.authorChannelId.value|snippet.channelId|author_id",
                    "user.screen_name|username",
                    "from.name|snippet.authorDisplayName|snippet.channelTitle|name")
                .text(
                    "message",
                    "story",
                    "text",
                    "snippet.title",
                    "snippet.textOriginal",
                    "snippet.description",
                    "caption")
                .time(true, "created_time", "snippet.publishedAt", "created_at")
                .replyTo("snippet.parentId")
                .media("full_picture", "picture")
                .url("permalink_url", "permalink", "link")
                .done()));
  }

  private static Reader youTube() {
    return new PostTable(
        new ReaderCard(
            "youtube-data-tools",
            1,
            "Tables of YouTube Data Tools (CSV)",
            List.of("video list; comments with replies"),
            List.of("networks of channels and videos are graph files")),
        List.of(
            PostColumns.of("youtube", c -> c.hasAll("videoId", "channelId", "publishedAt") ? 91 : 0)
                .id("videoId")
                .author("channelId", "", "channelTitle")
                .text("videoTitle", "videoDescription")
                .time(true, "publishedAt")
                .media("thumbnail_maxres")
                .done(),
            PostColumns.of("youtube", PostTables::comments)
                .id("id")
                .author("authorChannelId", "", "authorName")
                .text("text")
                .time(true, "publishedAt")
                .replyTo("isReplyTo")
                .done()));
  }

  private static int comments(Columns columns) {
    return columns.hasAll("id", "isReplyTo", "authorName", "text", "publishedAt") ? 92 : 0;
  }

  /* The headings of the table that auto-archiver fills in by default; they can be renamed. */
  private static Reader autoArchiver() {
    return new PostTable(
        new ReaderCard(
            "auto-archiver",
            1,
            "Table of links archived by auto-archiver (CSV)",
            List.of("link, status, place of the archive, upload time and title, text, hash"),
            List.of(
                "its HTML pages are not read",
                "renamed headings are read by the mapping wizard",
                "its WACZ files are read by the reader of those")),
        List.of(
            PostColumns.of(
                    null,
                    c ->
                        c.hasAll("Archive status", "Archive location")
                                || c.hasAll("link", "archive status")
                            ? 92
                            : 0)
                .text("Upload title", "Text content")
                .time(true, "Upload timestamp")
                .media("Archive location", "Screenshot", "Thumbnail", "WACZ")
                .url("Link", "url")
                .done()));
  }
}
