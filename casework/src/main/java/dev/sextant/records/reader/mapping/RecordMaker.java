package dev.sextant.records.reader.mapping;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one record of one row. */
final class RecordMaker {
  private final MappingProfile profile;
  private final RecordForm form;
  private final Cells cells;
  private final Accounts accounts;
  private final TimePlan times;
  private final boolean turned;
  private String lacks = "";

  RecordMaker(
      MappingProfile profile,
      RecordForm form,
      Cells cells,
      Accounts accounts,
      TimePlan times,
      boolean turned) {
    this.profile = profile;
    this.form = form;
    this.cells = cells;
    this.accounts = accounts;
    this.times = times;
    this.turned = turned;
  }

  /** What was missing if no record could be made, in the profile's words. */
  String lacks() {
    return lacks;
  }

  /** The record; empty if the row lacks what it cannot do without. */
  Optional<Record> make(Header header) {
    List<AccountRef> one = accounts(Role.FROM, Role.FROM_NAME, Role.FROM_HANDLE);
    List<AccountRef> other = accounts(Role.TO, Role.TO_NAME, Role.TO_HANDLE);
    List<AccountRef> from = turned ? other : one;
    List<AccountRef> to = turned ? one : other;
    return switch (form.kind()) {
      case MESSAGE -> message(header, from, to);
      case POST -> post(header, from);
      case CALL -> call(header, from, to);
      case LOGIN -> first(from, "from").map(a -> login(header, a));
      case PLACE -> place(header, from);
      case RELATION ->
          both(from, to)
              .map(p ->
                  new Record.Relation(
                      header,
                      p.getFirst(),
                      p.getLast(),
                      blank(cells.take(Role.LABEL)),
                      weight(),
                      directed()));
      case MEMBERSHIP -> membership(header, from);
      case PROFILE -> first(from, "from").map(a -> profile(header, a));
      case FOLLOW ->
          both(from, to).map(p -> new Record.Follow(header, p.getFirst(), p.getLast(), how()));
      case ACTIVITY -> activity(header, from, to);
    };
  }

  private Optional<AccountRef> first(List<AccountRef> accounts, String what) {
    if (accounts.isEmpty()) {
      lacks = what;
    }
    return accounts.stream().findFirst();
  }

  private Optional<List<AccountRef>> both(List<AccountRef> from, List<AccountRef> to) {
    if (from.isEmpty() || to.isEmpty()) {
      lacks = from.isEmpty() ? "from" : "to";
      return Optional.empty();
    }
    return Optional.of(List.of(from.getFirst(), to.getFirst()));
  }

  private List<AccountRef> accounts(Role role, Role nameRole, Role handleRole) {
    List<AccountRef> all = new ArrayList<>();
    String name = cells.take(nameRole);
    String handle = cells.take(handleRole);
    for (FieldForm given : form.all(role)) {
      FieldForm field = given.self() && profile.self() != null ? profile.self() : given;
      String text = cells.take(field);
      for (String one : Cells.split(field, text)) {
        accounts
            .of(one, field, platform(), blank(handle), blank(name))
            .ifPresent(a -> {
              if (!a.key().equals(one) && !one.equals(a.handle()) && !one.equals(a.displayName())) {
                cells.keep(field);
              }
              all.add(a);
            });
      }
    }
    if (all.isEmpty() && !(name + handle).isEmpty()) {
      FieldForm only = FieldForm.of();
      accounts
          .of(
              handle.isEmpty() ? name : "@" + handle.replaceFirst("^@", ""),
              only,
              platform(),
              blank(handle),
              blank(name))
          .ifPresent(all::add);
    }
    return all;
  }

  private Platform platform() {
    Platform own = form.platform();
    return own == null ? profile.platform() : own;
  }

  private static @Nullable String blank(String text) {
    return text.isBlank() ? null : text;
  }

  private Optional<Record> message(Header header, List<AccountRef> from, List<AccountRef> to) {
    String text = cells.take(Role.TEXT);
    String id = cells.take(Role.ID);
    String action = cells.word(Role.ACTION);
    List<Media> media = media();
    if (from.isEmpty() && (text + id + action).isEmpty() && media.isEmpty()) {
      lacks = "from, text, id, action or media";
      return Optional.empty();
    }
    return Optional.of(
        new Record.Message(
            header,
            conversation(header, from, to),
            from.isEmpty() ? null : from.getFirst(),
            to,
            blank(id),
            text,
            blank(cells.take(Role.REPLY_TO)),
            blank(cells.take(Role.FORWARDED_FROM)),
            blank(action),
            mentions(),
            media));
  }

  /* Named by the table; else by the two who take part; else all rows of a table are one. */
  private ConversationRef conversation(Header header, List<AccountRef> from, List<AccountRef> to) {
    String key = cells.take(Role.CONVERSATION);
    String title = cells.take(Role.TITLE);
    if (!key.isEmpty() || !title.isEmpty()) {
      return new ConversationRef(
          platform(), ConversationRef.Kind.UNKNOWN, key.isEmpty() ? title : key, blank(title));
    }
    if (from.size() == 1 && to.size() == 1) {
      String a = from.getFirst().keyAt(header.locator());
      String b = to.getFirst().keyAt(header.locator());
      String both = a.compareTo(b) < 0 ? a + "|" + b : b + "|" + a;
      return new ConversationRef(platform(), ConversationRef.Kind.DIRECT, "direct/" + both, null);
    }
    return new ConversationRef(
        platform(),
        ConversationRef.Kind.UNKNOWN,
        "table/" + header.locator().exhibit().hex() + "/" + header.locator().part(),
        null);
  }

  private @Nullable ConversationRef statedConversation() {
    String key = cells.take(Role.CONVERSATION);
    String title = cells.take(Role.TITLE);
    return (key + title).isEmpty()
        ? null
        : new ConversationRef(
            platform(), ConversationRef.Kind.UNKNOWN, key.isEmpty() ? title : key, blank(title));
  }

  private List<AccountRef> mentions() {
    List<AccountRef> all = new ArrayList<>();
    for (FieldForm field : form.all(Role.MENTION)) {
      Cells.split(field, cells.take(field))
          .forEach(one -> accounts.of(one, field, platform(), null, null).ifPresent(all::add));
    }
    return all;
  }

  private List<Media> media() {
    return cells.all(Role.MEDIA).stream().map(name -> new Media(name, null, null, null)).toList();
  }

  private Optional<Record> post(Header header, List<AccountRef> from) {
    String text = cells.take(Role.TEXT);
    String id = cells.take(Role.ID);
    List<Media> media = media();
    if (from.isEmpty() && (text + id).isEmpty() && media.isEmpty()) {
      lacks = "from, text, id or media";
      return Optional.empty();
    }
    List<AccountRef> answered = accounts(Role.REPLY_TO_ACCOUNT, Role.TO_NAME, Role.TO_HANDLE);
    return Optional.of(
        new Record.Post(
            header,
            from.isEmpty() ? null : from.getFirst(),
            blank(id),
            text,
            blank(cells.take(Role.REPLY_TO)),
            answered.isEmpty() ? null : answered.getFirst(),
            mentions(),
            blank(cells.take(Role.REPOST_OF)),
            media));
  }

  private Optional<Record> call(Header header, List<AccountRef> from, List<AccountRef> to) {
    if (from.isEmpty() && to.isEmpty()) {
      lacks = "from or to";
      return Optional.empty();
    }
    return Optional.of(
        new Record.Call(
            header,
            statedConversation(),
            from.isEmpty() ? null : from.getFirst(),
            to,
            duration(header),
            blank(cells.word(Role.OUTCOME))));
  }

  private @Nullable Duration duration(Header header) {
    for (FieldForm field : form.all(Role.DURATION)) {
      String text = cells.look(field);
      if (!text.isEmpty()) {
        Duration length = Values.duration(text, field.unit(), profile.table().decimalComma());
        if (length == null) {
          cells.unreadable(field, "no duration");
        } else if (text.matches("\\d+") && "seconds".equals(field.unit())) {
          cells.take(field);
        } else {
          cells.keep(field);
        }
        return length;
      }
    }
    Instant end = times.instant(cells, Role.END);
    Instant start = header.claimed().instant();
    return end == null || start == null || end.isBefore(start)
        ? null
        : Duration.between(start, end);
  }

  private Record login(Header header, AccountRef account) {
    String ip = null;
    int port = -1;
    for (FieldForm field : form.all(Role.IP)) {
      String text = cells.look(field);
      if (!text.isEmpty()) {
        Values.AddressPort address = Values.address(text);
        if (address == null) {
          cells.unreadable(field, "no address");
        } else {
          cells.take(field);
          ip = address.ip();
          port = address.port();
        }
        break;
      }
    }
    for (FieldForm field : form.all(Role.PORT)) {
      String text = Optional.ofNullable(Values.digits(cells.look(field), false)).orElse("");
      if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
        port = Integer.parseInt(text);
        cells.take(field);
      } else if (!text.isEmpty()) {
        cells.unreadable(field, "no port");
      }
    }
    return new Record.Login(
        header, account, ip, port, blank(cells.take(Role.DEVICE)), blank(cells.word(Role.ACTION)));
  }

  private Optional<Record> place(Header header, List<AccountRef> from) {
    Double latitude = degrees(Role.LATITUDE, 90);
    Double longitude = degrees(Role.LONGITUDE, 180);
    for (FieldForm field : form.all(Role.COORDINATES)) {
      String text = cells.look(field);
      String[] both = text.replaceAll("[()\\[\\]]|(?i)POINT", " ").strip().split("[,;|/\\s]+", -1);
      if (both.length == 2 && latitude == null) {
        boolean reversed = "lon-lat".equals(field.order());
        latitude = Values.degrees(both[reversed ? 1 : 0], false, 90);
        longitude = Values.degrees(both[reversed ? 0 : 1], false, 180);
      }
      cells.keep(field);
    }
    if (latitude == null || longitude == null) {
      lacks = "latitude and longitude";
      return Optional.empty();
    }
    double accuracy = Double.NaN;
    for (FieldForm field : form.all(Role.ACCURACY)) {
      Double metres =
          Values.number(
              cells.look(field).replaceAll("(?i)\\s*m(eters|etres)?$", ""),
              profile.table().decimalComma());
      if (metres != null && metres >= 0) {
        accuracy = metres;
      }
      cells.keep(field);
    }
    return Optional.of(
        new Record.Place(
            header,
            from.isEmpty() ? null : from.getFirst(),
            latitude,
            longitude,
            accuracy,
            blank(cells.take(Role.PLACE))));
  }

  private @Nullable Double degrees(Role role, double most) {
    for (FieldForm field : form.all(role)) {
      String text = cells.look(field);
      if (!text.isEmpty()) {
        Double value = Values.degrees(text, profile.table().decimalComma(), most);
        if (value == null) {
          cells.unreadable(field, "no degrees");
        } else {
          cells.keep(field);
        }
        return value;
      }
    }
    return null;
  }

  private double weight() {
    for (FieldForm field : form.all(Role.WEIGHT)) {
      String text = cells.look(field);
      if (!text.isEmpty()) {
        Double value = Values.number(text, profile.table().decimalComma());
        if (value == null) {
          cells.unreadable(field, "no number");
          return 1;
        }
        cells.take(field);
        return value;
      }
    }
    return 1;
  }

  private boolean directed() {
    String word = cells.word(Role.DIRECTED).strip().toLowerCase(Locale.ROOT);
    return form.all(Role.DIRECTED).isEmpty()
        || List.of("1", "true", "yes", "directed", "arc").contains(word);
  }

  private Optional<Record> membership(Header header, List<AccountRef> from) {
    ConversationRef group = statedConversation();
    if (from.isEmpty() || group == null) {
      lacks = from.isEmpty() ? "from" : "conversation";
      return Optional.empty();
    }
    ConversationRef told =
        new ConversationRef(
            group.platform(), ConversationRef.Kind.GROUP, group.key(), group.title());
    List<AccountRef> by = accounts(Role.BY, Role.TO_NAME, Role.TO_HANDLE);
    return Optional.of(
        new Record.Membership(
            header,
            from.getFirst(),
            told,
            choice(Record.Membership.Action.class, Role.ACTION, Record.Membership.Action.PRESENT),
            by.isEmpty() ? null : by.getFirst()));
  }

  private Record profile(Header header, AccountRef account) {
    List<Record.Stated> stated = new ArrayList<>();
    state(Role.EMAIL, SelectorType.EMAIL, stated);
    state(Role.PHONE, SelectorType.PHONE, stated);
    Map<String, String> attributes = new TreeMap<>();
    for (FieldForm field : form.all(Role.ATTRIBUTE)) {
      String text = cells.take(field);
      if (!text.isEmpty()) {
        attributes.put(String.join(" ", field.columns()), text);
      }
    }
    return new Record.Profile(header, account, stated, attributes);
  }

  private void state(Role role, SelectorType type, List<Record.Stated> stated) {
    for (FieldForm field : form.all(role)) {
      for (String one : Cells.split(field, cells.look(field))) {
        try {
          stated.add(new Record.Stated(Selector.of(type, Values.plain(one)), false));
          cells.keep(field);
        } catch (BadValue e) {
          cells.unreadable(field, "no " + type.name().toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  private Record.Follow.How how() {
    return choice(Record.Follow.How.class, Role.HOW, Record.Follow.How.FOLLOWS);
  }

  private Optional<Record> activity(Header header, List<AccountRef> from, List<AccountRef> to) {
    String text = cells.take(Role.TEXT);
    String object = cells.take(Role.OBJECT);
    String said = cells.word(Role.WHAT);
    if (from.isEmpty() && (text + object + said).isEmpty()) {
      lacks = "from, what, text or object";
      return Optional.empty();
    }
    return Optional.of(
        new Record.Activity(
            header,
            from.isEmpty() ? null : from.getFirst(),
            choice(Record.Activity.What.class, Role.WHAT, Record.Activity.What.OTHER),
            text,
            blank(object),
            to.isEmpty() ? null : to.getFirst()));
  }

  /* One of our words; a cell that is none of them is kept beside the record. */
  private <E extends Enum<E>> E choice(Class<E> type, Role role, E otherwise) {
    String word = cells.word(role).strip();
    Optional<E> found =
        Stream.of(type.getEnumConstants()).filter(e -> e.name().equalsIgnoreCase(word)).findFirst();
    if (found.isEmpty()) {
      Arrays.stream(form.all(role).toArray(FieldForm[]::new)).forEach(cells::keep);
    }
    return found.orElse(otherwise);
  }
}
