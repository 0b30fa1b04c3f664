package dev.sextant.linkage.explain;

import dev.sextant.linkage.LinkageFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object that is read by name and kind; anything else is a fault that names the place. */
record Node(Map<?, ?> map, String place) {
  static Node of(@Nullable Object value, String place) {
    if (value instanceof Map<?, ?> map) {
      return new Node(map, place);
    }
    throw fault(place, value);
  }

  private static LinkageFault fault(String place, @Nullable Object value) {
    return new LinkageFault(
        "SX-LINK-JSON",
        "the document is no explanation",
        place,
        String.valueOf(value),
        "give the JSON as it was written");
  }

  LinkageFault fault(String name) {
    return fault(place + "." + name, map.get(name));
  }

  private <T> T need(String name, Class<T> kind) {
    Object value = map.get(name);
    if (!kind.isInstance(value)) {
      throw fault(name);
    }
    return kind.cast(value);
  }

  String text(String name) {
    return need(name, String.class);
  }

  Optional<String> optionalText(String name) {
    return map.get(name) == null ? Optional.empty() : Optional.of(text(name));
  }

  boolean flag(String name) {
    return need(name, Boolean.class);
  }

  long longWhole(String name) {
    return need(name, Long.class);
  }

  int whole(String name) {
    long value = longWhole(name);
    if (value != (int) value) {
      throw fault(name);
    }
    return (int) value;
  }

  Optional<Integer> optionalWhole(String name) {
    return map.get(name) == null ? Optional.empty() : Optional.of(whole(name));
  }

  double decimal(String name) {
    try {
      double value = Double.parseDouble(text(name));
      if (value > 0 && value < Double.POSITIVE_INFINITY || value == 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw fault(name);
    }
    throw fault(name);
  }

  Node node(String name) {
    return of(map.get(name), place + "." + name);
  }

  Optional<Node> optional(String name) {
    return map.get(name) == null ? Optional.empty() : Optional.of(node(name));
  }

  List<Node> nodes(String name) {
    List<Node> nodes = new ArrayList<>();
    for (Object each : need(name, List.class)) {
      nodes.add(of(each, place + "." + name + "[" + nodes.size() + "]"));
    }
    return nodes;
  }

  List<Integer> wholes(String name) {
    List<Integer> wholes = new ArrayList<>();
    for (Object each : need(name, List.class)) {
      if (!(each instanceof Long whole) || whole != whole.intValue()) {
        throw fault(name);
      }
      wholes.add(whole.intValue());
    }
    return wholes;
  }

  /** Probabilities, each a text that is exactly that double again. */
  double[] decimals(String name) {
    double[] decimals = numbers(name);
    for (double each : decimals) {
      if (!(each >= 0 && each <= 1)) {
        throw fault(name);
      }
    }
    return decimals;
  }

  /** Finite numbers, each a text that is exactly that double again. */
  double[] numbers(String name) {
    List<String> texts = texts(name);
    double[] numbers = new double[texts.size()];
    for (int i = 0; i < numbers.length; i++) {
      try {
        numbers[i] = Double.parseDouble(texts.get(i));
      } catch (NumberFormatException e) {
        throw fault(name);
      }
      if (!Double.isFinite(numbers[i])) {
        throw fault(name);
      }
    }
    return numbers;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object each : need(name, List.class)) {
      if (!(each instanceof String text)) {
        throw fault(name);
      }
      texts.add(text);
    }
    return texts;
  }
}
