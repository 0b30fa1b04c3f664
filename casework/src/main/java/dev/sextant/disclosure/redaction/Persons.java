package dev.sextant.disclosure.redaction;

import dev.sextant.disclosure.Redactions;
import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.CitedSnapshot;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Support;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The persons whom findings name: entities, and authors of records who belong to no entity named.
 * Who is withheld has a number instead of names and keys, the same in every finding of one release.
 */
final class Persons {
  private static final int SHORTEST_KEY_VALUE = 5;
  private static final int SHORTEST_NAME = 3;

  /** A shorter name in lower case is too often another word. */
  private static final int ANY_CASE_NAME = 5;

  private final Map<String, Person> byKey = new LinkedHashMap<>();
  private final List<Person> all = new ArrayList<>();

  /** One person under all keys and names. */
  static final class Person {
    final Set<String> keys = new LinkedHashSet<>();
    final Set<String> names = new LinkedHashSet<>();
    int number;

    /** As it is printed instead of a name. */
    String instead() {
      return "[person " + number + "]";
    }

    String key() {
      return "withheld/" + number;
    }
  }

  /** Gathers who is named. */
  static Persons of(Collection<FindingDocument> findings) {
    Persons persons = new Persons();
    for (FindingDocument finding : findings) {
      finding.entities().forEach(persons::entity);
      CitedSnapshot snapshot = finding.snapshot();
      if (snapshot != null) {
        snapshot.nodes().stream().filter(CitedSnapshot.Node::named).forEach(persons::node);
      }
      Stream.concat(finding.supports().stream(), finding.counterSupports().stream())
          .filter(support -> !support.authorKey().isEmpty())
          .forEach(persons::author);
    }
    return persons;
  }

  private void entity(CitedEntity entity) {
    Person person =
        person(
            Stream.concat(
                    Stream.of(entity.key()),
                    entity.accounts().stream().map(CitedEntity.CitedAccount::key))
                .toList());
    person.names.add(entity.label());
    entity
        .accounts()
        .forEach(account -> {
          person.names.addAll(account.names());
          person.names.addAll(account.handles());
        });
  }

  private void node(CitedSnapshot.Node node) {
    person(Stream.concat(Stream.of(node.entityKey()), node.accounts().stream()).toList())
        .names
        .add(node.label());
  }

  private void author(Support support) {
    person(List.of(support.authorKey())).names.add(support.author());
  }

  private Person person(List<String> keys) {
    Person found =
        keys.stream()
            .filter(byKey::containsKey)
            .findFirst()
            .map(byKey::get)
            .orElseGet(() -> {
              Person made = new Person();
              all.add(made);
              return made;
            });
    for (String key : keys) {
      Person other = byKey.put(key, found);
      if (other != null && other != found) {
        found.keys.addAll(other.keys);
        found.names.addAll(other.names);
        other.keys.forEach(k -> byKey.put(k, found));
        all.remove(other);
      }
    }
    found.keys.addAll(keys);
    found.names.removeIf(String::isBlank);
    return found;
  }

  /**
   * Numbers those who are withheld.
   *
   * @param marked keys of persons that somebody decided to take out
   * @param named keys of those who may be named, or null where everybody may
   */
  void withhold(Set<String> marked, @org.jspecify.annotations.Nullable Set<String> named) {
    int n = 0;
    for (Person person : all) {
      boolean decided = person.keys.stream().anyMatch(marked::contains);
      boolean ruled = named != null && person.keys.stream().noneMatch(named::contains);
      person.number = decided || ruled ? ++n : 0;
    }
  }

  /** Everybody, by the first key and name. */
  List<Redactions.Named> named() {
    return all.stream()
        .map(p ->
            new Redactions.Named(
                p.keys.iterator().next(),
                p.names.isEmpty() ? p.keys.iterator().next() : p.names.iterator().next()))
        .toList();
  }

  /** Whether anybody is named by this key. */
  boolean knows(String key) {
    return byKey.containsKey(key);
  }

  /** The withheld person of a key, or null. */
  @org.jspecify.annotations.Nullable
  Person withheld(String key) {
    Person person = byKey.get(key);
    return person == null || person.number == 0 ? null : person;
  }

  List<Person> withheld() {
    return all.stream().filter(person -> person.number > 0).toList();
  }

  /** Adds what must be found nowhere. */
  void terms(Terms terms) {
    Set<String> spared = new TreeSet<>();
    all.stream()
        .filter(person -> person.number == 0)
        .forEach(person -> person.names.forEach(name -> spared.addAll(parts(name))));
    for (Person person : withheld()) {
      for (String key : person.keys) {
        terms.add(key, person.key());
        String value = key.substring(key.lastIndexOf('/') + 1);
        if (value.length() >= SHORTEST_KEY_VALUE) {
          terms.add(value, person.instead());
        }
      }
      for (String name : person.names) {
        terms.add(name, person.instead());
        parts(name).stream()
            .filter(part -> !spared.contains(part))
            .forEach(part -> {
              if (part.length() >= ANY_CASE_NAME) {
                terms.add(part, person.instead());
              } else {
                terms.addExact(part, person.instead());
              }
            });
      }
    }
  }

  /* First names and last names stand alone in texts. */
  private static Set<String> parts(String name) {
    Set<String> parts = new TreeSet<>();
    for (String part : name.split("[^\\p{L}\\p{M}'’-]+")) {
      boolean large = !part.isEmpty() && !Character.isLowerCase(part.codePointAt(0));
      if (part.length() >= SHORTEST_NAME && (large || part.length() >= ANY_CASE_NAME)) {
        parts.add(part);
      }
    }
    return parts;
  }
}
