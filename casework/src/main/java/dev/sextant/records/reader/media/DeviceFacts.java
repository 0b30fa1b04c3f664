package dev.sextant.records.reader.media;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.iptc.IptcReader;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.terms.ClaimedTime;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What a device or program wrote into a picture: when, where, with what. Easily altered. */
final class DeviceFacts {
  /** A tag longer than this is a thumbnail or a maker's private block, not a fact to show. */
  private static final int LONGEST = 500;

  private final Map<String, String> tags = new TreeMap<>();
  private ClaimedTime taken = ClaimedTime.none();
  private ClaimedTime fixed = ClaimedTime.none();
  private @Nullable GeoLocation place;
  private double accuracy = Double.NaN;
  private String caption = "";

  private DeviceFacts() {}

  /** Reads the blocks of a picture. */
  static DeviceFacts of(MetadataBlocks blocks, Optional<ZoneId> declared) {
    DeviceFacts facts = new DeviceFacts();
    Metadata metadata = new Metadata();
    parse(blocks, metadata);
    for (Directory directory : metadata.getDirectories()) {
      facts.tags(directory);
    }
    facts.exif(metadata, declared);
    GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    if (gps != null) {
      facts.gps(gps);
    }
    IptcDirectory iptc = metadata.getFirstDirectoryOfType(IptcDirectory.class);
    String said = iptc == null ? null : iptc.getString(IptcDirectory.TAG_CAPTION);
    byte[] xmp = blocks.xmp();
    if (xmp != null) {
      facts.xmp(xmp);
    }
    if (said != null && !said.isBlank()) {
      facts.caption = said.strip();
    }
    return facts;
  }

  /* The parser answers broken tags with any exception; what it read before stays. */
  private static void parse(MetadataBlocks blocks, Metadata into) {
    byte[] exif = blocks.exif();
    byte[] iptc = blocks.iptc();
    try {
      if (exif != null) {
        new ExifReader().extract(new ByteArrayReader(exif), into);
      }
    } catch (RuntimeException e) {
      into.addDirectory(broken("Exif"));
    }
    try {
      if (iptc != null) {
        new IptcReader().extract(new SequentialByteArrayReader(iptc), into, iptc.length);
      }
    } catch (RuntimeException e) {
      into.addDirectory(broken("IPTC"));
    }
  }

  private static Directory broken(String what) {
    Directory told = new com.drew.metadata.ErrorDirectory();
    told.addError(what + " block broken");
    return told;
  }

  private void tags(Directory directory) {
    for (Tag tag : directory.getTags()) {
      String text = directory.getString(tag.getTagType());
      if (tag.hasTagName() && text != null && !text.isBlank() && text.length() <= LONGEST) {
        tags.putIfAbsent(directory.getName() + ": " + tag.getTagName(), text.strip());
      }
    }
    for (String error : directory.getErrors()) {
      tags.putIfAbsent(directory.getName() + ": not readable", error);
    }
  }

  private void exif(Metadata metadata, Optional<ZoneId> declared) {
    ExifSubIFDDirectory sub = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    ExifIFD0Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    if (sub != null) {
      String original = sub.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
      String offset = sub.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL);
      taken = local(original, offset, declared);
      if (taken.instant() == null) {
        taken =
            local(
                sub.getString(ExifSubIFDDirectory.TAG_DATETIME_DIGITIZED),
                sub.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_DIGITIZED),
                declared);
      }
    }
    if (first != null && first.getString(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION) != null) {
      caption = String.valueOf(first.getString(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION)).strip();
    }
  }

  /** {@code 2024:05:01 12:30:00}, with {@code +02:00} beside it in newer files. */
  static ClaimedTime local(
      @Nullable String text, @Nullable String offset, Optional<ZoneId> declared) {
    if (text == null || text.isBlank() || text.startsWith("0000")) {
      return ClaimedTime.none();
    }
    String form = text.strip();
    if (!form.matches("\\d{4}[:-]\\d{2}[:-]\\d{2}[ T]\\d{2}:\\d{2}:\\d{2}.{0,12}")) {
      return ClaimedTime.unreadable(text);
    }
    String iso = form.substring(0, 10).replace(':', '-') + "T" + form.substring(11, 19);
    if (offset != null && offset.strip().matches("[+-]\\d{2}:\\d{2}|Z")) {
      ClaimedTime stated = ClaimedTimes.ofIso(iso + offset.strip());
      Instant instant = stated.instant();
      return instant == null
          ? ClaimedTime.unreadable(text)
          : new ClaimedTime(
              instant,
              form + " " + offset.strip(),
              ClaimedTime.ZoneBasis.STATED,
              stated.zone(),
              ClaimedTime.Precision.SECOND);
    }
    try {
      LocalDateTime at = LocalDateTime.parse(iso);
      return at.getYear() <= 1970
          ? ClaimedTime.unreadable(text)
          : ClaimedTimes.ofLocal(at, text, declared, ClaimedTime.Precision.SECOND);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(text);
    }
  }

  private void gps(GpsDirectory gps) {
    try {
      GeoLocation at = gps.getGeoLocation();
      // Devices without a fix write 0/0.
      if (at != null && !at.isZero() && valid(at)) {
        place = at;
      }
      Double error = gps.getDoubleObject(GpsDirectory.TAG_H_POSITIONING_ERROR);
      if (error != null && error > 0 && error < 1e7) {
        accuracy = error;
      }
      Date date = gps.getGpsDate();
      if (date != null && date.toInstant().atOffset(ZoneOffset.UTC).getYear() > 1970) {
        String text =
            gps.getString(GpsDirectory.TAG_DATE_STAMP)
                + " "
                + gps.getString(GpsDirectory.TAG_TIME_STAMP);
        fixed = ClaimedTime.utc(date.toInstant(), text, ClaimedTime.Precision.SECOND);
      }
    } catch (RuntimeException e) {
      // Rationals of hostile files divide by zero in the library; the raw tags are kept above.
      tags.putIfAbsent("GPS: not readable", "the position could not be computed");
    }
  }

  private static boolean valid(GeoLocation at) {
    return Math.abs(at.getLatitude()) <= 90 && Math.abs(at.getLongitude()) <= 180;
  }

  /* XMP is RDF in XML; its plain properties, as attributes or elements, are enough to show. */
  private void xmp(byte[] packet) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(packet));
      String open = "";
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            open =
                xml.getPrefix().equals("rdf") ? open : xml.getPrefix() + ":" + xml.getLocalName();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
              String prefix = xml.getAttributePrefix(i);
              if (prefix != null && !prefix.isEmpty() && !"rdf xml x xmlns".contains(prefix)) {
                property(prefix + ":" + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
              }
            }
          }
          case XMLStreamConstants.CHARACTERS -> property(open, xml.getText());
          default -> {}
        }
      }
    } catch (XMLStreamException | RuntimeException e) {
      tags.putIfAbsent("XMP: not readable", "the packet is broken");
    }
  }

  private void property(String name, String value) {
    if (!name.isEmpty() && !value.isBlank() && value.length() <= LONGEST && tags.size() < LONGEST) {
      tags.putIfAbsent("XMP: " + name, value.strip());
      if (name.equals("dc:description") && caption.isEmpty()) {
        caption = value.strip();
      }
    }
  }

  /** True if the picture carried nothing. */
  boolean none() {
    return tags.isEmpty();
  }

  /** All tags by {@code directory: name}. */
  Map<String, String> tags() {
    return tags;
  }

  /** When the exposure was made, as the device says. */
  ClaimedTime taken() {
    return taken;
  }

  /** When the position was fixed (satellite time), else when the exposure was made. */
  ClaimedTime fixed() {
    return fixed.instant() == null ? taken : fixed;
  }

  /** Where, or null. */
  @Nullable GeoLocation place() {
    return place;
  }

  /** Radius of the position in metres, or NaN. */
  double accuracy() {
    return accuracy;
  }

  /** The description written into the file, or the empty text. */
  String caption() {
    return caption;
  }

  /** Maker and model, or the empty text. */
  String device() {
    String make = tags.getOrDefault("Exif IFD0: Make", tags.getOrDefault("XMP: tiff:Make", ""));
    String model = tags.getOrDefault("Exif IFD0: Model", tags.getOrDefault("XMP: tiff:Model", ""));
    return model.startsWith(make) ? model : (make + " " + model).strip();
  }

  /** Of a file that carries nothing. */
  static DeviceFacts nothing() {
    return new DeviceFacts();
  }
}
