package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.http.Views.AccountView;
import dev.sextant.app.http.Views.ConversationView;
import dev.sextant.app.http.Views.ExhibitName;
import dev.sextant.app.http.Views.LanguageView;
import dev.sextant.app.http.Views.LocatorView;
import dev.sextant.app.http.Views.MediaView;
import dev.sextant.app.http.Views.RecordView;
import dev.sextant.app.http.Views.SelectorView;
import dev.sextant.authority.Act;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Media;
import dev.sextant.records.PictureHash;
import dev.sextant.records.Record;
import dev.sextant.records.RecordText;
import dev.sextant.records.Records;
import dev.sextant.records.StoredRecord;
import dev.sextant.records.text.Sighting;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Locator;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as the browser shows them; names of exhibits are looked up once a page. */
final class RecordViews {
  private final Map<ExhibitId, ExhibitName> exhibits = new HashMap<>();
  private final Records records;

  /* Names come within the act that shows the records: one consultation, one entry. */
  RecordViews(House house, Act act) {
    this.records = house.rooms().records();
    for (Exhibit exhibit : house.rooms().custody().exhibits(act)) {
      exhibits.put(
          exhibit.id(),
          new ExhibitName(exhibit.id().toString(), "E-" + exhibit.number(), exhibit.name()));
    }
  }

  RecordView view(StoredRecord stored, List<String> highlights) {
    Record record = stored.record();
    Locator at = record.header().locator();
    ClaimedTime claimed = record.header().claimed();
    Instant instant = claimed.instant();
    List<AccountRef> accounts = record.accounts();
    RecordText text = records.text(record);
    boolean acted = record.acting() != null;
    ConversationRef conversation = record.inConversation();
    return new RecordView(
        stored.id().hex(),
        record.kind().name(),
        record.header().platform().toString(),
        instant == null ? null : instant.toString(),
        claimed.text(),
        basis(claimed),
        stored.acquired().toString(),
        acted ? account(accounts.getFirst(), at) : null,
        accounts.stream().skip(acted ? 1 : 0).map(a -> account(a, at)).toList(),
        conversation == null
            ? null
            : new ConversationView(
                conversation.conversationKey(),
                conversation.title() == null ? conversation.key() : conversation.title(),
                conversation.kind().name()),
        record.words(),
        highlights,
        media(record),
        record.header().extra(),
        details(record),
        new LanguageView(text.language().code(), text.language().sureness()),
        text.seen().stream().map(RecordViews::selector).toList(),
        exhibits.getOrDefault(
            stored.exhibit(), new ExhibitName(stored.exhibit().toString(), "E-?", "")),
        new LocatorView(
            at.exhibit().hex(), at.part(), at.from(), at.to(), at.pointer(), at.toString()));
  }

  private static SelectorView selector(RecordText.Seen seen) {
    Sighting one = seen.sighting();
    return new SelectorView(
        one.kind().word(),
        one.rule(),
        seen.part(),
        one.from(),
        one.to(),
        one.value(),
        one.check().name());
  }

  private static String basis(ClaimedTime claimed) {
    return claimed.basis().name().toLowerCase(Locale.ROOT)
        + (claimed.zone().isEmpty() ? "" : " " + claimed.zone())
        + ", to the "
        + claimed.precision().name().toLowerCase(Locale.ROOT);
  }

  private static AccountView account(AccountRef ref, Locator at) {
    return new AccountView(
        ref.keyAt(at),
        ref.platform().toString(),
        ref.shownAs(),
        ref.handle(),
        ref.basis().name(),
        null);
  }

  private static List<MediaView> media(Record record) {
    return record.media().stream().map(RecordViews::media).toList();
  }

  private static MediaView media(Media one) {
    Digest digest = one.digest();
    PictureHash likeness = one.likeness();
    return new MediaView(
        one.name(),
        one.type(),
        one.part(),
        digest == null ? null : digest.hex(),
        likeness == null ? null : likeness.hex());
  }

  /** What the record's kind says beside accounts, words and time. */
  private static Map<String, String> details(Record record) {
    Map<String, String> details = new LinkedHashMap<>();
    switch (record) {
      case Record.Profile p -> {
        p.selectors()
            .forEach(s ->
                details.merge(
                    s.selector().toString(),
                    s.verified() ? "verified by the platform" : "stated",
                    (a, b) -> a));
        details.putAll(p.attributes());
      }
      case Record.Post p -> {
        put(details, "post id", p.postId());
        put(details, "reply to post", p.replyToPost());
        put(details, "repost of", p.repostOf());
      }
      case Record.Message m -> {
        put(details, "message id", m.messageId());
        put(details, "reply to", m.replyTo());
        put(details, "forwarded from", m.forwardedFrom());
        put(details, "platform's note", m.action());
      }
      case Record.Follow f -> put(details, "how", f.how().name().toLowerCase(Locale.ROOT));
      case Record.Login l -> {
        put(details, "address", l.ip());
        put(details, "port", l.port() < 0 ? null : Integer.toString(l.port()));
        put(details, "device", l.device());
        put(details, "action", l.action());
      }
      case Record.Call c -> {
        put(details, "duration", c.duration() == null ? null : c.duration().toString());
        put(details, "outcome", c.outcome());
      }
      case Record.Place p -> {
        put(details, "latitude", Double.toString(p.latitude()));
        put(details, "longitude", Double.toString(p.longitude()));
        put(
            details,
            "accuracy in metres",
            Double.isNaN(p.accuracyMetres()) ? null : Double.toString(p.accuracyMetres()));
        put(details, "name", p.name());
      }
      case Record.Activity a -> {
        put(details, "activity", a.what().name().toLowerCase(Locale.ROOT));
        put(details, "object", a.object());
      }
      case Record.Membership m ->
          put(details, "membership", m.action().name().toLowerCase(Locale.ROOT));
      case Record.Relation r -> {
        put(details, "label", r.label());
        put(details, "weight", Double.toString(r.weight()));
        put(details, "directed", Boolean.toString(r.directed()));
      }
    }
    return details;
  }

  private static void put(Map<String, String> details, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      details.put(name, value);
    }
  }
}
