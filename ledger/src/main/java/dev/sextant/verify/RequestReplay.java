package dev.sextant.verify;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Follows legal requests through their deeds: to which of them a provider can have answered. */
final class RequestReplay {
  private record Served(String caseId, Instant until) {}

  private final Map<String, Served> served = new HashMap<>();

  /** Takes a deed's outcome. */
  void ended(Replay.Open begun, Entry outcome, Instant at) {
    if (!outcome.done()) {
      return;
    }
    String request = begun.entry().input("request");
    switch (begun.step()) {
      case "PROCESS_SERVE" ->
          served.put(request, new Served(begun.entry().text("case"), Instant.MAX));
      case "PROCESS_WITHDRAW" ->
          served.computeIfPresent(
              request, (id, was) -> new Served(was.caseId(), at.plus(Replay.SLACK)));
      default -> {
        return;
      }
    }
  }

  /** Whether a provider had a request of this case at that moment. */
  boolean answers(String request, String caseId, Instant at) {
    Served one = served.get(request);
    return one != null && one.caseId().equals(caseId) && at.isBefore(one.until());
  }
}
