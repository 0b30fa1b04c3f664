package dev.sextant.records.reader.capture.ufdr;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.Gathered;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.TextEncoding;
import dev.sextant.records.reader.graph.XmlCursor;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One report. Read twice: first for what may stand anywhere in it (chats' members, the telephone's
 * owner, the index of files), then for everything, model by model.
 */
final class UfdrReport {
  private static final Set<String> CONTAINERS =
      Set.of("project", "decodeddata", "modeltype", "model", "taggedfiles", "sourceextractions");

  /** More files than this are not looked up; their attachments are named without their bytes. */
  private static final int MOST_FILES = 2_000_000;

  private final Source.Part part;
  private final Limits limits;
  private final Sink sink;
  private final Parties parties = new Parties();
  private final Map<Long, Chat> chats = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final ModelReader models;
  private long filesListed;
  private boolean open;
  private long reached;

  UfdrReport(Source.Part part, Limits limits, Sink sink) {
    this.part = part;
    this.limits = limits;
    this.sink = sink;
    this.models = new ModelReader(limits.itemBytes());
  }

  /** First reading: remembers, tells nothing. */
  void survey() throws IOException {
    try (XmlCursor xml = XmlCursor.open(part, encoding(), limits)) {
      XmlCursor.Next next = xml.next();
      while (next != XmlCursor.Next.FINISH) {
        if (next == XmlCursor.Next.START) {
          survey(xml);
        }
        next = xml.next();
      }
    } catch (XmlCursor.Broken e) {
      reached = e.at(); // The second reading tells of it.
    }
  }

  private TextEncoding encoding() throws IOException {
    return TextEncoding.of(part.head(), part.size() > part.head().length);
  }

  private void survey(XmlCursor xml) throws IOException, XmlCursor.Broken {
    switch (name(xml)) {
      case "model" -> {
        long from = xml.start();
        Model model = models.read(xml, this::owner);
        if (model.type().equals("Chat")) {
          chats.put(from, Chat.of(model, parties));
        } else {
          owners(model, Parties.platform(model.peek("Source")));
        }
      }
      case "file" -> file(xml);
      default -> {}
    }
  }

  private static String name(XmlCursor xml) {
    return xml.name().toLowerCase(java.util.Locale.ROOT);
  }

  /* Messages may name the owner where the chat does not list its members. */
  private void owner(XmlCursor xml) throws IOException, XmlCursor.Broken {
    Model message = new ModelReader(limits.itemBytes()).read(xml, UfdrReport::pass);
    owners(message, Parties.platform(message.peek("Source")));
  }

  private static void pass(XmlCursor xml) throws IOException, XmlCursor.Broken {
    ModelReader.skip(xml);
  }

  private void owners(Model model, Platform platform) {
    for (Model party : model.models("From", "To", "Parties", "Participants")) {
      if (party.peek("IsPhoneOwner").equalsIgnoreCase("true")) {
        AccountRef account = Parties.account(party, platform, "owner");
        if (account != null && account.basis() != AccountRef.KeyBasis.DISPLAY_NAME) {
          parties.owner(platform, account);
        }
      }
    }
  }

  /* <file id path><metadata><item name="Local Path">files\Image\a.jpg</item> */
  private void file(XmlCursor xml) throws IOException, XmlCursor.Broken {
    String id = xml.attribute("id");
    int depth = xml.depth();
    String local = "";
    while (true) {
      switch (xml.next()) {
        case START -> {
          boolean wanted = xml.attribute("name").equals("Local Path");
          if (name(xml).equals("item") && wanted) {
            local = xml.textOfElement().strip().replace('\\', '/');
          }
        }
        case END -> {
          if (xml.depth() < depth) {
            filesListed++;
            if (!local.isEmpty() && !id.isEmpty() && files.size() < MOST_FILES) {
              files.put(id, local);
            }
            return;
          }
        }
        case FINISH, TEXT -> {
          if (xml.depth() < depth) {
            return;
          }
        }
      }
    }
  }

  /** Local path by the file's id, as the index of files says; known after {@link #survey}. */
  Map<String, String> files() {
    return files;
  }

  /** How many files the index lists. */
  long filesListed() {
    return filesListed;
  }

  /** Who owns the telephone; known after {@link #survey}. */
  Parties parties() {
    return parties;
  }

  /** Second reading: tells everything. */
  void tell(Context context) throws IOException {
    Teller teller = new Teller(new MessageForms(context), new DeviceForms(context), context);
    try (XmlCursor xml = XmlCursor.open(part, encoding(), limits)) {
      XmlCursor.Next next = xml.next();
      while (next != XmlCursor.Next.FINISH) {
        if (next == XmlCursor.Next.START) {
          teller.element(xml);
        }
        reached = xml.end();
        next = xml.next();
      }
    } catch (XmlCursor.Broken e) {
      if (!open) {
        sink.item();
      }
      open = false;
      long at =
          Math.min(Math.min(e.at(), reached == 0 ? e.at() : Math.max(reached, 0)), part.size());
      sink.fault(part.at(at, part.size(), ""), e.fault());
    }
  }

  /** What each element becomes. */
  private final class Teller {
    private final MessageForms words;
    private final DeviceForms device;
    private final Context context;

    Teller(MessageForms words, DeviceForms device, Context context) {
      this.words = words;
      this.device = device;
      this.context = context;
    }

    void element(XmlCursor xml) throws IOException, XmlCursor.Broken {
      String name = name(xml);
      switch (name) {
        case "model" -> model(xml);
        case "file" -> ModelReader.skip(xml);
        case "metadata" -> metadata(xml);
        case "extractioninfo" -> ModelReader.skip(xml);
        default -> {
          if (!CONTAINERS.contains(name)) {
            long from = xml.start();
            ModelReader.skip(xml);
            sink.item();
            sink.unknown(
                at(from, xml.end(), ""), "element " + (name.matches("[a-z]{1,40}") ? name : "?"));
          }
        }
      }
    }

    private Locator at(long from, long to, String pointer) {
      long end = Math.min(to, part.size());
      return part.at(Math.min(from, end), end, pointer);
    }

    private void model(XmlCursor xml) throws IOException, XmlCursor.Broken {
      long from = xml.start();
      Chat chat = chats.get(from);
      Model model = models.read(xml, inner -> message(inner, chat));
      Locator at = at(from, xml.end(), model.attribute("id"));
      if (chat != null) {
        tell(chat.records(at, context), at);
      } else if (model.type().equals("Chat")) {
        tell(Chat.of(model, parties).records(at, context), at);
      } else {
        other(model, at);
      }
    }

    private void message(XmlCursor xml, @Nullable Chat chat) throws IOException, XmlCursor.Broken {
      long from = xml.start();
      reached = from;
      Model message = new ModelReader(limits.itemBytes()).read(xml, UfdrReport::pass);
      Locator at = at(from, xml.end(), message.attribute("id"));
      tell(words.instant(message, at, chat), at);
      reached = xml.end();
    }

    private void tell(List<? extends Record> records, Locator at) {
      sink.item();
      if (records.isEmpty()) {
        sink.fault(at, new ReadFault(ReadFault.MISSING, "nothing says whom or what this is about"));
      } else {
        sink.records(records);
      }
    }

    private void other(Model m, Locator at) throws IOException {
      List<? extends Record> records = form(m, at);
      if (records != null) {
        tell(records, at);
      } else {
        sink.item();
        String type = m.type();
        sink.unknown(at, "model " + (type.matches("[A-Za-z0-9]{1,60}") ? type : "of no type"));
      }
    }

    private @Nullable List<? extends Record> form(Model m, Locator at) throws IOException {
      return switch (m.type()) {
        case "InstantMessage" -> words.instant(m, at, null);
        case "Call" -> words.call(m, at);
        case "SMS", "MMS", "Email" -> words.mail(m, at);
        case "SocialMediaActivity" -> words.social(m, at);
        case "Contact" -> device.contact(m, at);
        case "UserAccount", "User" -> device.account(m, at);
        case "Location" -> device.location(m, at);
        default -> doing(m, at);
      };
    }

    private @Nullable List<? extends Record> doing(Model m, Locator at) {
      String[] none = {};
      return switch (m.type()) {
        case "InstalledApplication" ->
            device.doing(
                m,
                at,
                What.INSTALLED,
                new String[] {"Name"},
                new String[] {"Identifier", "AppGUID"});
        case "SearchedItem" ->
            device.doing(
                m, at, What.SEARCHED, new String[] {"Value"}, new String[] {"PositionAddress"});
        case "VisitedPage", "WebBookmark" ->
            device.doing(m, at, What.VIEWED, new String[] {"Title"}, new String[] {"Url", "URL"});
        case "Notification", "Note", "CalendarEntry", "Autofill" ->
            device.doing(
                m,
                at,
                What.OTHER,
                new String[] {"Body", "Value", "Subject", "Title"},
                new String[] {"Title", "Key", "Location"});
        case "FileDownload" ->
            device.doing(
                m, at, What.OTHER, new String[] {"Title"}, new String[] {"Url", "TargetPath"});
        case "WirelessNetwork" ->
            device.doing(m, at, What.OTHER, new String[] {"SSId"}, new String[] {"BSSId"});
        case "BluetoothDevice" ->
            device.doing(m, at, What.OTHER, new String[] {"Name"}, new String[] {"MACAddress"});
        case "DeviceEvent", "PoweringEvent", "ApplicationUsage", "DeviceConnectivity", "LogEntry" ->
            device.doing(
                m,
                at,
                What.OTHER,
                new String[] {"EventType", "Event", "Name", "Body"},
                new String[] {"Value", "Element", "Identifier"});
        case "SIMData" ->
            device.doing(m, at, What.OTHER, new String[] {"Value"}, new String[] {"Name"});
        case "Cookie" -> device.doing(m, at, What.VIEWED, none, new String[] {"Domain", "Url"});
        default -> null;
      };
    }

    /* <metadata section="Device Info"><item name="IMEI">...; the examined telephone itself. */
    private void metadata(XmlCursor xml) throws IOException, XmlCursor.Broken {
      long from = xml.start();
      String section = xml.attribute("section");
      int depth = xml.depth();
      Gathered said = new Gathered();
      boolean going = true;
      while (going) {
        switch (xml.next()) {
          case START -> {
            String named = xml.attribute("name");
            String key = named.isBlank() ? xml.name() : named;
            String value = xml.textOfElement().strip();
            if (!key.isBlank() && !value.isEmpty() && value.length() < 10_000) {
              said.add(key, value);
            }
          }
          case END -> going = xml.depth() >= depth;
          case FINISH -> going = false;
          case TEXT -> {}
        }
      }
      Map<String, String> items = said.values();
      if (!items.isEmpty()) {
        Locator at = at(from, xml.end(), "");
        tell(List.of(DeviceForms.device(section, items, at)), at);
      }
    }
  }
}
