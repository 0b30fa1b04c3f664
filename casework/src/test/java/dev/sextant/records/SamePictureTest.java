package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.records.reader.media.PictureSamples;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same picture in other messages, over pictures that are really drawn and compressed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamePictureTest {
  private static final long SEED = 41;
  private static final int OTHERS = 60;
  private static final Selector BEN =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "200");

  @TempDir static Path folder;

  private final Map<String, byte[]> pictures = new LinkedHashMap<>();
  private TestHouse house;
  private Permit permit;
  private Map<String, StoredRecord> byPicture;

  @BeforeAll
  void start() {
    BufferedImage drawn = PictureSamples.drawn(SEED, 1280, 960);
    pictures.put("original", jpeg(drawn, 0.92f));
    pictures.put("copy", jpeg(drawn, 0.92f));
    pictures.put("compressed", jpeg(drawn, 0.35f));
    pictures.put("smaller", jpeg(scaled(drawn, 320, 240), 0.8f));
    pictures.put("larger", jpeg(scaled(drawn, 1920, 1440), 0.8f));
    pictures.put("cropped", jpeg(drawn.getSubimage(8, 6, 1264, 948), 0.85f));
    pictures.put("png", PictureSamples.bytes(drawn, "png"));
    for (int i = 0; i < OTHERS; i++) {
      pictures.put("other" + i, jpeg(PictureSamples.drawn(SEED + 1 + i, 1280, 960), 0.9f));
    }
    pictures.put("hidden", jpeg(drawn, 0.9f));
    house = TestHouse.start();
    permit = house.permit(Set.of(BEN), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
    house.records().read(permit, house.seal(permit, "a.zip", export()).id(), Progress.silent());
    byPicture =
        all(RecordQuery.all()).stream()
            .filter(r -> !r.record().media().isEmpty())
            .collect(
                Collectors.toMap(
                    r -> r.record().media().getFirst().name().replaceFirst(".*/(.*)\\..*", "$1"),
                    r -> r));
  }

  @AfterAll
  void stop() {
    house.close();
  }

  /* All in the chat with Ben, who is in scope, but for the hidden one. */
  private byte[] export() {
    List<String> ben = new ArrayList<>();
    String hidden = "";
    int id = 0;
    for (String name : pictures.keySet()) {
      id++;
      boolean out = name.equals("hidden");
      String message =
          "{\"id\": %d, \"type\": \"message\", \"date_unixtime\": \"%d\", \"from\": \"User\", \"from_id\": \"user%d\", \"photo\": \"photos/%s.jpg\", \"text\": \"\"}"
              .formatted(id, 1_774_000_000L + 60L * id, out ? 300 : 200, name);
      if (out) {
        hidden = message;
      } else {
        ben.add(message);
      }
    }
    String json =
        "{\"about\": \"Here is the data you requested.\", \"personal_information\": {\"user_id\": 100, \"first_name\": \"Anna\"}, \"chats\": {\"list\": [ {\"name\": \"Ben\", \"type\": \"personal_chat\", \"id\": 200, \"messages\": [%s]}, {\"name\": \"Carl\", \"type\": \"personal_chat\", \"id\": 300, \"messages\": [%s]}]}}"
            .formatted(String.join(",\n", ben), hidden);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      entry(zip, "result.json", json.getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> one : pictures.entrySet()) {
        entry(zip, "photos/" + one.getKey() + ".jpg", one.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static BufferedImage scaled(BufferedImage from, int width, int height) {
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = to.createGraphics();
    pen.drawImage(from.getScaledInstance(width, height, Image.SCALE_SMOOTH), 0, 0, null);
    pen.dispose();
    return to;
  }

  private static byte[] jpeg(BufferedImage image, float quality) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var to = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(to);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private List<StoredRecord> all(RecordQuery query) {
    return house.records().search(permit, query.page(0, 1000)).found().stream()
        .map(Page.Found::record)
        .toList();
  }

  private StoredRecord of(String picture) {
    return java.util.Objects.requireNonNull(byPicture.get(picture), picture);
  }

  private Set<String> found(String words) {
    List<StoredRecord> all = all(RecordQuery.all().words(words));
    return byPicture.entrySet().stream()
        .filter(e -> all.stream().anyMatch(r -> r.id().equals(e.getValue().id())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void copiesAreFoundHoweverTheyWereCompressedScaledOrTrimmed() {
    SameMedia same =
        house.records().same(permit, of("original").id(), (act, all) -> all.getFirst());

    assertThat(found(same.words()))
        .containsExactlyInAnyOrder(
            "original", "copy", "compressed", "smaller", "larger", "cropped", "png");
    assertThat(same.others()).isEqualTo(6);
    assertThat(same.found())
        .extracting(e -> e.record().id())
        .doesNotContain(of("original").id())
        .hasSize(6);
    for (SameMedia.Elsewhere one : same.found()) {
      assertThat(one.bytes()).isEqualTo(one.record().id().equals(of("copy").id()));
      assertThat(one.bits()).isLessThanOrEqualTo(PictureHash.LIKELY_SAME);
    }
  }

  @Test
  void whatIsFoundIsWhatMeasuringAllDistancesFinds() {
    byPicture.forEach((name, record) -> {
      PictureHash hash =
          java.util.Objects.requireNonNull(record.record().media().getFirst().likeness());
      Set<String> near =
          byPicture.entrySet().stream()
              .filter(e ->
                  hash.distance(
                          java.util.Objects.requireNonNull(
                              e.getValue().record().media().getFirst().likeness()))
                      <= PictureHash.LIKELY_SAME)
              .map(Map.Entry::getKey)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(found("same:" + hash.hex())).as("seed %s, %s", SEED, name).isEqualTo(near);
    });
  }

  @Test
  void differentPicturesAreNotTheSame() {
    for (int i = 0; i < OTHERS; i++) {
      SameMedia same =
          house.records().same(permit, of("other" + i).id(), (act, all) -> all.getFirst());
      assertThat(found(same.words())).as("seed %s", SEED + 1 + i).doesNotContain("original");
    }
  }

  @Test
  void whatIsOutOfScopeIsNeitherShownNorCounted() {
    assertThat(byPicture).doesNotContainKey("hidden");
    Digest hidden = Digest.of(java.util.Objects.requireNonNull(pictures.get("hidden")));
    assertThat(
            house.records().search(permit, RecordQuery.all().words("same:" + hidden.hex())).total())
        .isZero();
  }

  @Test
  void theSameBytesAreFoundByTheirDigest() {
    Digest digest = Digest.of(java.util.Objects.requireNonNull(pictures.get("copy")));
    assertThat(found("same:" + digest.hex())).containsExactlyInAnyOrder("copy", "original");
    assertThat(found("same:" + digest.hex() + " -same:" + Digest.of(new byte[0]).hex())).hasSize(2);
  }

  @Test
  void aFileThatIsNoExhibitIsLookedFor() throws IOException {
    Path file =
        Files.write(folder.resolve("known.jpg"), jpeg(PictureSamples.drawn(SEED, 640, 480), 0.7f));
    assertThat(found(SameMedia.words(SameMedia.known(file)))).hasSize(7);
  }

  @Test
  void whatIsNoDigestIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> all(RecordQuery.all().words("van same:12")))
        .isInstanceOf(RecordFault.BadQuery.class)
        .hasMessageContaining("neither a picture");
  }

  @Test
  void theBytesOfAMediumOpen() {
    Excerpt bytes = house.records().medium(permit, of("smaller").id(), 0);
    assertThat(bytes.own()).isEqualTo(pictures.get("smaller"));
    assertThat(bytes.digest()).isEqualTo(of("smaller").record().media().getFirst().digest());
    assertThatThrownBy(() -> house.records().medium(permit, of("smaller").id(), 1))
        .isInstanceOf(RecordFault.NotFound.class);
  }
}
