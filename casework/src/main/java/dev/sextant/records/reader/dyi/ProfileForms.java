package dev.sextant.records.reader.dyi;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.Mojibake;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The owner's profile and log-ins. */
final class ProfileForms {
  private static final String[] HANDLE = {
    "Username",
    "Nome de usuário",
    "Nombre de usuario",
    "Benutzername",
    "Nom d’utilisateur",
    "Nom d'utilisateur",
    "Nome utente",
    "Gebruikersnaam"
  };
  private static final String[] NAME = {"Name", "Nome", "Nombre", "Nom", "Naam"};
  private static final String[] BIO = {"Bio", "Biografia", "Biografía", "Steckbrief", "Biographie"};

  private ProfileForms() {}

  /** Instagram's {@code profile_user[0]}: the owner, or null if no handle is found. */
  static @Nullable AccountRef instagramOwner(Json value) {
    StringMap map = StringMap.of(Fields.of(value).object("string_map_data"));
    String handle = map.anyOf(HANDLE);
    String name = map.anyOf(NAME);
    return handle.isBlank()
        ? null
        : Whose.handle(Platform.INSTAGRAM, handle, name.isBlank() ? null : name);
  }

  /** Facebook's {@code profile_v2}: the owner, or null if there is no name. */
  static @Nullable AccountRef facebookOwner(Json value, String scope) {
    Fields f = Fields.of(value);
    String plain = f.text("name"); // Until 2019.
    String name =
        Mojibake.repair(plain == null ? f.object("name").textOrEmpty("full_name") : plain);
    String handle = f.textOrEmpty("username");
    if (!handle.isBlank()) {
      return Whose.handle(Platform.FACEBOOK, handle, name.isBlank() ? null : name);
    }
    return name.isBlank()
        ? null
        : new AccountRef(
            Platform.FACEBOOK, KeyBasis.DISPLAY_NAME, scope + "/owner/" + name, null, name);
  }

  /** The owner that a page's labels and values name; null if there is neither handle nor name. */
  static @Nullable AccountRef pageOwner(Map<String, String> said, Platform platform, String scope) {
    String handle = first(said, HANDLE);
    String name = first(said, NAME);
    String shown = name.isBlank() ? null : name;
    if (!handle.isBlank()) {
      return Whose.handle(platform, handle, shown);
    }
    return shown == null
        ? null
        : new AccountRef(platform, KeyBasis.DISPLAY_NAME, scope + "/owner/" + shown, null, shown);
  }

  private static String first(Map<String, String> said, String[] names) {
    for (String name : names) {
      String value = said.getOrDefault(name, "");
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }

  /** Instagram's profile. */
  static List<Record> instagram(Json value, Locator at, Whose whose) {
    AccountRef owner = whose.owner();
    if (owner == null) {
      return List.of();
    }
    Fields f = Fields.of(value);
    StringMap map = StringMap.of(f.object("string_map_data"));
    List<Record.Stated> selectors = new ArrayList<>();
    Map<String, String> attributes = new TreeMap<>();
    handle(owner, selectors);
    boolean mail = map.value("Email Confirmed").equalsIgnoreCase("true");
    boolean phone = map.value("Phone Confirmed").equalsIgnoreCase("true");
    map.values()
        .forEach((name, said) -> {
          boolean kept =
              said.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")
                  ? state(SelectorType.EMAIL, said, mail, selectors)
                  : said.matches("\\+[0-9 ()-]{6,20}")
                      && state(SelectorType.PHONE, said, phone, selectors);
          if (!kept && !said.isBlank()) {
            attributes.put(name, said);
          }
        });
    String bio = map.anyOf(BIO);
    if (!bio.isBlank()) {
      attributes.put("bio", bio);
    }
    f.known("string_map_data", "title");
    return List.of(profile(f, at, owner, selectors, attributes));
  }

  private static Record profile(
      Fields f,
      Locator at,
      AccountRef owner,
      List<Record.Stated> selectors,
      Map<String, String> attributes) {
    Header header = new Header(owner.platform(), at, ClaimedTime.none(), Mojibake.repair(f.rest()));
    return new Record.Profile(header, owner, selectors, attributes);
  }

  private static void handle(AccountRef owner, List<Record.Stated> selectors) {
    if (owner.handle() == null) {
      return;
    }
    try {
      selectors.add(
          new Record.Stated(
              Selector.of(SelectorType.HANDLE, owner.platform(), owner.handle()), true));
    } catch (BadValue e) {
      return; // No name at all, or longer than any: it stays the account's.
    }
  }

  private static boolean state(
      SelectorType type, String value, boolean verified, List<Record.Stated> selectors) {
    try {
      selectors.add(new Record.Stated(Selector.of(type, value), verified));
      return true;
    } catch (BadValue e) {
      return false; // Not of that form: it stays an attribute.
    }
  }

  /** Facebook's profile. */
  static List<Record> facebook(Json value, Locator at, Whose whose) {
    AccountRef owner = whose.owner();
    if (owner == null) {
      return List.of();
    }
    Fields f = Fields.of(value);
    List<Record.Stated> selectors = new ArrayList<>();
    Map<String, String> attributes = new TreeMap<>();
    handle(owner, selectors);
    for (Json mail : f.object("emails").array("emails")) {
      if (!state(SelectorType.EMAIL, mail.raw(), false, selectors)) {
        attributes.put("email", mail.raw());
      }
    }
    for (Json entry : f.array("phone_numbers")) {
      Fields phone = Fields.of(entry);
      String number = phone.textOrEmpty("phone_number");
      boolean verified = phone.object().get("verified") instanceof Json.Bool b && b.value();
      if (!number.isBlank() && !state(SelectorType.PHONE, number, verified, selectors)) {
        attributes.put("phone_number", number);
      }
    }
    if (owner.displayName() != null) {
      attributes.put("name", owner.displayName());
    }
    if (f.text("name") == null) {
      f.object("name").known("full_name");
    }
    f.known("username");
    String intro = f.text("intro_bio");
    if (intro != null) {
      attributes.put("bio", Mojibake.repair(intro));
    }
    return List.of(profile(f, at, owner, selectors, attributes));
  }

  /** One of Instagram's log-ins. */
  static List<Record> instagramLogin(Json value, Locator at, Whose whose, String action) {
    AccountRef owner = whose.owner();
    if (owner == null) {
      return List.of();
    }
    Fields f = Fields.of(value);
    StringMap map = StringMap.of(f.object("string_map_data"));
    f.known("string_map_data", "title");
    Map<String, String> extra = Mojibake.repair(f.rest());
    map.values()
        .forEach((name, said) -> {
          boolean port = name.equals("Port") && port(said) >= 0;
          if (!said.isBlank()
              && !port
              && !said.equals(map.address())
              && !said.equals(map.program())) {
            extra.put(name, said);
          }
        });
    return List.of(
        new Record.Login(
            new Header(owner.platform(), at, map.time(), extra),
            owner,
            map.address(),
            port(map.value("Port")),
            map.program(),
            action));
  }

  private static int port(String said) {
    return said.matches("[0-9]{1,5}") && Integer.parseInt(said) < 65_536
        ? Integer.parseInt(said)
        : -1;
  }

  /** One of Facebook's {@code account_activity_v2}. */
  static List<Record> facebookActivity(Json value, Locator at, Whose whose) {
    AccountRef owner = whose.owner();
    if (owner == null) {
      return List.of();
    }
    Fields f = Fields.of(value);
    ClaimedTime time = DyiForms.seconds(f, "timestamp");
    String ip = f.text("ip_address");
    String program = f.text("user_agent");
    String action = f.text("action");
    return List.of(
        new Record.Login(
            new Header(owner.platform(), at, time, Mojibake.repair(f.rest())),
            owner,
            ip,
            -1,
            program,
            action == null ? null : Mojibake.repair(action)));
  }
}
