package dev.sextant.records.reader.media;

import com.drew.lang.GeoLocation;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.PictureHash;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What a picture says by itself. The picture is a {@link Record.Post} of nobody with the picture
 * attached; a position in it is a {@link Record.Place} of nobody. Both carry the note that what a
 * device writes into a file is easily altered, since nothing vouches for it.
 */
public final class PictureRecords {
  /** Pictures that no platform vouches for. */
  public static final Platform PLATFORM = new Platform("media");

  private static final String GRADE = "device metadata, easily altered";

  private static final int BUFFER = 1 << 16;

  private PictureRecords() {}

  /**
   * A part as a medium: its type by content, its digest, and the hash of a picture.
   *
   * @param name the name or path that the source gives
   * @param type what the source says it is; used only where the bytes do not say
   */
  public static Media media(Source.Part part, String name, @Nullable String type)
      throws IOException {
    String found = MediaType.of(part.head());
    Optional<PictureHash> likeness = Optional.empty();
    if (MediaType.decodable(found)) {
      try (InputStream in = part.open()) {
        likeness = Likeness.of(in);
      }
    }
    return new Media(
        name, type != null ? type : found, part.path(), digestOf(part), likeness.orElse(null));
  }

  /**
   * What a part that is a picture, film or sound says by itself.
   *
   * @return the records, the first the medium itself; none if the part is no such medium
   */
  public static List<Record> of(Source.Part part, Source source) throws IOException {
    String type = MediaType.of(part.head());
    if (type == null || !(MediaType.picture(type) || MediaType.filmOrSound(type))) {
      return List.of();
    }
    Media media = media(part, part.path().isEmpty() ? part.fileName() : part.path(), type);
    return records(media, facts(part, type, source), part.at(0, part.size(), ""), type);
  }

  /**
   * What the device wrote into a picture that a record of a platform mentions.
   *
   * @return the records; none if the picture carries neither time, place nor device
   */
  public static List<Record> written(Source.Part part, Source source) throws IOException {
    String type = MediaType.of(part.head());
    if (!MediaType.picture(type) || type == null) {
      return List.of();
    }
    DeviceFacts facts = facts(part, type, source);
    boolean told =
        facts.place() != null || facts.taken().instant() != null || !facts.device().isEmpty();
    return told
        ? records(media(part, part.path(), type), facts, part.at(0, part.size(), ""), type)
        : List.of();
  }

  private static DeviceFacts facts(Source.Part part, String type, Source source)
      throws IOException {
    if (!MediaType.picture(type)) {
      return DeviceFacts.nothing();
    }
    try (InputStream in = part.open()) {
      byte[] bytes = in.readNBytes(source.limits().itemBytes());
      return DeviceFacts.of(MetadataBlocks.of(bytes, type), source.zone());
    } catch (ReaderFault.Limit | ZipException e) {
      return DeviceFacts.nothing(); // The part's own reading tells of the damage.
    }
  }

  private static List<Record> records(Media media, DeviceFacts facts, Locator at, String type) {
    Map<String, String> extra = new TreeMap<>(facts.tags());
    extra.put("type by content", type);
    if (media.likeness() != null) {
      extra.put("likeness", String.valueOf(media.likeness()));
    }
    if (!facts.none()) {
      extra.put("grade", GRADE);
    }
    if (!facts.device().isEmpty()) {
      extra.put("device", facts.device());
    }
    Header header = new Header(PLATFORM, at, facts.taken(), extra);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Post(
            header, null, null, facts.caption(), null, null, List.of(), null, List.of(media)));
    GeoLocation place = facts.place();
    if (place != null) {
      Map<String, String> said = new TreeMap<>();
      said.put("grade", GRADE);
      said.put("picture", media.name());
      said.put("sha256", String.valueOf(media.digest()));
      if (!facts.device().isEmpty()) {
        said.put("device", facts.device());
      }
      records.add(
          new Record.Place(
              new Header(PLATFORM, at, facts.fixed(), said),
              null,
              place.getLatitude(),
              place.getLongitude(),
              facts.accuracy(),
              null));
    }
    return records;
  }

  private static Digest digestOf(Source.Part part) throws IOException {
    MessageDigest sha = Digest.sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = part.open()) {
      int n = in.read(buffer);
      while (n >= 0) {
        sha.update(buffer, 0, n);
        n = in.read(buffer);
      }
    }
    return Digest.ofRaw(sha.digest());
  }
}
