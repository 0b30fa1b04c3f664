package dev.sextant.app.http;

import dev.sextant.authority.Duty;
import dev.sextant.authority.DutySession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Answers sign-ins, and has each of them, failed ones too, and each sign-out logged. */
final class SignIns
    implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutHandler {
  private final Duty duty;

  SignIns(Duty duty) {
    this.duty = duty;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      // Somebody else's duty does not pass to who signs in after him.
      DeviceGate.unbind(session);
    }
    duty.signedIn(((Signed) Objects.requireNonNull(authentication.getPrincipal())).id(), "browser");
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
    String login = request.getParameter("username");
    duty.signInFailed(login == null ? "" : login);
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    HttpSession session = request.getSession(false);
    if (session == null || authentication == null) {
      return;
    }
    DutySession bound = DeviceGate.of(session);
    if (bound != null && duty.living(bound)) {
      duty.end(bound);
    }
    if (authentication.getPrincipal() instanceof Signed signed) {
      duty.signedOut(signed.id());
    }
  }
}
