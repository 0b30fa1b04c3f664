package dev.sextant.records;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One typed assertion read from an exhibit. Immutable; equal bytes read by the same reader version
 * give equal records.
 */
public sealed interface Record {
  /** Platform, locator, claimed time and unknown fields. */
  Header header();

  /** Which kind this is. */
  RecordKind kind();

  /** Every account the record names, the acting one first. */
  List<AccountRef> accounts();

  /** The account that acts in it, or null if the source names none: the first of all, if any. */
  default @Nullable AccountRef acting() {
    return switch (this) {
      case Profile p -> p.account();
      case Post p -> p.author();
      case Message m -> m.author();
      case Follow f -> f.from();
      case Login l -> l.account();
      case Call c -> c.caller();
      case Place p -> p.account();
      case Activity a -> a.account();
      case Membership m -> m.account();
      case Relation r -> r.from();
    };
  }

  /** The conversation it belongs to, or null. */
  default @Nullable ConversationRef inConversation() {
    return null;
  }

  /** Pictures, sounds, films and files that it carries or names. */
  default List<Media> media() {
    return List.of();
  }

  /** The words in it that people wrote, or the empty text. */
  default String words() {
    return "";
  }

  /**
   * The record's id: the digest of exhibit, part, range, pointer, kind and the record's place among
   * those read from the same item, so that reading again gives the same ids.
   *
   * @param ordinal 0 for the first record read from an item, then 1, 2, ...
   */
  default Digest id(int ordinal) {
    var at = header().locator();
    return Digest.ofFields(
        "sextant-record/v1",
        at.exhibit().hex(),
        at.part(),
        Long.toString(at.from()),
        Long.toString(at.to()),
        at.pointer(),
        kind().name(),
        Integer.toString(ordinal));
  }

  /**
   * A selector that a source gives for an account.
   *
   * @param selector the identifier
   * @param verified true only if the platform says that it checked it
   */
  record Stated(Selector selector, boolean verified) {}

  /**
   * What a source says about an account.
   *
   * @param account whose profile
   * @param selectors e-mail addresses, numbers, handles stated for it
   * @param attributes other things said, by the source's name for them (biography, birthday, ...)
   */
  record Profile(
      Header header, AccountRef account, List<Stated> selectors, Map<String, String> attributes)
      implements Record {
    /** Copies. */
    public Profile {
      selectors = List.copyOf(selectors);
      attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    @Override
    public RecordKind kind() {
      return RecordKind.PROFILE;
    }

    @Override
    public List<AccountRef> accounts() {
      return List.of(account);
    }

    @Override
    public String words() {
      return attributes.getOrDefault("bio", "");
    }
  }

  /**
   * Words or pictures published to many.
   *
   * @param author who published it; null if the source names nobody (a deleted account)
   * @param postId the platform's number for it, or null
   * @param text the words
   * @param replyToPost number of the post it answers, or null
   * @param replyTo account it answers, or null
   * @param mentions accounts named in it
   * @param repostOf number of the post it repeats, or null
   * @param media attached
   */
  record Post(
      Header header,
      @Nullable AccountRef author,
      @Nullable String postId,
      String text,
      @Nullable String replyToPost,
      @Nullable AccountRef replyTo,
      List<AccountRef> mentions,
      @Nullable String repostOf,
      List<Media> media)
      implements Record {
    /** Copies. */
    public Post {
      mentions = List.copyOf(mentions);
      media = List.copyOf(media);
    }

    @Override
    public RecordKind kind() {
      return RecordKind.POST;
    }

    @Override
    public List<AccountRef> accounts() {
      return joined(author, replyTo, mentions);
    }

    @Override
    public String words() {
      return text;
    }
  }

  /**
   * Words sent within a conversation, or a note of the platform about the conversation.
   *
   * @param conversation where
   * @param author who sent it; null if the source names nobody
   * @param recipients those it was sent to, as far as the source names them
   * @param messageId the platform's number for it within the conversation, or null
   * @param text the words
   * @param replyTo number of the message it answers, or null
   * @param forwardedFrom name of where it was forwarded from, or null
   * @param action for a note of the platform, what happened ({@code create_group}, {@code
   *     pin_message}, ...); null for words that somebody sent
   * @param mentions accounts named in it
   * @param media attached
   */
  record Message(
      Header header,
      ConversationRef conversation,
      @Nullable AccountRef author,
      List<AccountRef> recipients,
      @Nullable String messageId,
      String text,
      @Nullable String replyTo,
      @Nullable String forwardedFrom,
      @Nullable String action,
      List<AccountRef> mentions,
      List<Media> media)
      implements Record {
    /** Copies. */
    public Message {
      recipients = List.copyOf(recipients);
      mentions = List.copyOf(mentions);
      media = List.copyOf(media);
    }

    @Override
    public RecordKind kind() {
      return RecordKind.MESSAGE;
    }

    @Override
    public List<AccountRef> accounts() {
      List<AccountRef> most = joined(author, null, recipients);
      return mentions.isEmpty() ? most : joined(most, mentions);
    }

    @Override
    public ConversationRef inConversation() {
      return conversation;
    }

    @Override
    public String words() {
      return text;
    }
  }

  /**
   * One account lists another.
   *
   * @param from who lists
   * @param to who is listed
   * @param how the source's meaning
   */
  record Follow(Header header, AccountRef from, AccountRef to, How how) implements Record {
    /** What listing means. */
    public enum How {
      /** Follows. */
      FOLLOWS,
      /** Mutual friends. */
      FRIEND,
      /** Has in the address book. */
      CONTACT,
      /** Blocks. */
      BLOCKS
    }

    @Override
    public RecordKind kind() {
      return RecordKind.FOLLOW;
    }

    @Override
    public List<AccountRef> accounts() {
      return List.of(from, to);
    }
  }

  /**
   * An account was used from somewhere.
   *
   * @param account which
   * @param ip address, or null
   * @param port source port, or -1; it matters where many share an address
   * @param device what the source says of the device or program, or null
   * @param action the source's word (login, logout, session), or null
   */
  record Login(
      Header header,
      AccountRef account,
      @Nullable String ip,
      int port,
      @Nullable String device,
      @Nullable String action)
      implements Record {
    @Override
    public RecordKind kind() {
      return RecordKind.LOGIN;
    }

    @Override
    public List<AccountRef> accounts() {
      return List.of(account);
    }
  }

  /**
   * A voice or video call.
   *
   * @param conversation where, or null
   * @param caller who called; null if the source names nobody
   * @param called who was called
   * @param duration how long, or null if not said
   * @param outcome the source's word (missed, busy, hangup), or null
   */
  record Call(
      Header header,
      @Nullable ConversationRef conversation,
      @Nullable AccountRef caller,
      List<AccountRef> called,
      @Nullable Duration duration,
      @Nullable String outcome)
      implements Record {
    /** Copies. */
    public Call {
      called = List.copyOf(called);
    }

    @Override
    public RecordKind kind() {
      return RecordKind.CALL;
    }

    @Override
    public List<AccountRef> accounts() {
      return joined(caller, null, called);
    }

    @Override
    public @Nullable ConversationRef inConversation() {
      return conversation;
    }
  }

  /**
   * An account was at, or shared, a place.
   *
   * @param account whose; null if the source names nobody
   * @param latitude degrees north, WGS 84
   * @param longitude degrees east, WGS 84
   * @param accuracyMetres radius in metres, or NaN if not said
   * @param name what the source calls the place, or null
   */
  record Place(
      Header header,
      @Nullable AccountRef account,
      double latitude,
      double longitude,
      double accuracyMetres,
      @Nullable String name)
      implements Record {
    @Override
    public RecordKind kind() {
      return RecordKind.PLACE;
    }

    @Override
    public List<AccountRef> accounts() {
      return joined(account, null, List.of());
    }
  }

  /**
   * An account did something that is neither words, a log-in, a call nor a place, or the platform
   * did something to it.
   *
   * @param account who; null if the source names nobody
   * @param what the kind of doing
   * @param text the words in it: what was searched for, the reaction, the note of a payment
   * @param object what it was done to, as the source names it (a post's number, an address on the
   *     web, a program, a sum with its currency), or null; never fetched
   * @param towards the account it was done to, or null
   */
  record Activity(
      Header header,
      @Nullable AccountRef account,
      What what,
      String text,
      @Nullable String object,
      @Nullable AccountRef towards)
      implements Record {
    /** Kinds of doing. */
    public enum What {
      /** Typed a query; the text is the query. */
      SEARCHED,
      /** Liked, voted, reacted, shared without words, saved. */
      REACTED,
      /** Watched, listened, visited. */
      VIEWED,
      /** Sent, received or asked for money or goods of value. */
      PAID,
      /** Installed a program, registered or used a device. */
      INSTALLED,
      /** Changed the account's own data or settings, opened or closed the account. */
      CHANGED,
      /** The platform acted upon the account: suspension, report, warning. */
      FLAGGED,
      /** Anything else that the source calls an action. */
      OTHER
    }

    @Override
    public RecordKind kind() {
      return RecordKind.ACTIVITY;
    }

    @Override
    public List<AccountRef> accounts() {
      return joined(account, towards, List.of());
    }

    @Override
    public String words() {
      return text;
    }
  }

  /**
   * An account belongs to a group or took part in an event.
   *
   * @param account who
   * @param group what it belongs to
   * @param action present, joined, left, invited, removed
   * @param by who did it, where it was another; else null
   */
  record Membership(
      Header header,
      AccountRef account,
      ConversationRef group,
      Action action,
      @Nullable AccountRef by)
      implements Record {
    /** How the membership shows. */
    public enum Action {
      /** Listed as a member or participant. */
      PRESENT,
      /** Came in. */
      JOINED,
      /** Went out. */
      LEFT,
      /** Was brought in by another. */
      ADDED,
      /** Was put out by another. */
      REMOVED
    }

    @Override
    public RecordKind kind() {
      return RecordKind.MEMBERSHIP;
    }

    @Override
    public List<AccountRef> accounts() {
      return joined(account, by, List.of());
    }

    @Override
    public ConversationRef inConversation() {
      return group;
    }
  }

  /**
   * A tie that a table or chart asserts.
   *
   * @param from one end
   * @param to other end
   * @param label the source's word for the tie, or null
   * @param weight the source's number for it; 1 if it gives none
   * @param directed true if the source says that it runs from one to the other
   */
  record Relation(
      Header header,
      AccountRef from,
      AccountRef to,
      @Nullable String label,
      double weight,
      boolean directed)
      implements Record {
    @Override
    public RecordKind kind() {
      return RecordKind.RELATION;
    }

    @Override
    public List<AccountRef> accounts() {
      return List.of(from, to);
    }
  }

  private static List<AccountRef> joined(
      @Nullable AccountRef first, @Nullable AccountRef second, List<AccountRef> rest) {
    List<AccountRef> named =
        first == null
            ? second == null ? List.of() : List.of(second)
            : second == null || second.equals(first) ? List.of(first) : List.of(first, second);
    // Most records name one account or two, and each is asked several times.
    return rest.isEmpty() ? named : joined(named, rest);
  }

  private static List<AccountRef> joined(List<AccountRef> named, List<AccountRef> rest) {
    List<AccountRef> all = new java.util.ArrayList<>(named);
    for (AccountRef one : rest) {
      if (!all.contains(one)) {
        all.add(one);
      }
    }
    return List.copyOf(all);
  }
}
