package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import dev.sextant.app.http.AccessViews.DeviceView;
import dev.sextant.app.http.AccessViews.DutyDraft;
import dev.sextant.app.http.AccessViews.DutyView;
import dev.sextant.authority.Device;
import dev.sextant.authority.DeviceProof;
import dev.sextant.authority.Duty;
import dev.sextant.authority.DutySession;
import dev.sextant.authority.Role;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Going on duty at an official device, and off again; the devices of the house. */
@RestController
class DutyHttp {
  private final House house;
  private final ServeSettings settings;

  DutyHttp(House house, ServeSettings settings) {
    this.house = house;
    this.settings = settings;
  }

  private Duty duty() {
    return house.authority().duty();
  }

  @GetMapping("/api/duty")
  DutyView now(ActorId caller, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return view(caller, session == null ? null : DeviceGate.of(session));
  }

  /**
   * Registers the device if it is new, and goes on duty at it. A new device in a home in earnest
   * waits for an administrator first; a training home takes each as it comes.
   */
  @PostMapping("/api/duty")
  DutyView begin(ActorId caller, @RequestBody DutyDraft draft, HttpServletRequest request) {
    DeviceProof proof = DeviceGate.proof(request);
    if (proof == null) {
      throw new BadValue(
          "SX-AUTH-DEVICE-PROOF",
          "header " + DeviceGate.HEADER,
          "missing",
          "sign the request with the device's key");
    }
    Role role =
        Arrays.stream(Role.values())
            .filter(r -> r.name().equals(draft.role()))
            .findFirst()
            .orElseThrow(() ->
                new BadValue("SX-HTTP-CHOICE", "role", draft.role(), "use one of your own roles"));
    HttpSession session = request.getSession();
    DutySession before = DeviceGate.of(session);
    byte[] key = key(draft.publicKey());
    if (before != null) {
      // A browser's session stays at the device that it began at: carried off, it opens nothing.
      duty().requireSame(before, key);
    }
    Device device = duty().register(caller, key, settings.training());
    if (before != null && duty().living(before)) {
      duty().end(before);
    }
    DutySession begun =
        duty()
            .begin(
                caller,
                device.id(),
                new Duty.Shift(role, Duration.ofMinutes(draft.minutes())),
                proof);
    DeviceGate.bind(session, begun);
    return view(caller, begun);
  }

  private static byte[] key(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new BadValue(
          "SX-AUTH-DEVICE-KEY", "public key", text.length() + " characters", "give base64");
    }
  }

  @PostMapping("/api/duty/end")
  DutyView end(ActorId caller, HttpServletRequest request) {
    DutySession session = DeviceGate.of(request.getSession());
    if (session != null) {
      duty().end(session);
    }
    // The session stays bound to a duty that is over, so that nothing more is done in it.
    return view(caller, session);
  }

  @GetMapping("/api/devices")
  List<DeviceView> devices(ActorId caller) {
    return duty().devices(caller).stream().map(this::view).toList();
  }

  @PostMapping("/api/devices/{id}/approve")
  List<DeviceView> approve(ActorId caller, @PathVariable String id) {
    duty().approve(caller, uuid(id));
    return devices(caller);
  }

  @PostMapping("/api/devices/{id}/revoke")
  List<DeviceView> revoke(ActorId caller, @PathVariable String id) {
    duty().revoke(caller, uuid(id));
    return devices(caller);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new BadValue("SX-HTTP-DEVICE", "device", text, "use the id that the server gave");
    }
  }

  private DutyView view(ActorId caller, @Nullable DutySession session) {
    boolean living = session != null && duty().living(session);
    return new DutyView(
        !settings.training(),
        living,
        session == null ? null : session.id().toString(),
        session == null ? null : session.role().name(),
        session == null ? null : session.device().toString(),
        session == null ? null : session.from().toString(),
        session == null ? null : session.until().toString(),
        duty().roles(caller).stream().map(Role::name).toList(),
        duty().longestShift().toMinutes());
  }

  private DeviceView view(Device device) {
    ActorId approver = device.approvedBy();
    return new DeviceView(
        device.id().toString(),
        device.actor().toString(),
        name(device.actor()),
        device.fingerprint().hex(),
        device.registeredAt().toString(),
        approver == null ? null : name(approver),
        device.revoked(),
        device.usable());
  }

  private String name(ActorId id) {
    return house.authority().people().actor(id).name();
  }
}
