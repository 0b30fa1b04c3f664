package dev.sextant.records.store;

import dev.sextant.authority.Scope;
import dev.sextant.authority.Verdict;
import dev.sextant.helpdesk.ContentField;
import dev.sextant.helpdesk.DataField;
import dev.sextant.helpdesk.IdentificationField;
import dev.sextant.helpdesk.ReturnLimits;
import dev.sextant.helpdesk.SubscriberField;
import dev.sextant.helpdesk.TrafficField;
import dev.sextant.records.Record;
import dev.sextant.records.RecordKind;
import dev.sextant.terms.Selector;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Judges the records of one exhibit: by the authority's scope, and, where the exhibit is a
 * provider's return, by the terms of the requests that it answers. A request only narrows: what the
 * authority seals stays sealed. For one thread.
 */
public final class ReturnScope {
  private final ScopeCheck authority;
  private final List<Terms> requests = new ArrayList<>();

  /** One request's terms, as judged by. */
  private record Terms(
      ScopeCheck scope, Set<RecordKind> kinds, Set<Selector> privileged, boolean withdrawn) {}

  /**
   * @param scope of the permit
   * @param limits of the requests that the exhibit answers; empty if it is no return
   */
  public ReturnScope(Scope scope, List<ReturnLimits> limits) {
    this(scope, new ScopeCheck(scope), limits);
  }

  /**
   * @param scope of the permit
   * @param authority a check of that scope that knows the case's privileges
   * @param limits of the requests that the exhibit answers; empty if it is no return
   */
  public ReturnScope(Scope scope, ScopeCheck authority, List<ReturnLimits> limits) {
    this.authority = authority;
    for (ReturnLimits one : limits) {
      Scope asked = new Scope(one.selectors(), scope.platforms(), one.range(), scope.maxLevel());
      requests.add(
          new Terms(new ScopeCheck(asked), kinds(one.fields()), one.privileged(), one.withdrawn()));
    }
  }

  /** Whether the record may be seen; if not, why. */
  public Verdict verdict(Record record) {
    Verdict first = authority.verdict(record);
    if (first != Verdict.IN_SCOPE || requests.isEmpty()) {
      return first;
    }
    // Asked by several requests, it may be seen if one of them lets it; privilege binds them all.
    Verdict answer = verdict(requests.getFirst(), record);
    for (Terms terms : requests.subList(1, requests.size())) {
      Verdict other = verdict(terms, record);
      boolean better = other == Verdict.SEALED_PRIVILEGED || other == Verdict.IN_SCOPE;
      answer = better && answer != Verdict.SEALED_PRIVILEGED ? other : answer;
    }
    return answer;
  }

  private Verdict verdict(Terms terms, Record record) {
    if (terms.withdrawn()) {
      return Verdict.SEALED_OBJECTION;
    }
    if (!terms.privileged().isEmpty()
        && authority.named(record).stream().anyMatch(terms.privileged()::contains)) {
      return Verdict.SEALED_PRIVILEGED;
    }
    Verdict asked = terms.scope().verdict(record);
    if (asked != Verdict.IN_SCOPE) {
      return asked;
    }
    return terms.kinds().contains(record.kind()) ? Verdict.IN_SCOPE : Verdict.SEALED_CATEGORY;
  }

  /* Which kinds of record a field of a request can come back as. What no ordered field explains was
   * not ordered. */
  private static Set<RecordKind> kinds(Set<DataField> fields) {
    EnumSet<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
    for (DataField field : fields) {
      switch (field) {
        case SubscriberField subscriber -> {
          kinds.add(RecordKind.PROFILE);
          if (subscriber == SubscriberField.SESSION_TIMES
              || subscriber == SubscriberField.SUBSCRIBER_NUMBER) {
            kinds.add(RecordKind.LOGIN);
          }
          if (subscriber == SubscriberField.PAYMENT) {
            kinds.add(RecordKind.ACTIVITY);
          }
        }
        case IdentificationField ignored -> kinds.add(RecordKind.LOGIN);
        case TrafficField traffic -> {
          switch (traffic) {
            case LOGIN_HISTORY, DEVICES -> kinds.add(RecordKind.LOGIN);
            case MESSAGE_TIMES, CORRESPONDENTS -> kinds.add(RecordKind.CALL);
            case CONNECTIONS -> {
              kinds.add(RecordKind.FOLLOW);
              kinds.add(RecordKind.MEMBERSHIP);
              kinds.add(RecordKind.RELATION);
            }
            case LINKED_ACCOUNTS -> kinds.add(RecordKind.RELATION);
          }
        }
        case ContentField content -> {
          switch (content) {
            case MESSAGES, DRAFTS -> {
              kinds.add(RecordKind.MESSAGE);
              kinds.add(RecordKind.CALL);
            }
            case POSTS -> kinds.add(RecordKind.POST);
            case LOCATIONS -> kinds.add(RecordKind.PLACE);
            case SEARCHES -> kinds.add(RecordKind.ACTIVITY);
            // No reader yields a record of its own for these; they come inside messages and posts.
            case MEDIA, FILES -> {}
          }
        }
      }
    }
    return kinds;
  }
}
