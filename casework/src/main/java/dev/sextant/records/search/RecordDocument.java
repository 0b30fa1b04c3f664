package dev.sextant.records.search;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Media;
import dev.sextant.records.PictureHash;
import dev.sextant.records.Record;
import dev.sextant.records.RecordText;
import dev.sextant.records.StoredRecord;
import dev.sextant.records.store.Micros;
import dev.sextant.records.store.ScopeCheck;
import dev.sextant.records.text.Sighting;
import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A record as the index has it: terms, and the id; not the words themselves. */
final class RecordDocument {
  /** Words that people wrote and sources say. */
  static final String TEXT = "text";

  /** Names of accounts and conversations. */
  static final String NAMES = "names";

  static final String ID = "id";
  static final String AUTHORITY = "authority";
  static final String SCOPE = "scope";
  static final String READING = "reading";
  static final String EXHIBIT = "exhibit";
  static final String KIND = "kind";
  static final String PLATFORM = "platform";
  static final String ACCOUNT = "account";
  static final String CONVERSATION = "conversation";
  static final String TIME = "time";

  /** Names of the acting account. */
  static final String BY = "by";

  static final String LANGUAGE = "language";
  static final String MONTH = "month";

  /** Kinds of selector that stand in the words. */
  static final String HAS = "has";

  /** Selectors that stand in the words: kind, a blank, value in small letters. */
  static final String SELECTOR = "selector";

  /** Kind, platform, language, month and kinds of selector, in one value: see {@link Tuple}. */
  static final String TUPLE = "tuple";

  /** Digests of the media that a record carries, in hexadecimal digits. */
  static final String FILE = "file";

  /** Perceptual hashes of the pictures that a record carries. */
  static final String PICTURE = "picture";

  /** The pieces of those hashes: see {@link PictureHash#bands}. */
  static final String BAND = "band";

  /** Present, with one value, where a record needs no time to be in scope and has none. */
  static final String LASTING = "lasting";

  /** Lucene refuses longer terms; a longer key is cut alike when indexed and when looked for. */
  private static final int MOST_KEY = 8_000;

  private RecordDocument() {}

  /**
   * A record as a document.
   *
   * @param terms how its words become terms
   * @param read what a machine reads in its words
   */
  static Document of(StoredRecord stored, UUID reading, Mark mark, Terms terms, RecordText read) {
    Record record = stored.record();
    Document out = new Document();
    out.add(new BinaryDocValuesField(ID, new BytesRef(stored.id().bytes())));
    exact(out, AUTHORITY, mark.authority());
    exact(out, SCOPE, mark.scope());
    exact(out, READING, reading.toString());
    exact(out, EXHIBIT, stored.exhibit().toString());
    accounts(record)
        .forEach(key -> {
          exact(out, ACCOUNT, key);
          out.add(new SortedSetDocValuesField(ACCOUNT, new BytesRef(key)));
        });
    ConversationRef conversation = record.inConversation();
    if (conversation != null) {
      exact(out, CONVERSATION, key(conversation.conversationKey()));
    }
    Instant claimed = record.header().claimed().instant();
    if (claimed != null) {
      out.add(new LongField(TIME, Micros.of(claimed), Store.NO));
    } else if (!ScopeCheck.timed(record.kind())) {
      exact(out, LASTING, "1");
    }
    facets(out, Tuple.of(record, read));
    read.seen().stream()
        .map(RecordText.Seen::sighting)
        .filter(Sighting::counts)
        .map(RecordDocument::selector)
        .distinct()
        .forEach(value -> exact(out, SELECTOR, key(value)));
    record.media().forEach(one -> media(out, one));
    // The stream, not the text: which endings words lose is a matter of this record's language.
    out.add(words(terms.in(read.language().code()), text(record)));
    out.add(terms.field(NAMES, names(record)));
    AccountRef acting = record.acting();
    if (acting != null) {
      out.add(terms.field(BY, names(List.of(acting))));
    }
    return out;
  }

  private static Field words(Terms terms, String text) {
    Field plain = terms.field(TEXT, text);
    return plain.tokenStreamValue() != null
        ? plain
        : new TextField(TEXT, terms.tokenStream(TEXT, text));
  }

  private static void media(Document out, Media one) {
    Digest digest = one.digest();
    if (digest != null) {
      exact(out, FILE, digest.hex());
    }
    PictureHash likeness = one.likeness();
    if (likeness != null) {
      out.add(new SortedNumericDocValuesField(PICTURE, likeness.bits()));
      likeness.bands().forEach(band -> exact(out, BAND, band));
    }
  }

  private static String selector(Sighting seen) {
    return Words.selector(seen.kind(), seen.value());
  }

  private static void facets(Document out, Tuple tuple) {
    exact(out, KIND, tuple.kind().name());
    exact(out, PLATFORM, tuple.platform().name());
    exact(out, LANGUAGE, tuple.language());
    exact(out, MONTH, tuple.month());
    tuple.selectors().forEach(kind -> exact(out, HAS, kind.word()));
    out.add(new SortedDocValuesField(TUPLE, new BytesRef(tuple.text())));
  }

  private static void exact(Document out, String field, String value) {
    out.add(new StringField(field, value, Store.NO));
  }

  /** A key as it is indexed. */
  static String key(String key) {
    return key.length() > MOST_KEY ? key.substring(0, MOST_KEY) : key;
  }

  private static Set<String> accounts(Record record) {
    Set<String> keys = new LinkedHashSet<>();
    record.accounts().forEach(a -> keys.add(key(a.keyAt(record.header().locator()))));
    return keys;
  }

  /** The words of a record in the order in which they are indexed and highlighted. */
  static String text(Record record) {
    StringJoiner out = new StringJoiner("\n");
    add(out, record.words());
    switch (record) {
      case Record.Profile r -> {
        r.attributes().values().forEach(v -> add(out, v.equals(r.words()) ? null : v));
        r.selectors().forEach(s -> add(out, s.selector().value()));
      }
      case Record.Post r -> media(out, r.media());
      case Record.Message r -> {
        add(out, r.forwardedFrom());
        add(out, r.action());
        media(out, r.media());
      }
      case Record.Login r -> {
        add(out, r.ip());
        add(out, r.device());
        add(out, r.action());
      }
      case Record.Call r -> add(out, r.outcome());
      case Record.Place r -> add(out, r.name());
      case Record.Activity r -> add(out, r.object());
      case Record.Relation r -> add(out, r.label());
      case Record.Follow r -> {}
      case Record.Membership r -> {}
    }
    record.header().extra().values().forEach(v -> add(out, v));
    return out.toString();
  }

  private static void media(StringJoiner out, List<Media> media) {
    media.forEach(m -> add(out, m.name()));
  }

  private static String names(Record record) {
    StringJoiner out = new StringJoiner("\n");
    add(out, names(record.accounts()));
    ConversationRef conversation = record.inConversation();
    if (conversation != null) {
      add(out, conversation.title());
      add(out, conversation.key());
    }
    return out.toString();
  }

  private static String names(List<AccountRef> accounts) {
    StringJoiner out = new StringJoiner("\n");
    for (AccountRef account : accounts) {
      add(out, account.displayName());
      add(out, account.handle());
      add(out, account.key());
    }
    return out.toString();
  }

  private static void add(StringJoiner out, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      out.add(value);
    }
  }
}
