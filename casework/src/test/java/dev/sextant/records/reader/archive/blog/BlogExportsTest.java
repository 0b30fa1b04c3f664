package dev.sextant.records.reader.archive.blog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.archive.ArchiveSample;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlogExportsTest {
  @TempDir Path folder;

  private static ArchiveSample wordpress() {
    return new ArchiveSample()
        .file(
            "blog.WordPress.2023-01-01.xml",
            """
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>Ropes</title><link>https://ropes.example</link><wp:wxr_version>1.2</wp:wxr_version>
            <wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[admin]]></wp:author_login><wp:author_email><![CDATA[ann@ropes.example]]></wp:author_email><wp:author_display_name><![CDATA[Ann]]></wp:author_display_name></wp:author>
            <wp:category><wp:term_id>3</wp:term_id><wp:cat_name><![CDATA[Knots]]></wp:cat_name></wp:category>
            <item><title>Bowlines</title><link>https://ropes.example/1</link><pubDate>Thu, 05 Mar 2020 10:00:00 +0000</pubDate><dc:creator><![CDATA[admin]]></dc:creator><description></description>
            <content:encoded><![CDATA[<p>Tie it <b>well</b>.</p>]]></content:encoded><wp:post_id>11</wp:post_id><wp:post_date><![CDATA[2020-03-05 11:00:00]]></wp:post_date><wp:post_date_gmt><![CDATA[2020-03-05 10:00:00]]></wp:post_date_gmt><wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type><category domain="category" nicename="knots"><![CDATA[Knots]]></category>
            <wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author><![CDATA[Zoë]]></wp:comment_author><wp:comment_author_email><![CDATA[zoe@example.org]]></wp:comment_author_email><wp:comment_author_url></wp:comment_author_url><wp:comment_author_IP><![CDATA[192.0.2.44]]></wp:comment_author_IP><wp:comment_date><![CDATA[2020-03-06 11:00:00]]></wp:comment_date><wp:comment_date_gmt><![CDATA[2020-03-06 10:00:00]]></wp:comment_date_gmt><wp:comment_content><![CDATA[Or a <i>sheet bend</i>]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment></item>
            <item><title>Draft</title><dc:creator><![CDATA[admin]]></dc:creator><content:encoded><![CDATA[]]></content:encoded><wp:post_id>12</wp:post_id><wp:post_date_gmt><![CDATA[0000-00-00 00:00:00]]></wp:post_date_gmt><wp:status><![CDATA[draft]]></wp:status></item>
            </channel></rss>
            """);
  }

  private static ArchiveSample blogger() {
    return new ArchiveSample()
        .file(
            "blog-01-01-2020.xml",
            """
            <?xml version='1.0' encoding='UTF-8'?>
            <feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#' xmlns:gd='http://schemas.google.com/g/2005' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-1.archive</id><title>Mud</title><author><name>Mo</name><uri>http://www.blogger.com/profile/123456789</uri><email>noreply@blogger.com</email></author>
            <entry><id>tag:blogger.com,1999:blog-1.settings.X</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#settings'/><title>s</title><content type='text'>1</content></entry>
            <entry><id>tag:blogger.com,1999:blog-1.post-2</id><published>2019-05-01T10:00:00.001-07:00</published><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><category scheme='http://www.blogger.com/atom/ns#' term='mud'/><title type='text'>On mud</title><content type='html'>&lt;p&gt;Wet &amp;amp; deep&lt;/p&gt;</content><author><name>Mo</name><uri>http://www.blogger.com/profile/123456789</uri><email>noreply@blogger.com</email></author><app:control><app:draft>yes</app:draft></app:control></entry>
            <entry><id>tag:blogger.com,1999:blog-1.post-3</id><published>2019-05-02T10:00:00Z</published><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/><title type='text'>so</title><content type='html'>so true</content><author><name>Anonymous</name></author><thr:in-reply-to ref='tag:blogger.com,1999:blog-1.post-2' href='x'/></entry></feed>
            """)
        .file(
            "Takeout/Blogger/Blogs/Mud/feed.atom",
            """
            <?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>tag:blogger.com,1999:blog-1</id><title>Mud</title><entry><id>tag:blogger.com,1999:blog-1.post-4</id><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status><author><name>Mo</name><uri>https://www.blogger.com/profile/123456789</uri><blogger:type>BLOGGER</blogger:type></author><title></title><content type='html'>again</content><blogger:created>2024-01-01T00:00:00Z</blogger:created><published>2024-01-01T00:00:00Z</published><blogger:parent>tag:blogger.com,1999:blog-1.post-2</blogger:parent></entry></feed>
            """);
  }

  @Test
  void wordPress() {
    try (ReadTrial trial = wordpress().golden(folder, "archive/wordpress")) {
      assertThat(trial.reader()).isEqualTo("wordpress-wxr");
      assertThat(trial.of(Record.Post.class))
          .extracting(Record.Post::text)
          .containsExactly("Bowlines\nTie it well.", "Or a sheet bend", "Draft");
      Record.Post comment = trial.of(Record.Post.class).get(1);
      assertThat(comment.replyToPost()).isEqualTo("11");
      assertThat(trial.text(comment.header().locator()))
          .startsWith("<wp:comment>")
          .endsWith("</wp:comment>");
      assertThat(trial.of(Record.Login.class).getFirst().ip()).isEqualTo("192.0.2.44");
      assertThat(trial.of(Record.Post.class).getFirst().author())
          .extracting(AccountRef::key)
          .isEqualTo("ropes.example/admin");
      assertThat(trial.of(Record.Post.class).getLast().header().claimed().instant()).isNull();
      assertThat(trial.faults).isEmpty();
    }
  }

  @Test
  void bloggerOfBothGenerations() {
    try (ReadTrial trial = blogger().golden(folder, "archive/blogger")) {
      assertThat(trial.reader()).isEqualTo("blogger-atom");
      assertThat(trial.of(Record.Post.class))
          .extracting(Record.Post::text)
          .containsExactly("again", "On mud\nWet & deep", "so true");
      assertThat(trial.of(Record.Post.class).getLast().replyToPost()).endsWith("post-2");
      assertThat(trial.unknowns).hasSize(1);
      assertThat(trial.faults).isEmpty();
    }
  }

  @Test
  void entitiesAreRefused() {
    ArchiveSample bomb =
        new ArchiveSample()
            .file(
                "bomb.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><item><title>&b;</title></item></channel></rss>");
    try (ReadTrial trial = bomb.alone(folder, "bomb.xml")) {
      assertThat(trial.records).isEmpty();
      assertThat(trial.faults).hasSize(1);
    }
  }

  @Test
  @Tag("heavy") // Thousands of readings.
  void cutAndDamaged() {
    wordpress().batter(51);
    blogger().batter(52);
  }
}
