package dev.sextant.records.reader.graph;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads DOT, Graphviz's language (graphviz.org/doc/info/lang.html): node and edge statements,
 * chains, subgraphs, attributes. Defaults for drawing are listed as ignored.
 */
public final class DotReader extends PartReader {
  private static final Pattern START =
      Pattern.compile(
          "\\A(?:\\s|//[^\\n]*+\\n|#[^\\n]*+\\n|/\\*.*?\\*/)*+(?:strict\\s+)?(?:di)?graph\\b"
              + "\\s*(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s{\\[\"]*)\\s*(?:/\\*.*?\\*/\\s*)?\\{",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A reader. */
  public DotReader() {
    super(
        "dot",
        "DOT (Graphviz)",
        List.of("nodes", "edges", "edge chains", "subgraphs as ends of edges", "attributes"),
        List.of("defaults set by node [...] and edge [...]", "HTML labels are kept as written"));
  }

  @Override
  int sniff(Source.Part part, Head head) {
    String start = head.text().length() > 8192 ? head.text().substring(0, 8192) : head.text();
    return START.matcher(start).find() ? 85 : 0;
  }

  @Override
  void read(Source.Part part, Limits limits, Sink sink) throws IOException {
    TextEncoding encoding = encoding(part, sink);
    Scribe scribe = new Scribe(part, sink);
    try (DecodedText text = new DecodedText(part.open(), encoding)) {
      DotTokens tokens = new DotTokens(text, limits.itemBytes());
      Telling telling = new Telling(tokens, scribe, limits);
      try {
        telling.all();
      } catch (DotTokens.Broken e) {
        scribe.fault(
            new Scribe.Place(Math.min(telling.from, part.size()), part.size(), ""),
            e.fault().code(),
            e.fault().what());
      }
      noteReplaced(text.replaced(), sink);
    }
    scribe.close();
  }

  /** A statement's end of an edge: one node, or all nodes of a subgraph. */
  private record End(Set<String> nodes) {}

  private static final class Telling {
    private final DotTokens tokens;
    private final Scribe scribe;
    private final Limits limits;
    private boolean directed;
    private long from;

    Telling(DotTokens tokens, Scribe scribe, Limits limits) {
      this.tokens = tokens;
      this.scribe = scribe;
      this.limits = limits;
    }

    void all() throws IOException, DotTokens.Broken {
      while (tokens.peek().kind() != DotTokens.Kind.END) {
        from = tokens.peek().from();
        String word = tokens.next().text().toLowerCase(Locale.ROOT);
        if (word.equals("strict")) {
          word = tokens.next().text().toLowerCase(Locale.ROOT);
        }
        if (!word.equals("graph") && !word.equals("digraph")) {
          throw tokens.malformed("neither graph nor digraph");
        }
        directed = word.equals("digraph");
        if (!tokens.peek().is("{")) {
          tokens.next();
        }
        tokens.expect("{");
        statements(1);
      }
    }

    /** Reads up to the closing brace; returns the nodes named. */
    private Set<String> statements(int depth) throws IOException, DotTokens.Broken {
      if (depth > limits.nesting()) {
        throw new DotTokens.Broken(
            new ReadFault(ReadFault.LIMIT, "subgraphs nested deeper than " + limits.nesting()));
      }
      Set<String> named = new LinkedHashSet<>();
      while (!tokens.peek().is("}")) {
        if (tokens.peek().kind() == DotTokens.Kind.END) {
          throw tokens.truncated();
        }
        if (tokens.peek().is(";") || tokens.peek().is(",")) {
          tokens.next();
        } else {
          statement(depth, named);
        }
      }
      tokens.next();
      return named;
    }

    private void statement(int depth, Set<String> named) throws IOException, DotTokens.Broken {
      from = tokens.peek().from();
      long began = from;
      DotTokens.Token first = tokens.peek();
      String word = first.quoted() ? "" : first.text().toLowerCase(Locale.ROOT);
      if (Set.of("node", "edge", "graph").contains(word)) {
        tokens.next();
        attributes();
        scribe.ignored(new Scribe.Place(began, tokens.end(), ""), "drawing default");
        return;
      }
      boolean subgraph = first.is("{") || word.equals("subgraph");
      Map<String, String> ports = new TreeMap<>();
      End end = end(depth, ports);
      named.addAll(end.nodes());
      if (tokens.peek().is("=") && !subgraph) {
        tokens.next();
        tokens.next();
        scribe.ignored(new Scribe.Place(began, tokens.end(), ""), "graph attribute");
        return;
      }
      List<End> chain = new ArrayList<>(List.of(end));
      while (tokens.peek().is("->") || tokens.peek().is("--")) {
        tokens.next();
        chain.add(end(depth, ports));
      }
      chain.forEach(c -> named.addAll(c.nodes()));
      Map<String, String> attributes = attributes();
      from = began;
      if (chain.size() > 1) {
        edges(new Scribe.Place(began, tokens.end(), ""), chain, attributes, ports);
      } else if (!subgraph) {
        String label = attributes.remove("label");
        attributes.putAll(ports);
        scribe.node(
            new Scribe.Place(began, tokens.end(), ""),
            end.nodes().iterator().next(),
            label,
            attributes);
      }
    }

    private End end(int depth, Map<String, String> ports) throws IOException, DotTokens.Broken {
      DotTokens.Token token = tokens.next();
      if (!token.quoted() && token.text().equalsIgnoreCase("subgraph")) {
        token = tokens.next();
        if (!token.is("{")) {
          token = tokens.next();
        }
      }
      if (token.is("{")) {
        return new End(statements(depth + 1));
      }
      if (token.kind() != DotTokens.Kind.WORD) {
        throw tokens.malformed("an end of an edge is neither a node nor a subgraph");
      }
      while (tokens.peek().is(":")) {
        tokens.next();
        ports.merge("port of " + token.text(), tokens.next().text(), (a, b) -> a + ":" + b);
      }
      return new End(Set.of(token.text()));
    }

    private Map<String, String> attributes() throws IOException, DotTokens.Broken {
      Map<String, String> all = new TreeMap<>();
      while (tokens.peek().is("[")) {
        tokens.next();
        while (!tokens.peek().is("]")) {
          DotTokens.Token name = tokens.next();
          if (name.kind() == DotTokens.Kind.END) {
            throw tokens.truncated();
          }
          if (name.is(",") || name.is(";")) {
            continue;
          }
          String value = "true";
          if (tokens.peek().is("=")) {
            tokens.next();
            value = tokens.next().text();
          }
          all.put(name.text(), value);
        }
        tokens.next();
      }
      return all;
    }

    private void edges(
        Scribe.Place place,
        List<End> chain,
        Map<String, String> attributes,
        Map<String, String> ports) {
      String label = attributes.remove("label");
      String weight = attributes.remove("weight");
      attributes.putAll(ports);
      List<Record> records = Scribe.gathering();
      for (int i = 1; i < chain.size(); i++) {
        for (String one : chain.get(i - 1).nodes()) {
          for (String other : chain.get(i).nodes()) {
            if (records.size() >= 100_000) {
              scribe.fault(place, ReadFault.LIMIT, "one statement with more than 100000 ties");
              return;
            }
            if (!one.isBlank() && !other.isBlank()) {
              records.add(
                  scribe.relation(
                      place, new Edge(one, other, label, weight, directed, attributes)));
            }
          }
        }
      }
      if (records.isEmpty()) {
        scribe.fault(place, ReadFault.MISSING, "an edge statement without nodes");
      } else {
        scribe.together(records);
      }
    }
  }
}
