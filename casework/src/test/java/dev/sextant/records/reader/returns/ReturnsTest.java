package dev.sextant.records.reader.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // What is null where it must not be fails the test by itself.
class ReturnsTest {
  @TempDir Path folder;

  private ReadTrial read(Map<String, byte[]> files) throws IOException {
    ReadTrial trial = ReadTrial.of(Samples.write(folder, files));
    assertThat(trial.faults).isEmpty();
    return trial;
  }

  private static <R extends Record> R first(ReadTrial trial, Class<R> kind) {
    return trial.of(kind).getFirst();
  }

  @Test
  void snapchat() throws IOException {
    try (ReadTrial trial = read(Samples.snapchat())) {
      assertThat(trial.reader()).isEqualTo("snapchat-return");
      Record.Message one = first(trial, Record.Message.class);
      assertThat(one.text()).isEqualTo("he said \"hi\", then left");
      assertThat(one.author().key()).isEqualTo("sxt_ben");
      assertThat(one.recipients().getFirst().key()).isEqualTo("aaaa-1111");
      assertThat(one.conversation().kind()).isEqualTo(ConversationRef.Kind.DIRECT);
      assertThat(one.header().extra()).containsEntry("novel", "x");
      assertThat(trial.text(one.header().locator()))
          .isEqualTo(
              ",false,2026-04-11 04:02:00 UTC,TEXT,sxt_ben,sxt_ana,\"he said \"\"hi\"\", then left\",false,x");
      Record.Message two = trial.of(Record.Message.class).get(1);
      assertThat(two.header().claimed().instant()).isEqualTo(Instant.parse("2021-08-19T12:00:00Z"));
      assertThat(two.media()).extracting(m -> m.digest() != null).containsExactly(true, false);
      assertThat(trial.of(Record.Login.class))
          .anySatisfy(l -> {
            assertThat(l.action()).isEqualTo("last active");
            assertThat(l.header().claimed().instant())
                .isEqualTo(Instant.parse("2026-03-01T17:00:00Z"));
          });
      assertThat(trial.of(Record.Place.class))
          .extracting(Record.Place::accuracyMetres)
          .containsExactly(39.66, 12.5);
      assertThat(first(trial, Record.Call.class).duration()).isEqualTo(Duration.ofSeconds(90));
      assertThat(trial.of(Record.Follow.class))
          .extracting(f -> f.to().key())
          .containsExactly("sxt_ben", "sxt_cid");
      assertThat(trial.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactly("table odd.csv: alpha, beta");
      Golden.check("returns/snapchat", trial);
    }
  }

  @Test
  void discord() throws IOException {
    try (ReadTrial trial = read(Samples.discord())) {
      assertThat(trial.reader()).isEqualTo("discord-return");
      Record.Message alone = first(trial, Record.Message.class);
      assertThat(alone.author().key()).isEqualTo("222222222222222222");
      assertThat(alone.conversation().key()).isEqualTo("333333333333333333");
      Record.Message one = trial.of(Record.Message.class).get(1);
      assertThat(one.text()).isEqualTo("two\nlines");
      assertThat(one.media()).hasSize(2);
      assertThat(one.header().claimed().instant())
          .isEqualTo(Instant.parse("2025-01-02T03:04:05.678Z"));
      assertThat(trial.of(Record.Follow.class))
          .extracting(Record.Follow::how)
          .containsExactly(Record.Follow.How.FRIEND, Record.Follow.How.BLOCKS);
      assertThat(trial.of(Record.Membership.class)).hasSize(2);
      Golden.check("returns/discord", trial);
    }
  }

  @Test
  void kik() throws IOException {
    try (ReadTrial trial = read(Samples.kik())) {
      assertThat(trial.reader()).isEqualTo("kik-return");
      assertThat(trial.of(Record.Message.class))
          .extracting(Record.Message::text)
          .containsExactly("", "hello", "to all", "");
      Record.Message hello = trial.of(Record.Message.class).get(1);
      assertThat(hello.author().handle()).isEqualTo("sxt_ana");
      assertThat(hello.header().claimed().instant())
          .isEqualTo(Instant.parse("2025-01-01T00:00:00.123Z"));
      assertThat(trial.of(Record.Message.class).getFirst().media().getFirst().digest()).isNotNull();
      assertThat(trial.of(Record.Login.class)).extracting(Record.Login::port).contains(4444, 5555);
      Golden.check("returns/kik", trial);
    }
  }

  @Test
  void kikOlder() throws IOException {
    try (ReadTrial trial = read(Samples.kikOlder())) {
      assertThat(trial.reader()).isEqualTo("kik-return");
      Record.Login bind = first(trial, Record.Login.class);
      assertThat(bind.ip()).isEqualTo("203.0.113.7");
      assertThat(bind.port()).isEqualTo(5566);
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.author().handle() + ">" + m.recipients().getFirst().handle())
          .containsExactly("sxt_ana>sxt_ben", "sxt_ana>sxt_cid");
      Golden.check("returns/kik-older", trial);
    }
  }

  @Test
  void reddit() throws IOException {
    try (ReadTrial trial = read(Samples.reddit())) {
      assertThat(trial.reader()).isEqualTo("reddit-return");
      assertThat(trial.of(Record.Post.class))
          .extracting(Record.Post::text)
          .containsExactly("thanks, \"all\"", "Roses\nhow to");
      assertThat(trial.of(Record.Post.class))
          .extracting(p -> p.author().key())
          .containsOnly("sxt_ana");
      assertThat(trial.of(Record.Login.class))
          .extracting(Record.Login::action)
          .containsExactly("registration", null, "post");
      assertThat(trial.of(Record.Message.class))
          .extracting(m -> m.conversation().key())
          .containsExactly("chan1", "t1");
      Golden.check("returns/reddit", trial);
    }
  }

  @Test
  void gab() throws IOException {
    try (ReadTrial trial = read(Samples.gab())) {
      assertThat(trial.reader()).isEqualTo("gab-return");
      assertThat(first(trial, Record.Post.class).text()).isEqualTo("hello & all");
      assertThat(first(trial, Record.Post.class).author().handle()).isEqualTo("sxt_ana");
      assertThat(trial.of(Record.Login.class)).hasSize(2);
      Golden.check("returns/gab", trial);
    }
  }

  @Test
  void roblox() throws IOException {
    try (ReadTrial trial = read(Samples.roblox())) {
      assertThat(trial.reader()).isEqualTo("roblox-return");
      Record.Message m = first(trial, Record.Message.class);
      assertThat(m.author().key() + ">" + m.recipients().getFirst().key()).isEqualTo("123456>777");
      assertThat(m.header().claimed().basis()).isEqualTo(ZoneBasis.ASSUMED);
      assertThat(first(trial, Record.Login.class).header().claimed().instant())
          .isEqualTo(Instant.parse("2025-01-02T03:04:05Z"));
      Golden.check("returns/roblox", trial);
    }
  }

  @Test
  void cashApp() throws IOException {
    try (ReadTrial trial = read(Samples.cashApp())) {
      assertThat(trial.reader()).isEqualTo("cashapp-return");
      Record.Activity paid = first(trial, Record.Activity.class);
      assertThat(paid.what()).isEqualTo(Record.Activity.What.PAID);
      assertThat(paid.object()).isEqualTo("25.00 USD");
      assertThat(paid.text()).isEqualTo("rent");
      assertThat(paid.header().locator().pointer()).isEqualTo("Payments!A3");
      Golden.check("returns/cashapp", trial);
    }
  }

  @Test
  void apple() throws IOException {
    try (ReadTrial trial = read(Samples.apple())) {
      assertThat(trial.reader()).isEqualTo("apple-return");
      Record.Profile p = first(trial, Record.Profile.class);
      assertThat(p.account().key()).isEqualTo("9001");
      assertThat(p.selectors()).hasSize(2);
      assertThat(trial.of(Record.Login.class))
          .extracting(l -> l.account().key())
          .containsOnly("9001");
      assertThat(first(trial, Record.Follow.class).from().key()).isEqualTo("9002");
      Golden.check("returns/apple", trial);
    }
  }

  @Test
  void tikTok() throws IOException {
    try (ReadTrial trial = read(Samples.tikTok())) {
      assertThat(trial.reader()).isEqualTo("tiktok-return");
      assertThat(trial.of(Record.Login.class))
          .extracting(Record.Login::ip)
          .containsExactlyInAnyOrder("203.0.113.9", "203.0.113.10");
      assertThat(trial.of(Record.Login.class))
          .allSatisfy(l -> assertThat(l.account().basis()).isEqualTo(KeyBasis.HANDLE));
      assertThat(first(trial, Record.Post.class).postId()).isEqualTo("7300000000000000001");
    }
  }

  @Test
  void x() throws IOException {
    try (ReadTrial trial = read(Samples.x())) {
      assertThat(trial.reader()).isEqualTo("x-return");
      Record.Post post = first(trial, Record.Post.class);
      assertThat(post.text()).isEqualTo("Olá & all");
      assertThat(post.author().key()).isEqualTo("100");
      assertThat(post.media())
          .extracting(m -> m.part())
          .containsExactly("100_tweets_media/1001000000-pic.jpg");
      assertThat(trial.text(post.header().locator())).startsWith("{\"created_at\"").endsWith("}}");
      assertThat(first(trial, Record.Message.class).conversation().key()).isEqualTo("100-200");
      assertThat(trial.notes).extracting(n -> n.code()).contains("SX-NOTE-SIGNATURE");
      assertThat(trial.text(trial.ignored.getFirst())).startsWith("-----BEGIN PGP SIGNATURE-----");
      Golden.check("returns/x", trial);
    }
  }

  @Test
  void xOlder() throws IOException {
    try (ReadTrial trial = read(Samples.xOlder())) {
      assertThat(trial.reader()).isEqualTo("x-return");
      assertThat(trial.unknowns).isEmpty();
      assertThat(trial.of(Record.Message.class))
          .extracting(Record.Message::text)
          .containsExactly("first line\nnote: still text\nlast line", "answer");
      assertThat(trial.of(Record.Message.class))
          .extracting(Record.Message::messageId)
          .containsExactly("55", "56");
      assertThat(trial.of(Record.Login.class))
          .extracting(Record.Login::ip)
          .containsExactly("203.0.113.11", "203.0.113.12", "203.0.113.13");
      assertThat(trial.of(Record.Follow.class)).hasSize(2);
      assertThat(first(trial, Record.Profile.class).account().handle()).isEqualTo("sxt_ana");
      Golden.check("returns/x-older", trial);
    }
  }

  @Test
  void google() throws IOException {
    try (ReadTrial trial = read(Samples.google())) {
      assertThat(trial.reader()).isEqualTo("google-return");
      assertThat(first(trial, Record.Profile.class).account().key()).isEqualTo("987654321");
      assertThat(trial.of(Record.Login.class))
          .extracting(Record.Login::ip)
          .containsExactlyInAnyOrder("203.0.113.20", "203.0.113.21", "2001:db8::20");
      assertThat(trial.of(Record.Activity.class))
          .extracting(a -> a.what() + " " + a.text())
          .containsExactlyInAnyOrder(
              "SEARCHED roses", "INSTALLED Signal", "CHANGED Recovery phone");
      assertThat(first(trial, Record.Place.class).latitude()).isEqualTo(51.5);
      assertThat(first(trial, Record.Relation.class).to().key()).isEqualTo("111222333");
      assertThat(trial.of(Record.Message.class)).hasSize(1);
      assertThat(trial.unknowns).hasSize(1);
      Golden.check("returns/google", trial);
    }
  }

  @Test
  void anEmptySourceIsNobodys() throws IOException {
    try (ReadTrial trial =
        ReadTrial.of(Samples.write(folder, Map.of("notes.csv", Samples.utf8("a,b\n"))))) {
      assertThat(trial.reader()).isNotIn(List.of("snapchat-return", "kik-return", "reddit-return"));
    }
  }
}
