package dev.sextant.records.reader.media;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.List;

/** A picture, or a folder or zip of nothing but pictures, films and sounds. */
public final class Pictures implements Reader {
  private static final ReaderCard CARD =
      new ReaderCard(
          "pictures",
          1,
          "Pictures, films and sounds as they are, one file or a folder or zip of them",
          List.of(
              "JPEG, PNG, GIF, BMP, TIFF: type by content, SHA-256, 64-bit difference hash",
              "Exif, XMP and IPTC of JPEG, PNG, WebP, TIFF, HEIC, AVIF: time, place, device"),
          List.of(
              "HEIC, AVIF and WebP are not decoded: no hash",
              "films and sounds are listed with their digest, their own metadata is not read",
              "cropped, mirrored or turned copies are not found by the hash"));

  @Override
  public ReaderCard card() {
    return CARD;
  }

  @Override
  public int sniff(Source source) throws IOException {
    int media = 0;
    int others = 0;
    for (Source.Part part : source.parts()) {
      String type = part.size() == 0 ? null : MediaType.of(part.head());
      if (MediaType.picture(type) || MediaType.filmOrSound(type)) {
        media++;
      } else if (20 * ++others > source.parts().size()) {
        return 0; // One file in twenty may lie beside them: a list, a note.
      }
    }
    return media == 0 ? 0 : 40;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    for (Source.Part part : source.parts()) {
      sink.item();
      List<Record> records = PictureRecords.of(part, source);
      if (records.isEmpty()) {
        sink.unknown(part.at(0, part.size(), ""), part.path());
      } else {
        sink.records(records);
      }
    }
  }
}
