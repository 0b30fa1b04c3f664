package dev.sextant.records.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.ValueCipher;
import dev.sextant.authority.Verdict;
import dev.sextant.records.InstantText;
import dev.sextant.records.Record;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Seals what the tables of one case hold, and turns names into keyed hashes. For one thread. */
final class Sealer {
  private static final int MOST_REMEMBERED = 20_000;

  private final String bound;
  private final Function<UUID, byte[]> exhibitKeys;
  private final Map<UUID, ValueCipher> bodies = new HashMap<>();
  private final Mac mac;
  private final Map<String, UUID> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UUID> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /**
   * @param exhibitKeys a key for each exhibit: what records say goes when their exhibit does
   */
  Sealer(CaseKeys keys, Act act, Function<UUID, byte[]> exhibitKeys) {
    this.exhibitKeys = exhibitKeys;
    this.bound = act.permit().caseId() + "\n" + act.permit().authority() + "\n";
    this.mac = mac(keys.derive(act, "records/name/v1"));
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HmacSHA256 is in every JDK", e);
    }
  }

  UUID account(String key) {
    return keyed("account\n" + key);
  }

  UUID conversation(String key) {
    return keyed("conversation\n" + key);
  }

  UUID part(Locator at) {
    return keyed("part\n" + at.exhibit().hex() + "\n" + at.part());
  }

  /* 128 bits: names cannot be made to meet without the key, and a uuid is the smallest column. */
  private UUID keyed(String text) {
    return remembered.computeIfAbsent(
        text,
        t -> {
          ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(t.getBytes(StandardCharsets.UTF_8)));
          return new UUID(hash.getLong(), hash.getLong());
        });
  }

  byte[] seal(byte[] plain, Clear clear) {
    return body(clear.exhibit).seal(plain, bytes("record/v1\n" + bound + clear));
  }

  byte[] open(byte[] sealed, Clear clear) {
    return body(clear.exhibit).open(sealed, bytes("record/v1\n" + bound + clear));
  }

  /** What every seal here is bound to: case and authority. */
  String bound() {
    return bound;
  }

  /** Fails as {@link #open} would if the exhibit's key is gone. */
  void requireKey(UUID exhibit) {
    body(exhibit);
  }

  /** What a value that was sealed off is bound to. */
  static byte[] sealedOff(CaseId of, UUID reading, Verdict verdict, UUID tag) {
    return bytes("sealed-record/v1\n" + of + "\n" + reading + "\n" + verdict + "\n" + tag);
  }

  /** A record's id as a keyed hash, by which a later reading of the same bytes meets a decision. */
  UUID tag(Digest record) {
    return keyed("sealed\n" + record.hex());
  }

  private ValueCipher body(UUID exhibit) {
    return bodies.computeIfAbsent(exhibit, e -> new ValueCipher(exhibitKeys.apply(e)));
  }

  byte[] sealAbout(byte[] plain, UUID reading, UUID exhibit) {
    return body(exhibit).seal(plain, bytes("reading/v1\n" + bound + reading));
  }

  byte[] openAbout(byte[] sealed, UUID reading, UUID exhibit) {
    return body(exhibit).open(sealed, bytes("reading/v1\n" + bound + reading));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The columns in the clear that decide who sees a record and where it stands: bound to its sealed
   * body, so that a row that was changed does not open.
   */
  record Clear(
      UUID reading,
      UUID exhibit,
      Digest id,
      int ordinal,
      String kind,
      String platform,
      @Nullable Instant claimed) {
    static Clear of(UUID reading, UUID exhibit, Digest id, int ordinal, Record record) {
      Instant claimed = record.header().claimed().instant();
      return new Clear(
          reading,
          exhibit,
          id,
          ordinal,
          record.kind().name(),
          record.header().platform().name(),
          claimed == null ? null : Micros.placed(claimed));
    }

    @Override
    public String toString() {
      return String.join(
          "\n",
          reading.toString(),
          exhibit.toString(),
          id.hex(),
          Integer.toString(ordinal),
          kind,
          platform,
          claimed == null ? "null" : InstantText.of(claimed));
    }
  }
}
