package dev.sextant.records.search;

import dev.sextant.records.RecordFault;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns what a person typed into a query. The whole grammar:
 *
 * <pre>
 * either  = all { "OR" all }
 * all     = one { [ "AND" ] one }
 * one     = [ "-" ] ( "(" either ")" | '"' words '"' | word [ "*" ] )
 * </pre>
 *
 * <p>There are no fields, no fuzzy or regular expressions and nothing to escape: what cannot be
 * typed cannot be slow, and cannot reach a field that the scope guards.
 */
final class Words {
  private static final int MOST_DEPTH = 20;
  private static final int MOST_CLAUSES = 60;

  /** A shorter beginning would stand for half the dictionary. */
  private static final int SHORTEST_PREFIX = 2;

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
    return anyField(inside, false);
  }

  private Query plain() {
    int start = at;
    if (SpecialCategories.askedFor(text, at)) {
      throw RecordFault.BadQuery.special(at);
    }
    while (!end()
        && !Character.isWhitespace(text.charAt(at))
        && "()\"*".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    List<String> inside = terms.of(text.substring(start, at));
    boolean prefix = !end() && text.charAt(at) == '*';
    if (inside.isEmpty()) {
      at = start;
      throw bad("there is nothing to look for in this sign", "write letters, digits or an emoji");
    }
    if (prefix && inside.getLast().length() < SHORTEST_PREFIX) {
      at = start;
      throw bad(
          "too short a beginning", "give at least " + SHORTEST_PREFIX + " characters before *");
    }
    at += prefix ? 1 : 0;
    return anyField(inside, prefix);
  }

  /* The best field counts, not the sum: a name that is said in the text as well is no better. */
  private Query anyField(List<String> words, boolean prefix) {
    List<Query> any = fields.stream().map(field -> inField(field, words, prefix)).toList();
    return any.size() == 1 ? any.getFirst() : new DisjunctionMaxQuery(any, 0);
  }

  private static Query inField(String field, List<String> words, boolean prefix) {
    if (!prefix) {
      return words.size() == 1
          ? new TermQuery(new Term(field, words.getFirst()))
          : new PhraseQuery(field, words.toArray(String[]::new));
    }
    Query last = new PrefixQuery(new Term(field, words.getLast()));
    if (words.size() == 1) {
      return last;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(last, Occur.MUST);
    words
        .subList(0, words.size() - 1)
        .forEach(w -> all.add(new TermQuery(new Term(field, w)), Occur.MUST));
    return all.build();
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
