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
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Locator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Records as the index has them: terms, and the id; not the words themselves. */
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

  /** Accounts, and combinations of facets, that are remembered: exports name the same few. */
  private static final int MOST_REMEMBERED = 10_000;

  private final List<IndexableField> everywhere;
  private final Terms terms;
  private final Document out = new Document();
  private final BinaryDocValuesField id = new BinaryDocValuesField(ID, new BytesRef());
  private final LongField time = new LongField(TIME, 0, Store.NO);
  private final StringField lasting = exact(LASTING, "1");
  private final Streamed text;
  private final Streamed names;
  private final Streamed by;
  private final Map<AccountRef, Named> accounts = new HashMap<>();
  private final Map<Tuple, List<IndexableField>> facets = new HashMap<>();
  private @Nullable Digest accountsOf;
  private @Nullable ExhibitId exhibit;
  private StringField ofExhibit = exact(EXHIBIT, "");
  private @Nullable ConversationRef conversation;
  private StringField ofConversation = exact(CONVERSATION, "");

  /**
   * What makes documents of the records of one reading, by one thread. Fields that say the same in
   * many documents are made once, the others are filled anew: a message has some twenty, and making
   * them took as long as all that Lucene does with them but the words.
   *
   * @param terms how words become terms; such as remember
   */
  RecordDocument(UUID reading, Mark mark, Terms terms) {
    this.terms = terms;
    this.everywhere =
        List.of(
            exact(AUTHORITY, mark.authority()),
            exact(SCOPE, mark.scope()),
            exact(READING, reading.toString()));
    this.text = new Streamed(TEXT);
    this.names = new Streamed(NAMES);
    this.by = new Streamed(BY);
  }

  /** A field of words, filled from a text a document. */
  private final class Streamed {
    private final PlainWords plain = terms.plain();
    private final TextField field;

    Streamed(String name) {
      this.field = new TextField(name, plain);
    }

    TextField filled(Terms own, String text) {
      field.setTokenStream(own.stream(field.name(), text, plain));
      return field;
    }
  }

  /**
   * What the index has of an account.
   *
   * @param key as it is indexed
   * @param names all that are looked for, one a line
   */
  private record Named(String key, StringField exact, SortedSetDocValuesField facet, String names) {
    static Named of(AccountRef account, Locator at) {
      String key = RecordDocument.key(account.keyAt(at));
      StringJoiner names = new StringJoiner("\n");
      add(names, account.displayName());
      add(names, account.handle());
      add(names, account.key());
      return new Named(
          key,
          RecordDocument.exact(ACCOUNT, key),
          new SortedSetDocValuesField(ACCOUNT, new BytesRef(key)),
          names.toString());
    }
  }

  /**
   * A record as a document, the same object each time: it is indexed before the next is asked for.
   *
   * @param read what a machine reads in its words
   */
  Document of(StoredRecord stored, RecordText read) {
    Record record = stored.record();
    out.clear();
    id.setBytesValue(stored.id().bytes());
    out.add(id);
    everywhere.forEach(out::add);
    out.add(of(stored.exhibit()));
    List<Named> named = named(record);
    accounts(named);
    ConversationRef in = record.inConversation();
    if (in != null) {
      out.add(of(in));
    }
    Instant claimed = record.header().claimed().instant();
    if (claimed != null) {
      time.setLongValue(Micros.of(claimed));
      out.add(time);
    } else if (!ScopeCheck.timed(record.kind())) {
      out.add(lasting);
    }
    if (facets.size() >= MOST_REMEMBERED) {
      facets.clear();
    }
    facets.computeIfAbsent(Tuple.of(record, read), RecordDocument::fields).forEach(out::add);
    selectors(read);
    record.media().forEach(this::media);
    // The stream, not the text: which endings words lose is a matter of this record's language.
    out.add(text.filled(terms.in(read.language().code()), text(record)));
    out.add(names.filled(terms, names(named, in)));
    AccountRef acting = record.acting();
    if (acting != null) {
      out.add(by.filled(terms, of(acting, record).names));
    }
    return out;
  }

  private List<Named> named(Record record) {
    List<AccountRef> all = record.accounts();
    if (all.size() == 1) { // As nearly always.
      return List.of(of(all.getFirst(), record));
    }
    List<Named> named = new ArrayList<>(all.size());
    for (AccountRef one : all) {
      named.add(of(one, record));
    }
    return named;
  }

  /* Accounts known by a name only mean somebody within their exhibit: its digest is in their key. */
  private Named of(AccountRef account, Record record) {
    Locator at = record.header().locator();
    if (!at.exhibit().equals(accountsOf) || accounts.size() >= MOST_REMEMBERED) {
      accounts.clear();
      accountsOf = at.exhibit();
    }
    return accounts.computeIfAbsent(account, a -> Named.of(a, at));
  }

  private void accounts(List<Named> named) {
    Set<String> keys = new HashSet<>();
    for (Named one : named) {
      if (named.size() == 1 || keys.add(one.key)) {
        out.add(one.exact);
        out.add(one.facet);
      }
    }
  }

  private StringField of(ExhibitId from) {
    if (!from.equals(exhibit)) {
      exhibit = from;
      ofExhibit = exact(EXHIBIT, from.toString());
    }
    return ofExhibit;
  }

  private StringField of(ConversationRef in) {
    if (!in.equals(conversation)) {
      conversation = in;
      ofConversation = exact(CONVERSATION, key(in.conversationKey()));
    }
    return ofConversation;
  }

  private static List<IndexableField> fields(Tuple tuple) {
    List<IndexableField> fields = new ArrayList<>();
    fields.add(exact(KIND, tuple.kind().name()));
    fields.add(exact(PLATFORM, tuple.platform().name()));
    fields.add(exact(LANGUAGE, tuple.language()));
    fields.add(exact(MONTH, tuple.month()));
    tuple.selectors().forEach(kind -> fields.add(exact(HAS, kind.word())));
    fields.add(new SortedDocValuesField(TUPLE, new BytesRef(tuple.text())));
    return fields;
  }

  private void selectors(RecordText read) {
    if (read.seen().isEmpty()) {
      return;
    }
    read.seen().stream()
        .map(RecordText.Seen::sighting)
        .filter(Sighting::counts)
        .map(RecordDocument::selector)
        .distinct()
        .forEach(value -> out.add(exact(SELECTOR, key(value))));
  }

  private void media(Media one) {
    Digest digest = one.digest();
    if (digest != null) {
      out.add(exact(FILE, digest.hex()));
    }
    PictureHash likeness = one.likeness();
    if (likeness != null) {
      out.add(new SortedNumericDocValuesField(PICTURE, likeness.bits()));
      likeness.bands().forEach(band -> out.add(exact(BAND, band)));
    }
  }

  private static String selector(Sighting seen) {
    return Words.selector(seen.kind(), seen.value());
  }

  private static StringField exact(String field, String value) {
    return new StringField(field, value, Store.NO);
  }

  /** A key as it is indexed. */
  static String key(String key) {
    return key.length() > MOST_KEY ? key.substring(0, MOST_KEY) : key;
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

  private static String names(List<Named> named, @Nullable ConversationRef conversation) {
    StringJoiner out = new StringJoiner("\n");
    named.forEach(one -> add(out, one.names));
    if (conversation != null) {
      add(out, conversation.title());
      add(out, conversation.key());
    }
    return out.toString();
  }

  private static void add(StringJoiner out, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      out.add(value);
    }
  }
}
