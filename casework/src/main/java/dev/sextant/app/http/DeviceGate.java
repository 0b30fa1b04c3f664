package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import dev.sextant.authority.DeviceProof;
import dev.sextant.authority.DutySession;
import dev.sextant.authority.Refused;
import dev.sextant.terms.Fault;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a request of a person on duty through only if it proves that it comes from the duty's
 * device: a session's cookie that was carried off opens nothing elsewhere. In a home in earnest
 * whoever is not on duty may sign in, go on duty and look after devices, and nothing else; in a
 * training home people may work without a device.
 */
final class DeviceGate extends OncePerRequestFilter {
  /** The request header that carries the proof. */
  static final String HEADER = "X-Sextant-Proof";

  private static final String DUTY = "sextant.duty";

  /** Open before anybody is on duty; none of them shows case data. */
  private static final Set<String> BEFORE =
      Set.of("/api/session", "/api/duty", "/api/readers", "/api/devices");

  /** The workspace's own files, and coming and going. */
  private static final Set<String> PAGES =
      Set.of("/", "/index.html", "/favicon.svg", "/login", "/logout", "/error", "/api/session");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final House house;
  private final ServeSettings settings;

  DeviceGate(House house, ServeSettings settings) {
    this.house = house;
    this.settings = settings;
  }

  static @Nullable DutySession of(HttpSession session) {
    return session.getAttribute(DUTY) instanceof DutySession duty ? duty : null;
  }

  static void bind(HttpSession session, DutySession duty) {
    session.setAttribute(DUTY, duty);
  }

  static void unbind(HttpSession session) {
    session.removeAttribute(DUTY);
  }

  static @Nullable DeviceProof proof(HttpServletRequest request) {
    String header = request.getHeader(HEADER);
    String query = request.getQueryString();
    return header == null
        ? null
        : DeviceProof.parse(
            request.getMethod(),
            request.getRequestURI() + (query == null ? "" : "?" + query),
            header);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      require(request);
    } catch (Fault refusal) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setContentType("application/json");
      response.setCharacterEncoding("UTF-8");
      response.getWriter().write(JSON.writeValueAsString(Refusals.ErrorBody.of(refusal)));
      return;
    }
    chain.doFilter(request, response);
  }

  /* The path as the server understands it: /%61pi/records is /api/records. What is not known to be
   * harmless asks for duty. */
  private void require(HttpServletRequest request) {
    String path = request.getServletPath();
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || !(authentication.getPrincipal() instanceof Signed signed)
        || harmless(path)) {
      return;
    }
    HttpSession session = request.getSession(false);
    DutySession duty = session == null ? null : of(session);
    if (duty == null) {
      if (!settings.training() && !BEFORE.contains(path)) {
        throw house.authority().houseDeeds().refuse(signed.id(), new OffDuty(path));
      }
      return;
    }
    // Whether one is on duty may be asked without proof, for a browser that has just been opened
    // does
    // not know yet; going on duty is proved by itself, with the key of this session's device.
    if (!path.equals("/api/duty")) {
      house.authority().duty().require(duty, proof(request));
    }
  }

  private static boolean harmless(String path) {
    return PAGES.contains(path) || path.startsWith("/assets/");
  }

  /** This home asks for a duty session, and there is none. */
  static final class OffDuty extends Refused.OfRoom {
    private static final long serialVersionUID = 1L;

    OffDuty(String path) {
      super(
          "SX-AUTH-DUTY",
          "this needs a duty session",
          path,
          "",
          "go on duty at your registered device first");
    }
  }
}
