package dev.sextant.records.reader.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.records.Media;
import dev.sextant.records.PictureHash;
import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import dev.sextant.terms.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
  @TempDir Path folder;

  private static PictureHash hash(long seed, int width, int height, String format)
      throws IOException {
    byte[] bytes = PictureSamples.bytes(PictureSamples.drawn(seed, width, height), format);
    return Likeness.of(new ByteArrayInputStream(bytes)).orElseThrow();
  }

  @Test
  void copiesOfAPictureAreAlikeAndOthersAreNot() throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      PictureHash original = hash(seed, 800, 600, "png");
      assertThat(original.distance(hash(seed, 800, 600, "jpg"))).isLessThanOrEqualTo(3);
      assertThat(original.distance(hash(seed, 1600, 1200, "png")))
          .isLessThanOrEqualTo(PictureHash.LIKELY_SAME);
      assertThat(original.distance(hash(seed, 320, 240, "jpg")))
          .isLessThanOrEqualTo(PictureHash.LIKELY_SAME);
      assertThat(original.distance(hash(seed + 100, 800, 600, "png")))
          .isGreaterThan(PictureHash.LIKELY_SAME);
    }
  }

  @Test
  void aTrimmedCopyIsAlike() throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      var drawn = PictureSamples.drawn(seed, 800, 600);
      byte[] trimmed = PictureSamples.bytes(drawn.getSubimage(8, 6, 784, 588), "jpg");
      PictureHash copy = Likeness.of(new ByteArrayInputStream(trimmed)).orElseThrow();
      assertThat(copy.distance(hash(seed, 800, 600, "png")))
          .as("seed %s", seed)
          .isLessThanOrEqualTo(PictureHash.LIKELY_SAME);
    }
  }

  @Test
  void everyHashWithinSevenBitsSharesABand() {
    Random random = new Random(20261122);
    for (int i = 0; i < 2000; i++) {
      PictureHash one = new PictureHash(random.nextLong());
      long bits = one.bits();
      for (int flips = random.nextInt(PictureHash.LIKELY_SAME + 1); flips > 0; flips--) {
        bits ^= 1L << random.nextInt(64);
      }
      PictureHash other = new PictureHash(bits);
      Set<String> shared = new HashSet<>(one.bands());
      shared.retainAll(other.bands());
      assertThat(shared).as("seed 20261122, round %s", i).isNotEmpty();
      assertThat(PictureHash.of(one.hex())).isEqualTo(one);
      assertThat(one.distance(other)).isEqualTo(other.distance(one));
    }
  }

  @Test
  void aPictureOfOneColourHasNoHash() throws IOException {
    byte[] bytes =
        PictureSamples.bytes(
            new java.awt.image.BufferedImage(90, 80, java.awt.image.BufferedImage.TYPE_INT_RGB),
            "png");
    assertThat(Likeness.of(new ByteArrayInputStream(bytes))).isEmpty();
  }

  @Test
  void aPhotographSaysWhenWhereAndWithWhat() throws IOException {
    byte[] bytes = PictureSamples.photograph(3, 400, 300);
    Path file = Files.write(folder.resolve("holiday.txt"), bytes);
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.reader()).isEqualTo("pictures");
      Record.Post picture = trial.of(Record.Post.class).getFirst();
      assertThat(picture.header().claimed().instant())
          .isEqualTo(Instant.parse("2024-05-01T10:30:00Z"));
      assertThat(picture.header().claimed().basis()).isEqualTo(ZoneBasis.STATED);
      assertThat(picture.header().extra())
          .containsEntry("device", "Acme Cam 12")
          .containsEntry("grade", "device metadata, easily altered")
          .containsEntry("type by content", "image/jpeg");
      Media media = picture.media().getFirst();
      assertThat(media.digest()).isEqualTo(Digest.of(bytes));
      assertThat(media.likeness()).isEqualTo(hash(3, 400, 300, "jpg"));
      Record.Place place = trial.of(Record.Place.class).getFirst();
      assertThat(place.account()).isNull();
      assertThat(place.latitude()).isCloseTo(41.15, within(1e-9));
      assertThat(place.longitude()).isCloseTo(-8.61, within(1e-9));
      assertThat(place.accuracyMetres()).isNaN();
      assertThat(RecordCodec.record(RecordCodec.bytes(picture))).isEqualTo(picture);
    }
  }

  @Test
  void aFolderOfPicturesIsReadWhole() throws IOException {
    Files.write(folder.resolve("a.jpg"), PictureSamples.photograph(1, 200, 150));
    Files.write(
        folder.resolve("b.png"), PictureSamples.bytes(PictureSamples.drawn(2, 90, 60), "png"));
    Files.write(
        folder.resolve("c.webp"),
        "RIFF\4\0\0\0WEBP".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    try (ReadTrial trial = ReadTrial.of(folder)) {
      assertThat(trial.reader()).isEqualTo("pictures");
      assertThat(trial.of(Record.Post.class)).hasSize(3);
      assertThat(trial.of(Record.Post.class).get(2).media().getFirst().likeness()).isNull();
    }
  }

  @Test
  void damagedPicturesAreStillMedia() {
    byte[] bytes = PictureSamples.photograph(5, 60, 40);
    Readers only = new Readers(List.of(new Pictures()));
    Battering.mutate(only, bytes, "p.jpg", 5, 150);
    Battering.truncate(only, bytes, "p.jpg");
    byte[] png = PictureSamples.bytes(PictureSamples.drawn(2, 40, 30), "png");
    Battering.mutate(only, png, "p.png", 6, 150);
    assertThat(Limits.standard().itemBytes()).isPositive();
  }
}
