package dev.sextant.authority;

import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of cases. A case's own key never leaves this class; rooms get keys derived from it
 * (HKDF-SHA-256, RFC 5869), each for one use, and only inside an act. Once a case's wrapped key is
 * destroyed, nothing of the case can be read and no keyed hash of it be tried.
 */
public final class CaseKeys {
  private static final int BYTES = 32;
  private static final String SELECTOR_TAG = "authority/selector-tag/v1";
  private static final String SELECTOR_KEY = "authority/selector-key/v1";
  private static final String ITEM = "authority/item-key/v1";

  private final Register register;
  private final AgencyKey agency;

  CaseKeys(Register register, AgencyKey agency) {
    this.register = register;
    this.agency = agency;
  }

  /** A fresh key for a case that is being opened, wrapped. */
  byte[] fresh(CaseId opened) {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return agency.wrap(key, use(opened));
  }

  private static String use(CaseId of) {
    return "sextant/case-key/v1 " + of;
  }

  /**
   * A key for one use within the act's case.
   *
   * @param use a name of the room's own, such as {@code custody/sealed-file/v1}
   * @return 32 bytes, always the same for the same case and use
   * @throws Refused if the act is over
   */
  public byte[] derive(Act act, String use) {
    act.requireOpen();
    return derive(act.permit().caseId(), use);
  }

  byte[] derive(CaseId of, String use) {
    return derive(register.within("case key", jdbc -> Register.caseKey(jdbc, of)), of, use);
  }

  private byte[] derive(byte[] wrapped, CaseId of, String use) {
    byte[] key = agency.unwrap(wrapped, use(of));
    return hkdf(key, new byte[0], "sextant/" + use, BYTES);
  }

  /**
   * A key for one use from a key of one thing.
   *
   * @return 32 bytes, always the same for the same key and use
   */
  public static byte[] derived(byte[] key, String use) {
    return hkdf(key, new byte[0], "sextant/" + use, BYTES);
  }

  /** Extract and expand. */
  static byte[] hkdf(byte[] key, byte[] salt, String info, int bytes) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .addSalt(salt)
                  .thenExpand(info.getBytes(StandardCharsets.UTF_8), bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HKDF-SHA256 is in JDK 25", e);
    }
  }

  /** Seals and opens this room's own texts of a case, within a transaction that is open already. */
  ValueCipher registerCipher(JdbcClient jdbc, CaseId of) {
    return new ValueCipher(derive(Register.caseKey(jdbc, of), of, "authority/register/v1"));
  }

  /** Seals and opens another room's papers of a case, within a transaction that is open already. */
  ValueCipher papersCipher(JdbcClient jdbc, CaseId of, String use) {
    return new ValueCipher(derive(Register.caseKey(jdbc, of), of, "papers/" + use));
  }

  /** Seals what must be written though the case's key is lost: why an authority was stopped. */
  ValueCipher houseCipher() {
    return new ValueCipher(agency.derive("authority/register/v1"));
  }

  /**
   * Keyed hashes of identifiers under the case's key, 64 hexadecimal characters: equal identifiers
   * of a case meet in a table, and nobody without the key can try them.
   */
  public UnaryOperator<String> tags(Act act) {
    byte[] key = derive(act, SELECTOR_TAG);
    return identifier -> hmac(key, "tag\n" + identifier);
  }

  /**
   * As {@link #tags}, under a key of the house: equal identifiers meet across cases. For what
   * protects a person in every case, and for nothing else.
   */
  public UnaryOperator<String> houseTags(Act act) {
    act.requireOpen();
    byte[] key = agency.derive("authority/house-tag/v1");
    return identifier -> hmac(key, "tag\n" + identifier);
  }

  /** Keys of single persons and exhibits of the act's case. */
  public ItemKeys items(Act act) {
    return new ItemKeys(new ValueCipher(derive(act, ITEM)));
  }

  /** Makes and opens keys of single things: each is destroyed with its thing, the case's stays. */
  public static final class ItemKeys {
    private final ValueCipher cipher;

    private ItemKeys(ValueCipher cipher) {
      this.cipher = cipher;
    }

    /**
     * A fresh key.
     *
     * @return 32 random bytes
     */
    public byte[] fresh() {
      byte[] key = new byte[BYTES];
      new SecureRandom().nextBytes(key);
      return key;
    }

    /**
     * Wraps a key.
     *
     * @param use what it is for and whose; opening must name the same
     */
    public byte[] wrap(byte[] key, String use) {
      return cipher.seal(key, utf8(use));
    }

    /**
     * Opens a wrapped key.
     *
     * @throws RegisterFault {@code SX-AUTH-SEALED-VALUE} if it was altered or is of another use
     */
    public byte[] open(byte[] wrapped, String use) {
      return cipher.open(wrapped, utf8(use));
    }
  }

  /** Seals what a filter officer alone opens. */
  public interface FilterSeal {
    /** Seals a value, bound to what it is and where it belongs. */
    byte[] seal(byte[] plain, byte[] associated);
  }

  /**
   * A fresh key for what one reading seals off, wrapped by the agency's key and not by the case's.
   * Whoever seals with it cannot open.
   */
  public FilterSeal filterSeal(Act act, UUID reading) {
    act.requireOpen();
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    register.within(
        "filter key",
        jdbc ->
            jdbc.sql("insert into filter_key (reading, casefile, wrapped) values (?, ?, ?)")
                .param(reading)
                .param(act.permit().caseId().value())
                .param(agency.wrap(key, filterUse(reading)))
                .update());
    return new ValueCipher(key)::seal;
  }

  /**
   * Opens what {@link #filterSeal} sealed.
   *
   * @param wrapped the reading's key, as the database gives it to a filter permit
   * @throws Refused.Leave {@code SX-AUTH-FILTER} if the act is not a filter officer's
   */
  public byte[] filterOpen(Act act, Filtered sealed, byte[] associated) {
    act.requireOpen();
    if (act.permit().kind() != Permit.Kind.FILTER) {
      throw new Refused.Leave(
          "SX-AUTH-FILTER",
          "what was sealed off is for the filter officer alone",
          act.step().name(),
          act.permit().id().toString(),
          "ask a filter officer; the team sees how many there are");
    }
    byte[] key = agency.unwrap(sealed.wrapped(), filterUse(sealed.reading()));
    return new ValueCipher(key).open(sealed.body(), associated);
  }

  /**
   * A value that was sealed off.
   *
   * @param reading by which reading
   * @param wrapped that reading's key
   * @param body the sealed value
   */
  public record Filtered(UUID reading, byte[] wrapped, byte[] body) {}

  private static String filterUse(UUID reading) {
    return "sextant/filter-key/v1 " + reading;
  }

  /** HMAC-SHA-256 of texts, for the log: a selector's under a key of its own. */
  KeyedHash keyedHash(CaseId of) {
    byte[] wrapped = register.within("case key", jdbc -> Register.caseKey(jdbc, of));
    return hash(wrapped, of, null);
  }

  /** The same, of a wrapped key that was read already. */
  KeyedHash keyedHash(byte[] wrapped, Permit permit) {
    return hash(wrapped, permit.caseId(), permit.authority());
  }

  KeyedHash keyedHash(JdbcClient jdbc, CaseId of) {
    return hash(Register.caseKey(jdbc, of), of, null);
  }

  /** As {@link #keyedHash(CaseId)}; new keys are said to belong to an authority. */
  KeyedHash keyedHash(Permit permit) {
    CaseId of = permit.caseId();
    byte[] wrapped = register.within("case key", jdbc -> Register.caseKey(jdbc, of));
    return hash(wrapped, of, permit.authority());
  }

  private KeyedHash hash(byte[] wrapped, CaseId of, @Nullable AuthorityId authority) {
    return new KeyedHash(
        derive(wrapped, of, "authority/log-hash/v1"),
        selector -> {
          String tag = hmac(derive(wrapped, of, SELECTOR_TAG), "tag\n" + selector);
          byte[] held =
              selectorKey(of, tag, authority, new ValueCipher(derive(wrapped, of, SELECTOR_KEY)));
          return "hmac:" + hmac(held, "selector\n" + selector);
        });
  }

  /* One random key a selector: destroying it makes the log's hash of that selector one that nobody
   * can try, though the case lives on. The database is asked each time, since a key that a cache
   * remembered would not be destroyed. */
  private byte[] selectorKey(
      CaseId of, String tag, @Nullable AuthorityId authority, ValueCipher cipher) {
    return register.within(
        "selector key",
        jdbc -> {
          byte[] bound = utf8("selector-key " + of + " " + tag);
          Optional<byte[]> known = selectorKey(jdbc, of, tag);
          if (known.isEmpty()) {
            byte[] fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            jdbc.sql(
                    """
                    insert into selector_key (casefile, tag, authority, wrapped)
                    values (:case, :tag, :authority, :wrapped) on conflict do nothing
                    """)
                .param("case", of.value())
                .param("tag", tag)
                .param(
                    "authority", authority == null ? null : authority.value(), java.sql.Types.OTHER)
                .param("wrapped", cipher.seal(fresh, bound))
                .update();
            known = selectorKey(jdbc, of, tag);
          }
          return cipher.open(known.orElseThrow(), bound);
        });
  }

  private static Optional<byte[]> selectorKey(JdbcClient jdbc, CaseId of, String tag) {
    return jdbc.sql("select wrapped from selector_key where casefile = ? and tag = ?")
        .param(of.value())
        .param(tag)
        .query(byte[].class)
        .optional();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(utf8(text)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HmacSHA256 is in every JDK", e);
    }
  }

  /** Hashes that only a holder of the case's keys can try. */
  record KeyedHash(byte[] key, Function<Selector, String> selectors) {
    String of(Selector selector) {
      return selectors.apply(selector);
    }

    String of(Purpose purpose) {
      return "hmac:" + hmac(key, "purpose\n" + purpose.text());
    }
  }
}
