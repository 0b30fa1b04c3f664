package dev.sextant.records.reader.mapping;

import dev.sextant.records.RecordKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a column of a table can be within a record. */
public enum Role {
  /** Who acted: author, caller, sender, whose account; one end of a tie. */
  FROM("author", "caller", "sender", "account"),
  /** The name shown for who acted. */
  FROM_NAME("author-name", "caller-name", "account-name"),
  /** The changeable account name of who acted. */
  FROM_HANDLE("author-handle", "account-handle"),
  /** Whom it reached: recipients, called, followed; the other end of a tie. */
  TO("recipient", "called", "towards"),
  /** The name shown for whom it reached. */
  TO_NAME("recipient-name", "called-name"),
  /** The changeable account name of whom it reached. */
  TO_HANDLE("recipient-handle"),
  /** Further accounts named. */
  MENTION("other"),
  /** Who did it, where it was another. */
  BY(),
  /** When; several columns are joined in the order given. */
  TIME("date"),
  /** When it ended; gives a call its duration where no column says it. */
  END(),
  /** The zone of the row's times: an offset or an IANA name. */
  ZONE(),
  /** The words. */
  TEXT("body"),
  /** The platform's number for the record. */
  ID(),
  /** Number of what it answers. */
  REPLY_TO(),
  /** Account that it answers. */
  REPLY_TO_ACCOUNT(),
  /** Number of what it repeats. */
  REPOST_OF(),
  /** Where it was forwarded from. */
  FORWARDED_FROM(),
  /** Files attached or linked. */
  MEDIA(),
  /** Key of the conversation, group or event. */
  CONVERSATION("group"),
  /** The conversation's title. */
  TITLE(),
  /** How long. */
  DURATION(),
  /** How it went: missed, answered. */
  OUTCOME(),
  /** What was done: login, joined, pinned. */
  ACTION(),
  /** IP address, with or without a port. */
  IP(),
  /** Source port. */
  PORT(),
  /** Device or program. */
  DEVICE(),
  /** Degrees north. */
  LATITUDE(),
  /** Degrees east. */
  LONGITUDE(),
  /** Both coordinates in one column. */
  COORDINATES(),
  /** Radius in metres. */
  ACCURACY(),
  /** Name of a place, a cell, a tower. */
  PLACE("cell"),
  /** Word for a tie. */
  LABEL(),
  /** Number for a tie. */
  WEIGHT(),
  /** Whether a tie runs one way. */
  DIRECTED(),
  /** How one account lists another. */
  HOW(),
  /** The kind of doing. */
  WHAT(),
  /** What it was done to. */
  OBJECT(),
  /** E-mail address stated for the account. */
  EMAIL(),
  /** Telephone number stated for the account. */
  PHONE(),
  /** Something else said about the account. */
  ATTRIBUTE(),
  /** Kept beside the record under the column's name. */
  KEEP();

  private static final Set<Role> SHARED = EnumSet.of(TIME, ZONE, KEEP);

  private static final Set<Role> ACTING =
      EnumSet.of(FROM, FROM_NAME, FROM_HANDLE, TO, TO_NAME, TO_HANDLE);

  private static final Map<RecordKind, Set<Role>> OF =
      Map.of(
          RecordKind.MESSAGE,
          with(CONVERSATION, TITLE, TEXT, ID, REPLY_TO, FORWARDED_FROM, ACTION, MENTION, MEDIA),
          RecordKind.POST,
          with(TEXT, ID, REPLY_TO, REPLY_TO_ACCOUNT, REPOST_OF, MENTION, MEDIA),
          RecordKind.CALL,
          with(CONVERSATION, TITLE, DURATION, END, OUTCOME),
          RecordKind.LOGIN,
          with(IP, PORT, DEVICE, ACTION),
          RecordKind.PLACE,
          with(LATITUDE, LONGITUDE, COORDINATES, ACCURACY, PLACE),
          RecordKind.RELATION,
          with(LABEL, WEIGHT, DIRECTED),
          RecordKind.MEMBERSHIP,
          with(CONVERSATION, TITLE, ACTION, BY),
          RecordKind.PROFILE,
          with(EMAIL, PHONE, ATTRIBUTE),
          RecordKind.FOLLOW,
          with(HOW),
          RecordKind.ACTIVITY,
          with(WHAT, TEXT, OBJECT));

  private final List<String> also;

  Role(String... also) {
    this.also = List.of(also);
  }

  private static Set<Role> with(Role... roles) {
    Set<Role> all = EnumSet.copyOf(SHARED);
    all.addAll(ACTING);
    all.addAll(Arrays.asList(roles));
    return all;
  }

  /** The word in a profile. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Every word for it in a profile, the usual one first. */
  public List<String> words() {
    List<String> all = new java.util.ArrayList<>();
    all.add(word());
    all.addAll(also);
    return List.copyOf(all);
  }

  /** The role of that word, under its own name or another; empty if there is none. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values())
        .filter(r -> r.word().equals(word) || r.also.contains(word))
        .findFirst();
  }

  /** What a column can be in a record of that kind. */
  public static Set<Role> of(RecordKind kind) {
    return EnumSet.copyOf(OF.getOrDefault(kind, SHARED));
  }

  /** What a record of that kind cannot do without; one of each set. */
  public static List<Set<Role>> needed(RecordKind kind) {
    return switch (kind) {
      case MESSAGE, POST -> List.of(EnumSet.of(FROM, TEXT, ID, ACTION, MEDIA));
      case CALL -> List.of(EnumSet.of(FROM, TO));
      case LOGIN -> List.of(EnumSet.of(FROM));
      case PLACE -> List.of(EnumSet.of(LATITUDE, COORDINATES), EnumSet.of(LONGITUDE, COORDINATES));
      case RELATION, FOLLOW -> List.of(EnumSet.of(FROM), EnumSet.of(TO));
      case MEMBERSHIP -> List.of(EnumSet.of(FROM), EnumSet.of(CONVERSATION));
      case PROFILE -> List.of(EnumSet.of(FROM));
      case ACTIVITY -> List.of(EnumSet.of(FROM, TEXT, OBJECT, WHAT));
    };
  }
}
