package dev.sextant.records.reader.mapping;

import dev.sextant.records.Header;
import dev.sextant.records.Record;
import java.util.Map;

/** Puts further fields into the header of a record that is made already. */
final class Extras {
  private Extras() {}

  static Record with(Record record, Map<String, String> extra) {
    Header old = record.header();
    Header h = new Header(old.platform(), old.locator(), old.claimed(), extra);
    return switch (record) {
      case Record.Profile r -> new Record.Profile(h, r.account(), r.selectors(), r.attributes());
      case Record.Post r ->
          new Record.Post(
              h,
              r.author(),
              r.postId(),
              r.text(),
              r.replyToPost(),
              r.replyTo(),
              r.mentions(),
              r.repostOf(),
              r.media());
      case Record.Message r ->
          new Record.Message(
              h,
              r.conversation(),
              r.author(),
              r.recipients(),
              r.messageId(),
              r.text(),
              r.replyTo(),
              r.forwardedFrom(),
              r.action(),
              r.mentions(),
              r.media());
      case Record.Follow r -> new Record.Follow(h, r.from(), r.to(), r.how());
      case Record.Login r ->
          new Record.Login(h, r.account(), r.ip(), r.port(), r.device(), r.action());
      case Record.Call r ->
          new Record.Call(h, r.conversation(), r.caller(), r.called(), r.duration(), r.outcome());
      case Record.Place r ->
          new Record.Place(
              h, r.account(), r.latitude(), r.longitude(), r.accuracyMetres(), r.name());
      case Record.Activity r ->
          new Record.Activity(h, r.account(), r.what(), r.text(), r.object(), r.towards());
      case Record.Membership r ->
          new Record.Membership(h, r.account(), r.group(), r.action(), r.by());
      case Record.Relation r ->
          new Record.Relation(h, r.from(), r.to(), r.label(), r.weight(), r.directed());
    };
  }
}
