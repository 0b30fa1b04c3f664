package dev.sextant.records.reader.capture.ufdr;

import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.graph.XmlCursor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code <model>} elements into {@link Model}, one at a time. Of a chat the messages are left
 * out or told one by one, since a chat may be larger than memory.
 */
final class ModelReader {
  /** Told of a model within another that is not kept in it. */
  interface Inner {
    /** The model has begun; it must be read to its end. */
    void take(XmlCursor xml) throws IOException, XmlCursor.Broken;
  }

  private final int most;
  private long size;

  /**
   * @param most characters of one model
   */
  ModelReader(int most) {
    this.most = most;
  }

  /**
   * Reads the model whose start tag was just read.
   *
   * @param apart takes the messages of a chat
   */
  Model read(XmlCursor xml, Inner apart) throws IOException, XmlCursor.Broken {
    size = 0;
    return model(xml, apart, true);
  }

  private Model model(XmlCursor xml, Inner apart, boolean outer)
      throws IOException, XmlCursor.Broken {
    Map<String, String> attributes = new HashMap<>(xml.attributes());
    Model model = new Model(attributes.getOrDefault("type", ""), attributes);
    boolean chat = outer && model.type().equals("Chat");
    int open = xml.depth();
    while (true) {
      switch (xml.next()) {
        case START -> {
          String field = xml.attribute("name");
          switch (xml.name().toLowerCase(Locale.ROOT)) {
            case "field", "multifield" -> values(xml, model, field);
            case "modelfield", "multimodelfield" -> {
              boolean messages = chat && field.equals("Messages");
              models(xml, model, field, messages ? apart : null, apart);
            }
            case "nodefield", "datafield", "jumptargets" -> other(xml, model, field);
            default -> other(xml, model, "");
          }
        }
        case END -> {
          if (xml.depth() < open) {
            return model;
          }
        }
        case FINISH -> throw ended(xml);
        case TEXT -> {}
      }
    }
  }

  private static XmlCursor.Broken ended(XmlCursor xml) {
    return broken(ReadFault.TRUNCATED, "a model without an end", xml);
  }

  private static XmlCursor.Broken broken(String code, String what, XmlCursor xml) {
    return new XmlCursor.Broken(new ReadFault(code, what), xml.end());
  }

  private void values(XmlCursor xml, Model model, String field)
      throws IOException, XmlCursor.Broken {
    int open = xml.depth();
    while (true) {
      switch (xml.next()) {
        case START -> {
          String name = xml.name();
          String type = xml.attribute("type");
          String text = xml.textOfElement();
          if (!text.isBlank()) {
            String own = name.equals("value") ? field : field + "." + name;
            count(text.length() + own.length(), xml);
            model.add(own, new Model.Value(text, type));
          }
        }
        case END -> {
          if (xml.depth() < open) {
            return;
          }
        }
        case FINISH -> throw ended(xml);
        case TEXT -> {}
      }
    }
  }

  private void count(long characters, XmlCursor xml) throws XmlCursor.Broken {
    size += characters;
    if (size > most) {
      throw broken(ReadFault.LIMIT, "a model larger than " + most + " characters", xml);
    }
  }

  private void models(
      XmlCursor xml,
      Model model,
      String field,
      @org.jspecify.annotations.Nullable Inner instead,
      Inner apart)
      throws IOException, XmlCursor.Broken {
    int open = xml.depth();
    while (true) {
      switch (xml.next()) {
        case START -> {
          if (!xml.name().equals("model")) {
            other(xml, model, field + "." + xml.name());
          } else if (instead != null) {
            instead.take(xml);
          } else {
            Model inner = model(xml, apart, false);
            count(64, xml);
            if (!inner.empty() || !inner.attribute("file_id").isEmpty()) {
              model.add(field, inner);
            }
          }
        }
        case END -> {
          if (xml.depth() < open) {
            return;
          }
        }
        case FINISH -> throw ended(xml);
        case TEXT -> {}
      }
    }
  }

  /* References to files of the extraction; the identifiers are kept as they stand. */
  private void other(XmlCursor xml, Model model, String field)
      throws IOException, XmlCursor.Broken {
    String name = field.isEmpty() ? xml.name() : field;
    String text = xml.textOfElement().strip();
    if (!text.isEmpty()) {
      count(text.length(), xml);
      model.add(name, new Model.Value(text, ""));
    }
  }

  /** Passes over the element whose start tag was just read, however large. */
  static void skip(XmlCursor xml) throws IOException, XmlCursor.Broken {
    int open = xml.depth();
    while (true) {
      switch (xml.next()) {
        case END -> {
          if (xml.depth() < open) {
            return;
          }
        }
        case FINISH -> throw ended(xml);
        case START, TEXT -> {}
      }
    }
  }
}
