package dev.sextant.tips;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sealed message of one of four sizes, so that its length says next to nothing. */
final class Envelope {
  /** Begins every sealed message in a queue or mailbox. */
  static final byte[] MAGIC = "SXTIP1\n".getBytes(StandardCharsets.US_ASCII);

  static final String TIP = "sextant-tip/1";
  static final String REPLY = "sextant-tip-reply/1";
  static final String ORIGINAL = "sextant-tip-original/1";

  /** 64 KiB, 512 KiB, 4 MiB, 32 MiB. [D] */
  private static final int[] SIZES = {1 << 16, 1 << 19, 1 << 22, 1 << 25};

  private Envelope() {}

  static byte[] seal(PublicKey to, String format, Map<String, ?> fields) {
    byte[] json = CanonicalJson.write(fields);
    int size =
        Arrays.stream(SIZES)
            .filter(s -> s >= json.length + Integer.BYTES)
            .findFirst()
            .orElseThrow(() ->
                new TipFault(
                    "SX-TIPS-LONG",
                    "more than fits into one tip",
                    format,
                    json.length + " bytes",
                    "send less at once; a further tip can be sent to the same words"));
    byte[] padded = ByteBuffer.allocate(size).putInt(json.length).put(json).array();
    try {
      byte[] sealed = Hpke.suite().seal(to, format.getBytes(StandardCharsets.US_ASCII), padded);
      return ByteBuffer.allocate(MAGIC.length + sealed.length).put(MAGIC).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new TipFault("SX-TIPS-SEAL", "cannot be sealed", format, e, "check the public key");
    }
  }

  static Map<String, @Nullable Object> open(PrivateKey own, String format, byte[] bytes) {
    if (bytes.length < MAGIC.length + Hpke.ENCAPSULATED_BYTES
        || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw unreadable(format, "it does not begin like one");
    }
    try {
      byte[] padded =
          Hpke.suite()
              .open(
                  own,
                  format.getBytes(StandardCharsets.US_ASCII),
                  Arrays.copyOfRange(bytes, MAGIC.length, bytes.length));
      ByteBuffer in = ByteBuffer.wrap(padded);
      int length = in.getInt();
      if (length < 0 || length > in.remaining()) {
        throw unreadable(format, "its length is wrong");
      }
      byte[] json = new byte[length];
      in.get(json);
      return CanonicalJson.readObject(json);
    } catch (GeneralSecurityException e) {
      throw new TipFault(
          "SX-TIPS-OPEN",
          "this cannot be opened",
          format,
          e,
          "it was altered, or it is sealed to another key");
    } catch (TipFault e) {
      throw e;
    } catch (Fault e) {
      throw unreadable(format, e.code());
    }
  }

  private static TipFault unreadable(String format, String why) {
    return new TipFault(
        "SX-TIPS-OPEN", "this is no sealed message", format, why, "leave it unopened and keep it");
  }

  static Map<String, Object> fields(Tip tip) {
    return Map.of(
        "day", tip.day(),
        "text", tip.text(),
        "mailbox", Map.of("name", tip.mailbox().name(), "key", tip.mailbox().key()),
        "attachments",
            tip.attachments().stream()
                .map(a ->
                    Map.of(
                        "name", a.name(), "bytes", Base64.getEncoder().encodeToString(a.bytes())))
                .toList());
  }

  static Tip tip(Map<String, @Nullable Object> fields) {
    List<Tip.Attachment> attachments = new ArrayList<>();
    if (fields.get("attachments") instanceof List<?> list) {
      for (Object one : list) {
        Map<?, ?> map = map(one);
        attachments.add(
            new Tip.Attachment(
                text(map.get("name")), Base64.getDecoder().decode(text(map.get("bytes")))));
      }
    }
    Map<?, ?> mailbox = map(fields.get("mailbox"));
    return new Tip(
        text(fields.get("day")),
        text(fields.get("text")),
        attachments,
        new Tip.Mailbox(text(mailbox.get("name")), text(mailbox.get("key"))));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
