package dev.sextant.identity;

import dev.sextant.identity.Observation.Said;
import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Media;
import dev.sextant.records.PictureHash;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Stated;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers observations from records, one after another; what comes out depends on which records
 * there are, not on their order.
 */
final class ObservationCensus implements RecordStream.Taker {
  /** Held by more accounts, a value says nothing about who is who. */
  static final int GENERIC_ABOVE = Survey.GENERIC_ABOVE;

  /** Values of one kind that are kept, the most frequent: enough for any real account. */
  private static final int MOST_VALUES = 60;

  /** Different handles of a case that share a part from which on it is usual there. */
  private static final int USUAL_PART = 4;

  private static final int HOURS = 24;
  private static final Pattern LINK =
      Pattern.compile("(?i)\\b(?:https?://|www\\.|t\\.me/)[^\\s<>\"')\\]]+");
  private static final Set<String> BIO =
      Set.of("bio", "biography", "biodescription", "description", "about");
  private static final Set<String> BIRTH =
      Set.of("birthday", "birthdate", "birth_date", "date of birth", "dob");

  /** Kinds whose values name few people, unless too many hold them. */
  private static final Set<Said> TELLING =
      Set.of(
          Said.EMAIL,
          Said.VERIFIED_EMAIL,
          Said.PHONE,
          Said.VERIFIED_PHONE,
          Said.LINK,
          Said.TOKEN,
          Said.PICTURE,
          Said.LIKENESS);

  private final TreeMap<String, Sheet> sheets = new TreeMap<>();

  private static final class Sheet {
    private final Platform platform;
    private final TreeMap<String, Instant[]> handles = new TreeMap<>();
    private final Map<Said, TreeMap<String, Integer>> said = new TreeMap<>();
    private final int[] hours = new int[HOURS];

    private Sheet(Platform platform) {
      this.platform = platform;
    }

    private void say(Said what, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        said.computeIfAbsent(what, w -> new TreeMap<>()).merge(value.strip(), 1, Integer::sum);
      }
    }

    private void handle(@Nullable String handle, @Nullable Instant when) {
      if (handle == null || handle.isBlank()) {
        return;
      }
      Instant[] span = handles.computeIfAbsent(handle.strip(), h -> new Instant[2]);
      if (when != null) {
        span[0] = span[0] == null || when.isBefore(span[0]) ? when : span[0];
        span[1] = span[1] == null || when.isAfter(span[1]) ? when : span[1];
      }
    }
  }

  @Override
  public void take(Digest id, Record record) {
    Instant when = record.header().claimed().instant();
    AccountRef acting = record.acting();
    for (AccountRef ref : record.accounts()) {
      Sheet sheet = sheet(ref, record);
      sheet.handle(ref.basis() == KeyBasis.HANDLE ? ref.key() : ref.handle(), when);
      sheet.say(Said.NAME, ref.displayName());
      if (ref.basis() == KeyBasis.PHONE) {
        sheet.say(Said.VERIFIED_PHONE, phone(ref.key()));
      } else if (ref.basis() == KeyBasis.PLATFORM_ID) {
        sheet.say(Said.PLATFORM_ID, ref.platform() + ":" + ref.key());
      }
    }
    if (acting != null) {
      acted(sheet(acting, record), acting, record, when);
    }
    if (record instanceof Record.Profile profile) {
      profile(sheet(profile.account(), record), profile);
    }
  }

  private static void acted(Sheet sheet, AccountRef acting, Record record, @Nullable Instant when) {
    boolean act = !(record instanceof Record.Profile) && !(record instanceof Record.Relation);
    if (act && when != null) {
      sheet.hours[when.atZone(ZoneOffset.UTC).getHour()]++;
    }
    for (AccountRef other : record.accounts()) {
      if (!other.equals(acting)) {
        sheet.say(Said.BESIDE, beside(other, record));
      }
    }
    boolean wrote = record instanceof Record.Post || record instanceof Record.Message;
    if (!wrote) {
      return;
    }
    for (Media medium : record.media()) {
      Digest digest = medium.digest();
      PictureHash likeness = medium.likeness();
      sheet.say(Said.PICTURE, digest == null ? null : digest.hex());
      sheet.say(Said.LIKENESS, likeness == null ? null : likeness.hex());
    }
  }

  /* Across platforms the same person is known by a handle or a number; a name as displayed and a
   * label mean something in their exhibit only. */
  private static @Nullable String beside(AccountRef other, Record record) {
    String handle = other.basis() == KeyBasis.HANDLE ? other.key() : other.handle();
    if (handle != null && !handle.isBlank()) {
      return "@" + handle.strip().toLowerCase(Locale.ROOT);
    }
    return switch (other.basis()) {
      case PHONE -> other.key();
      case PLATFORM_ID -> other.accountKey();
      case HANDLE, DISPLAY_NAME, LABEL -> null;
    };
  }

  private static void profile(Sheet sheet, Record.Profile profile) {
    for (Stated stated : profile.selectors()) {
      Selector selector = stated.selector();
      switch (selector.type()) {
        case EMAIL ->
            sheet.say(stated.verified() ? Said.VERIFIED_EMAIL : Said.EMAIL, selector.value());
        case PHONE ->
            sheet.say(stated.verified() ? Said.VERIFIED_PHONE : Said.PHONE, selector.value());
        case PLATFORM_ID ->
            sheet.say(Said.PLATFORM_ID, selector.platform() + ":" + selector.value());
        case URL -> sheet.say(Said.LINK, link(selector.value()));
        case PGP, WALLET, DEVICE -> sheet.say(Said.TOKEN, selector.value());
        case DISPLAY_NAME -> sheet.say(Said.NAME, selector.value());
        case HANDLE -> sheet.handle(selector.value(), null);
        case IP, GROUP, HASHTAG, KEYWORD, PLACE -> {
          // Many people's: they tell nobody apart.
        }
      }
    }
    profile
        .attributes()
        .forEach((name, value) -> {
          String small = name.toLowerCase(Locale.ROOT);
          if (BIO.contains(small)) {
            sheet.say(Said.BIO, value);
            Matcher links = LINK.matcher(value);
            while (links.find()) {
              sheet.say(Said.LINK, link(links.group()));
            }
          } else if (BIRTH.contains(small)) {
            sheet.say(Said.BIRTH, value);
          }
        });
  }

  /* A web address by what leads there: no scheme, no leading www, no slash at the end. */
  static String link(String url) {
    String bare = url.replaceFirst("(?i)^https?://", "").replaceFirst("(?i)^www\\.", "");
    int slash = bare.indexOf('/');
    String host = slash < 0 ? bare : bare.substring(0, slash);
    String rest = slash < 0 ? "" : bare.substring(slash);
    return host.toLowerCase(Locale.ROOT) + rest.replaceFirst("[/.,;]+$", "");
  }

  private static @Nullable String phone(String key) {
    return key.matches("\\+[1-9][0-9]{5,14}") ? key : null;
  }

  private Sheet sheet(AccountRef ref, Record record) {
    return sheets.computeIfAbsent(
        AccountKeys.of(ref, record.header().locator()), key -> new Sheet(ref.platform()));
  }

  /**
   * The observations, by account.
   *
   * @param wanted which accounts; whoever is left out counts for nothing, not even as one of many
   *     who hold a value
   */
  List<Observation> observations(Predicate<String> wanted) {
    Map<String, Integer> holders = new HashMap<>();
    sheets.forEach((key, sheet) -> {
      if (wanted.test(key)) {
        for (Said what : TELLING) {
          for (String value : sheet.said.getOrDefault(what, new TreeMap<>()).keySet()) {
            holders.merge(plain(what) + " " + value, 1, Integer::sum);
          }
        }
      }
    });
    Set<String> usual = usualParts(wanted);
    List<Observation> all = new ArrayList<>();
    sheets.forEach((key, sheet) -> {
      if (wanted.test(key)) {
        all.add(observation(key, sheet, holders, usual));
      }
    });
    return all;
  }

  /* A firm's or a gang's mark stands in many of a case's handles: in so many different ones, a part
   * says what they belong to, not who they are. */
  private Set<String> usualParts(Predicate<String> wanted) {
    Map<String, Set<String>> handlesWith = new HashMap<>();
    sheets.forEach((key, sheet) -> {
      if (wanted.test(key)) {
        for (String handle : sheet.handles.keySet()) {
          for (String part : parts(handle)) {
            handlesWith
                .computeIfAbsent(part, p -> new HashSet<>())
                .add(String.join("", parts(handle)));
          }
        }
      }
    });
    Set<String> usual = new HashSet<>();
    handlesWith.forEach((part, handles) -> {
      if (handles.size() >= USUAL_PART) {
        usual.add(part);
      }
    });
    return usual;
  }

  /** The stretches of letters and of digits that a handle is made of, in small letters. */
  static List<String> parts(String handle) {
    List<String> parts = new ArrayList<>();
    for (String part :
        handle
            .toLowerCase(Locale.ROOT)
            .split("[^\\p{L}\\p{N}]+|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})")) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }

  /* A number that one platform verified and another only states is one value. */
  private static Said plain(Said what) {
    return switch (what) {
      case VERIFIED_EMAIL -> Said.EMAIL;
      case VERIFIED_PHONE -> Said.PHONE;
      default -> what;
    };
  }

  private static Observation observation(
      String key, Sheet sheet, Map<String, Integer> holders, Set<String> usual) {
    TreeMap<String, Span> handles = new TreeMap<>();
    sheet.handles.forEach((handle, span) ->
        handles.put(
            handle, span[1] == null ? Span.always() : new Span(span[0], span[1].plusNanos(1))));
    TreeMap<Said, List<String>> said = new TreeMap<>();
    List<String> generic = new ArrayList<>();
    sheet.said.forEach((what, counts) -> {
      said.put(what, mostFrequent(counts));
      if (TELLING.contains(what)) {
        counts.keySet().stream()
            .filter(value -> holders.getOrDefault(plain(what) + " " + value, 0) > GENERIC_ABOVE)
            .forEach(generic::add);
      }
    });
    sheet.handles.keySet().stream()
        .flatMap(handle -> parts(handle).stream())
        .filter(usual::contains)
        .forEach(part -> generic.add(Observation.PART + part));
    List<Integer> hours = new ArrayList<>();
    for (int acts : sheet.hours) {
      hours.add(acts);
    }
    return new Observation(
        key, sheet.platform, handles, said, hours, generic.stream().distinct().sorted().toList());
  }

  private static List<String> mostFrequent(TreeMap<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparing(Map.Entry<String, Integer>::getValue)
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_VALUES)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
