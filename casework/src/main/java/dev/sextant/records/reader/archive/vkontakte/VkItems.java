package dev.sextant.records.reader.archive.vkontakte;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@code div.item} of the other pages into a record: what it is shows in the page's path
 * and, since paths differ, in what stands in it.
 */
final class VkItems {
  private static final String AGENT = "User Agent:";

  private static final Pattern ADDRESS =
      Pattern.compile(
          "((?:\\d{1,3}\\.){3}\\d{1,3}|(?=\\S*:)[0-9a-fA-F:]{3,39})(?: \\((.{1,60})\\))?");

  private static final Pattern POST = Pattern.compile("wall(-?[0-9]{1,15})_([0-9]{1,15})");

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()*-]{5,20}");

  private static final Set<String> FRIENDS = Set.of("friend", "friends");
  private static final Set<String> FOLLOWED =
      Set.of(
          "subscription",
          "subscriptions",
          "follow",
          "follower",
          "followers",
          "followed",
          "following");
  private static final Set<String> BLOCKED =
      Set.of("ban", "bans", "banned", "banlist", "black", "blacklist", "blacklisted");
  private static final Set<String> WALL = Set.of("wall");
  private static final Set<String> COMMENTS = Set.of("comment", "comments");
  private static final Set<String> PAYMENTS = Set.of("payment", "payments");
  private static final Set<String> LIKES = Set.of("like", "likes", "liked");

  private final VkPeople people;
  private final VkTimes times;
  private final String path;
  private final Set<String> words;

  /**
   * @param path the page's path, in lower case
   */
  VkItems(VkPeople people, VkTimes times, String path) {
    this.people = people;
    this.times = times;
    this.path = path;
    this.words = words(path);
  }

  /* Whole words of the page's own name and folder: folders above may be called anything. */
  private static Set<String> words(String path) {
    String[] steps = path.split("/", -1);
    String own =
        String.join("/", Arrays.asList(steps).subList(Math.max(0, steps.length - 2), steps.length));
    return Set.copyOf(Arrays.asList(own.split("[^\\p{L}]+", -1)));
  }

  private boolean of(Set<String> any) {
    return !Collections.disjoint(words, any);
  }

  /** The record; none if the item is empty. */
  List<Record> records(HtmlElement item, Locator at) {
    String said = item.text();
    HtmlElement link = item.first("a");
    if (said.isBlank() && link == null && item.first("img") == null) {
      return List.of();
    }
    if (said.contains(AGENT)) {
      return List.of(session(item, said, at));
    }
    HtmlElement label = item.elements().isEmpty() ? null : item.elements().getFirst();
    if (label != null && label.start().has("item__tertiary") && item.elements().size() > 1) {
      return List.of(profile(item, label, at));
    }
    AccountRef who = people.linked(link);
    boolean list = of(FRIENDS) || of(FOLLOWED) || of(BLOCKED);
    if (who != null && list) {
      return List.of(listed(said, who, at));
    }
    if (of(WALL) || of(COMMENTS)) {
      return List.of(post(item, said, at));
    }
    return List.of(doing(item, said, link, who, at));
  }

  private Header header(String said, Locator at, Map<String, String> extra) {
    return new Header(VkPeople.VK, at, time(said), extra);
  }

  private ClaimedTime time(String said) {
    VkTimes.Found found = times.last(said.replace('\n', ' '));
    return found == null ? ClaimedTime.none() : found.time();
  }

  private Record session(HtmlElement item, String said, Locator at) {
    Map<String, String> extra = new TreeMap<>();
    String ip = null;
    String device = null;
    List<String> rest = new ArrayList<>();
    for (String line : said.lines().toList()) {
      Matcher m = ADDRESS.matcher(line);
      if (line.startsWith(AGENT)) {
        device = line.substring(AGENT.length()).strip();
      } else if (m.matches() && ip == null) {
        ip = m.group(1);
        if (m.group(2) != null) {
          extra.put("country", m.group(2));
        }
      } else {
        rest.add(line);
      }
    }
    HtmlElement main = item.firstWithClass("item__main");
    String how = main == null ? "" : main.text().replace('\n', ' ');
    extra.put("text", String.join("\n", rest));
    return new Record.Login(
        header(said, at, extra),
        people.owner(),
        ip,
        -1,
        device == null || device.isEmpty() ? null : device,
        how.isBlank() ? null : how);
  }

  /* A label, then what it says: a name, a number, a city. */
  private Record profile(HtmlElement item, HtmlElement label, Locator at) {
    String name = label.text().isBlank() ? "value" : label.text();
    List<String> values = new ArrayList<>();
    for (HtmlElement one : item.elements()) {
      if (one != label) {
        String text = one.text();
        values.add(text.isEmpty() ? one.attribute("src") : text);
      }
    }
    values.removeIf(String::isBlank);
    String value = String.join("\n", values);
    Stating stated = new Stating();
    if (PHONE.matcher(value).matches()
        && name.toLowerCase(java.util.Locale.ROOT).matches(".*(?:телефон|phone|мобильн).*")) {
      stated.phone(name, value, false);
    } else if (value.indexOf('@') > 0 && value.indexOf(' ') < 0) {
      stated.email(name, value, false);
    } else {
      stated.also(name, value);
    }
    return new Record.Profile(
        new Header(
            VkPeople.VK,
            at,
            ClaimedTime.none(),
            value.isEmpty() ? Map.of("label", name) : Map.of()),
        people.owner(),
        stated.selectors(),
        stated.attributes());
  }

  private Record listed(String said, AccountRef who, Locator at) {
    Record.Follow.How how =
        of(FRIENDS)
            ? Record.Follow.How.FRIEND
            : of(BLOCKED) ? Record.Follow.How.BLOCKS : Record.Follow.How.FOLLOWS;
    return new Record.Follow(header(said, at, Map.of("text", said)), people.owner(), who, how);
  }

  private Record post(HtmlElement item, String said, Locator at) {
    String id = null;
    for (HtmlElement link : item.all("a")) {
      Matcher m = POST.matcher(link.attribute("href"));
      if (id == null && m.find()) {
        id = m.group();
      }
    }
    // On somebody else's wall or under a comment the page does not say who wrote.
    @Nullable AccountRef author =
        of(COMMENTS) || (id != null && id.startsWith("wall" + people.owner().key() + "_"))
            ? people.owner()
            : null;
    return new Record.Post(
        header(said, at, Map.of()), author, id, said, null, null, List.of(), null, List.of());
  }

  private Record doing(
      HtmlElement item,
      String said,
      @Nullable HtmlElement link,
      @Nullable AccountRef who,
      Locator at) {
    What what = of(PAYMENTS) ? What.PAID : of(LIKES) ? What.REACTED : What.OTHER;
    HtmlElement picture = item.first("img");
    String object =
        link != null ? link.attribute("href") : picture == null ? "" : picture.attribute("src");
    return new Record.Activity(
        header(said, at, Map.of("page", path)),
        people.owner(),
        what,
        said,
        object.isBlank() ? null : object,
        who);
  }
}
