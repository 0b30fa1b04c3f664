package dev.sextant.records.reader.archive;

import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A walk through a JSON document whose sections are objects within objects, as deep as it likes.
 * The plan says at each value what it is; what the plan does not know is gone into, and where that
 * ends without a word of the plan it is told as unknown.
 */
public final class Tour {
  /** What a value is, by the names that lead to it. */
  public interface Plan {
    /**
     * The step to take.
     *
     * @param path the names from the top down
     * @param kind what comes next
     * @return null to go on into an object, or to tell anything else as unknown
     */
    @Nullable Step at(List<String> path, JsonStream.Kind kind);
  }

  /** What to do with a value. */
  public sealed interface Step {
    /** Each element of a list is an item. */
    record Each(JsonItems.Form form) implements Step {}

    /** The value is one item. */
    record One(JsonItems.Form form) implements Step {}

    /** Each field of an object is a list of items, its name told. */
    record Named(Naming form) implements Step {}

    /** It says nothing of its own: a version, a note to the reader. */
    record Pass() implements Step {}

    /** It is told as unknown, whole. */
    record Unknown() implements Step {}
  }

  /** A form for the elements of a named list. */
  public interface Naming {
    /** The form for the list of that name. */
    JsonItems.Form of(String name);
  }

  private final JsonStream in;
  private final JsonItems items;
  private final Plan plan;
  private final List<String> path = new ArrayList<>();

  private Tour(JsonStream in, JsonItems items, Plan plan) {
    this.in = in;
    this.items = items;
    this.plan = plan;
  }

  /** Walks through a whole document. */
  public static boolean run(JsonItems items, Plan plan) throws IOException {
    return items.run(in -> new Tour(in, items, plan).value());
  }

  private String section() {
    return path.isEmpty() ? "document" : String.join(" / ", path);
  }

  private void value() throws IOException {
    if (in.nothing()) {
      in.skip();
      return;
    }
    JsonStream.Kind kind = in.kind();
    switch (plan.at(List.copyOf(path), kind)) {
      case Step.Each each -> {
        if (kind == JsonStream.Kind.ARRAY) {
          items.each(in, each.form(), section());
        } else if (kind == JsonStream.Kind.OBJECT) {
          items.single(in, each.form()); // A list of one is sometimes written without its brackets.
        } else {
          blank();
        }
      }
      case Step.One one -> {
        if (kind == JsonStream.Kind.SCALAR) {
          blank();
        } else {
          items.item(in, one.form());
        }
      }
      case Step.Named named -> named(named, kind);
      case Step.Pass pass -> in.skip();
      case Step.Unknown unknown -> items.unknownEach(in, section());
      case null -> {
        if (kind == JsonStream.Kind.OBJECT) {
          in.object(this::field);
        } else if (kind == JsonStream.Kind.ARRAY) {
          items.unknownEach(in, section());
        } else {
          blank();
        }
      }
    }
  }

  private void field(String name) throws IOException {
    path.add(name);
    value();
    path.removeLast();
  }

  private void named(Step.Named named, JsonStream.Kind kind) throws IOException {
    if (kind != JsonStream.Kind.OBJECT) {
      items.unknownEach(in, section());
      return;
    }
    in.object(name -> items.each(in, named.form().of(name), section() + " / " + name));
  }

  /* A text where a section should be is the platform's way to say that there is none; any other is
   * an unknown item. */
  private void blank() throws IOException {
    items.passing(in, Tour::empty, section());
  }

  private static boolean empty(Json value) {
    return Stating.nothing(value.raw());
  }
}
