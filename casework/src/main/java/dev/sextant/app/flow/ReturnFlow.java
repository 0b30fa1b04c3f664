package dev.sextant.app.flow;

import dev.sextant.app.Program;
import dev.sextant.app.Rooms;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Exhibit;
import dev.sextant.helpdesk.ProviderReturn;
import dev.sextant.helpdesk.RequestState;
import dev.sextant.helpdesk.Returns;
import dev.sextant.records.ReadReport;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Progress;
import dev.sextant.terms.RequestId;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/**
 * A provider's return on its way in: sealed, tied to its request, read by that request's terms, and
 * counted, without anybody's asking and before anybody sees a record of it.
 */
public final class ReturnFlow {
  private final Rooms rooms;
  private final Clock clock;

  /**
   * @param rooms the rooms of the house
   * @param clock the house's clock
   */
  public ReturnFlow(Rooms rooms, Clock clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  /**
   * A return as it arrives.
   *
   * @param request which request it answers
   * @param name the name it came under
   * @param paper what came with it
   */
  public record Arrived(RequestId request, String name, ProviderReturn.Paper paper) {}

  /**
   * Seals the bytes and ties them to their request.
   *
   * @param permit of whoever takes them in, under the request's authority
   * @throws dev.sextant.helpdesk.ProcessRefused if the request awaits nothing
   */
  public Exhibit seal(Permit permit, Arrived arrived, InputStream bytes, Progress progress) {
    Returns returns = rooms.helpDesk().returns();
    returns.requireAwaited(permit.actor(), permit.caseId(), arrived.request(), permit.authority());
    Acquisition how =
        new Acquisition(
            Acquisition.How.PROVIDER_RETURN.name(),
            Program.id(),
            permit.actor(),
            clock.instant(),
            arrived.name(),
            null,
            arrived.request());
    Exhibit exhibit = rooms.custody().seal(permit, how, bytes, progress);
    returns.received(
        permit.actor(),
        permit.caseId(),
        arrived.request(),
        new Returns.Sealed(exhibit.id(), exhibit.digest(), permit.authority()),
        arrived.paper());
    return exhibit;
  }

  /** Reads a tied exhibit by its request's terms and records what was counted. */
  public RequestState check(
      Permit permit, RequestId request, ExhibitId exhibit, Progress progress) {
    ReadReport report = rooms.records().read(permit, exhibit, progress);
    Map<String, Long> sealed = new TreeMap<>();
    report.counts().sealedBy().forEach((verdict, count) -> sealed.put(verdict.name(), count));
    return rooms
        .helpDesk()
        .returns()
        .checked(
            permit.actor(), permit.caseId(), request, exhibit, report.counts().records(), sealed);
  }
}
