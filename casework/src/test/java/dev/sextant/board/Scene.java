package dev.sextant.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one scenario did and saw, in order, as the dossier prints it. */
final class Scene {
  /** Longer texts are cut: the dossier shows decisions, not evidence. */
  private static final int MOST = 1500;

  private final String name;
  private final List<Object> steps = new ArrayList<>();
  private int proofs;

  Scene(String name) {
    this.name = name;
  }

  /** A sentence of the scenario's own. */
  void say(String text) {
    steps.add(row("say", "text", text));
  }

  /** A request and its answer. */
  void request(String who, String what, @Nullable String body, String decision, String answer) {
    TreeMap<String, Object> row = row("request", "who", who);
    row.put("request", what);
    row.put("sent", cut(body == null ? "" : body));
    row.put("decision", decision);
    row.put("answer", cut(answer));
    steps.add(row);
  }

  /** An entry of the log with its proof. */
  void proof(Leaf leaf) {
    proofs++;
    TreeMap<String, Object> row = row("proof", "index", leaf.index());
    row.put("entry", leaf.text());
    row.put("size", leaf.size());
    row.put("root", leaf.root().hex());
    row.put("path", leaf.path().stream().map(d -> (Object) d.hex()).toList());
    row.put("code", leaf.field("code"));
    steps.add(row);
  }

  /** Whether a proof was given. */
  boolean proved() {
    return proofs > 0;
  }

  Map<String, Object> written(boolean passed, String failure) {
    TreeMap<String, Object> all = row("scene", "name", name);
    all.put("passed", passed);
    all.put("failure", cut(failure));
    all.put("steps", steps);
    return all;
  }

  private static TreeMap<String, Object> row(String kind, String name, Object value) {
    TreeMap<String, Object> row = new TreeMap<>();
    row.put("kind", kind);
    row.put(name, value);
    return row;
  }

  private static String cut(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST) + " [cut]";
  }
}
