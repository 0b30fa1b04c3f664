package dev.sextant.records.search;

import dev.sextant.records.RecordFault;
import dev.sextant.records.text.SelectorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Turns what a person typed into a query. The whole grammar:
 *
 * <pre>
 * either  = all { "OR" all }
 * all     = one { [ "AND" ] one }
 * one     = [ "-" ] ( "(" either ")" | '"' words '"' [ "~" places ] | "/" pattern "/"
 *                   | field ":" value | word [ "*" | "~" [ "2" ] ] )
 * </pre>
 *
 * <p>What can be typed cannot reach a field that the scope guards, and cannot be slow without
 * bounds: patterns have a bounded number of states, beginnings a shortest length. No expression is
 * replaced by the likeliest few of its words, since which they are would depend on records that the
 * person may not see.
 */
final class Words {
  private static final int MOST_DEPTH = 20;
  private static final int MOST_CLAUSES = 60;

  /** A shorter beginning would stand for half the dictionary. */
  private static final int SHORTEST_PREFIX = 2;

  /** Beyond it words are in the same text, no more. */
  private static final int MOST_PLACES = 50;

  /** A stem is worth less than the word as it was typed, what looks like it as much. */
  private static final float STEM_WEIGHT = 0.6f;

  private final String text;
  private final Terms terms;
  private final List<String> fields;
  private int at;
  private int clauses;
  private int depth;

  private Words(String text, Terms terms, List<String> fields) {
    this.text = text;
    this.terms = terms;
    this.fields = fields;
  }

  /**
   * The query for these words in any of the fields.
   *
   * @throws RecordFault.BadQuery with the character at which it shows
   */
  static Query query(String text, Terms terms, List<String> fields) {
    Words words = new Words(text, terms, fields);
    words.blanks();
    if (words.end()) {
      return new MatchAllDocsQuery();
    }
    Query query = words.either();
    if (!words.end()) {
      throw words.bad("a bracket is closed that was not opened", "remove it, or open one before");
    }
    return query;
  }

  private Query either() {
    List<Query> any = new ArrayList<>();
    any.add(all());
    while (word("OR")) {
      any.add(all());
    }
    if (any.size() == 1) {
      return any.getFirst();
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    any.forEach(q -> builder.add(q, Occur.SHOULD));
    return builder.build();
  }

  private Query all() {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    boolean positive = false;
    int parts = 0;
    while (parts == 0 || more()) {
      boolean not = !end() && text.charAt(at) == '-';
      if (not) {
        at++;
      }
      builder.add(one(), not ? Occur.MUST_NOT : Occur.MUST);
      positive |= !not;
      parts++;
    }
    if (!positive) {
      // What is left out must be left out of something.
      builder.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return builder.build();
  }

  /** True if the conjunction goes on; passes over an AND. */
  private boolean more() {
    blanks();
    if (end() || text.charAt(at) == ')' || isWord("OR")) {
      return false;
    }
    word("AND");
    return true;
  }

  private Query one() {
    blanks();
    if (++clauses > MOST_CLAUSES) {
      throw bad("too many words", "give at most " + MOST_CLAUSES);
    }
    if (end() || text.charAt(at) == ')' || isWord("OR") || isWord("AND")) {
      throw bad("a word is missing here", "write a word, or remove the operator before");
    }
    return switch (text.charAt(at)) {
      case '(' -> bracket();
      case '"' -> phrase();
      default -> plain();
    };
  }

  private Query bracket() {
    int opened = at++;
    if (++depth > MOST_DEPTH) {
      throw bad("too many brackets within brackets", "write it flatter");
    }
    Query inner = either();
    blanks();
    if (end()) {
      at = opened;
      throw bad("a bracket is not closed", "close it");
    }
    at++;
    depth--;
    return inner;
  }

  private Query phrase() {
    int opened = at;
    int closed = text.indexOf('"', at + 1);
    if (closed < 0) {
      throw bad("a quotation mark is not closed", "close it");
    }
    List<String> inside = terms.of(text.substring(at + 1, closed));
    if (inside.isEmpty()) {
      at = opened;
      throw bad("there is nothing to look for between the marks", "write words there");
    }
    at = closed + 1;
    int places = 0;
    if (!end() && text.charAt(at) == '~') {
      at++;
      places = number(MOST_PLACES, "places between words");
    }
    int between = places;
    return anyField(field -> near(field, inside, between));
  }

  private int number(int most, String what) {
    int start = at;
    while (!end() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - start < 4) {
      at++;
    }
    int value = at == start ? 0 : Integer.parseInt(text.substring(start, at));
    if (at == start || value > most) {
      at = start;
      throw bad("no such number of " + what, "give a number up to " + most);
    }
    return value;
  }

  private Query plain() {
    int start = at;
    if (SpecialCategories.askedFor(text, at)) {
      throw RecordFault.BadQuery.special(at);
    }
    Optional<Query> special = pattern().or(this::field);
    if (special.isPresent()) {
      return special.get();
    }
    String typed = run("()\"*~");
    List<String> inside = terms.of(typed);
    if (inside.isEmpty()) {
      at = start;
      throw bad("there is nothing to look for in this sign", "write letters, digits or an emoji");
    }
    char sign = end() ? ' ' : text.charAt(at);
    if (sign == '*') {
      return prefix(start, inside);
    }
    if (sign == '~') {
      return fuzzy(start, inside);
    }
    return anyField(field -> word(field, typed, inside));
  }

  private String run(String stops) {
    int start = at;
    while (!end()
        && !Character.isWhitespace(text.charAt(at))
        && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private Query prefix(int start, List<String> inside) {
    if (inside.getLast().length() < SHORTEST_PREFIX) {
      at = start;
      throw bad(
          "too short a beginning", "give at least " + SHORTEST_PREFIX + " characters before *");
    }
    at++;
    return anyField(
        field -> ending(field, inside, new PrefixQuery(new Term(field, inside.getLast()))));
  }

  private Query fuzzy(int start, List<String> inside) {
    int sign = at++;
    String word = inside.getLast();
    boolean said = !end() && Character.isDigit(text.charAt(at));
    int edits = said ? number(2, "letters that differ") : 1;
    if (edits == 0 || word.codePointCount(0, word.length()) < Patterns.shortest(edits)) {
      at = edits == 0 ? sign : start;
      throw RecordFault.BadQuery.pattern(
          "too short a word for so many letters that differ",
          at,
          "give at least " + Patterns.shortest(Math.max(1, edits)) + " characters, or no ~");
    }
    return anyField(field -> ending(field, inside, Patterns.fuzzy(field, word, edits)));
  }

  /* A pattern stands alone between slashes: a path such as /home/x is words. */
  private Optional<Query> pattern() {
    if (text.charAt(at) != '/') {
      return Optional.empty();
    }
    int closed = at + 1;
    while (closed < text.length()
        && text.charAt(closed) != '/'
        && !Character.isWhitespace(text.charAt(closed))) {
      closed += text.charAt(closed) == '\\' ? 2 : 1;
    }
    boolean alone =
        closed < text.length()
            && text.charAt(closed) == '/'
            && closed > at + 1
            && (closed + 1 == text.length()
                || Character.isWhitespace(text.charAt(closed + 1))
                || text.charAt(closed + 1) == ')');
    if (!alone) {
      return Optional.empty();
    }
    String expression = text.substring(at + 1, closed);
    int opened = at;
    at = closed + 1;
    return Optional.of(anyField(field -> Patterns.regular(field, expression, opened)));
  }

  private Optional<Query> field() {
    int colon = at;
    while (colon < text.length() && Character.isLetter(text.charAt(colon))) {
      colon++;
    }
    boolean field =
        colon > at
            && colon + 1 < text.length()
            && text.charAt(colon) == ':'
            && !Character.isWhitespace(text.charAt(colon + 1));
    String name = text.substring(at, colon).toLowerCase(Locale.ROOT);
    if (!field || !Fields.known(name)) {
      return Optional.empty();
    }
    int start = at;
    at = colon + 1;
    String value;
    if (text.charAt(at) == '"') {
      int closed = text.indexOf('"', at + 1);
      if (closed < 0) {
        throw bad("a quotation mark is not closed", "close it");
      }
      value = text.substring(at + 1, closed);
      at = closed + 1;
    } else {
      value = run("()\"");
    }
    return Optional.of(Fields.query(name, value, terms, start));
  }

  /* The best field counts, not the sum: a name that is said in the text as well is no better. */
  private Query anyField(Function<String, Query> inField) {
    List<Query> any = fields.stream().map(inField).toList();
    return any.size() == 1 ? any.getFirst() : new DisjunctionMaxQuery(any, 0);
  }

  /* A word as typed, as it looks, and in the text with the endings that each language gives it. */
  private Query word(String field, String typed, List<String> inside) {
    if (inside.size() > 1) {
      return near(field, inside, 0);
    }
    String word = inside.getFirst();
    SynonymQuery.Builder any = new SynonymQuery.Builder(field);
    any.addTerm(new Term(field, word));
    any.addTerm(new Term(field, Terms.look(word)));
    if (field.equals(RecordDocument.TEXT)) {
      terms.stems(typed).forEach(stem -> any.addTerm(new Term(field, stem), STEM_WEIGHT));
    }
    return any.build();
  }

  /** Words at their places, each as written or as it looks. */
  static Query near(String field, List<String> words, int places) {
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(places);
    for (String word : words) {
      phrase.add(new Term[] {new Term(field, word), new Term(field, Terms.look(word))});
    }
    return phrase.build();
  }

  private static Query ending(String field, List<String> words, Query last) {
    if (words.size() == 1) {
      return last;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(last, Occur.MUST);
    words
        .subList(0, words.size() - 1)
        .forEach(w -> all.add(new TermQuery(new Term(field, w)), Occur.MUST));
    return all.build();
  }

  /** A selector as it is indexed and looked for. */
  static String selector(SelectorKind kind, String value) {
    return kind.word() + " " + value.toLowerCase(Locale.ROOT);
  }

  private boolean isWord(String operator) {
    if (!text.startsWith(operator, at)) {
      return false;
    }
    int after = at + operator.length();
    return after == text.length() || " \t\n\"()-".indexOf(text.charAt(after)) >= 0;
  }

  private boolean word(String operator) {
    blanks();
    if (end() || !isWord(operator)) {
      return false;
    }
    at += operator.length();
    blanks();
    return true;
  }

  private void blanks() {
    while (!end() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean end() {
    return at >= text.length();
  }

  private RecordFault.BadQuery bad(String what, String cure) {
    return new RecordFault.BadQuery(what, at, cure);
  }
}
