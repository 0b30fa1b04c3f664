package dev.sextant.app.http;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may call at all: form login, a session, CSRF tokens on everything that changes state, and a
 * browser forbidden to fetch or run anything that is not ours. What a person may do is the
 * authority room's affair, not this one's.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
  /** Nothing but our own files: evidence shown in a page can load and run nothing. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self';"
          + " connect-src 'self'; worker-src 'self' blob:; object-src 'none'; frame-ancestors 'none';"
          + " base-uri 'none'; form-action 'self'";

  @Bean
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(routes ->
            routes
                .requestMatchers(HttpMethod.GET, "/", "/index.html", "/assets/**", "/favicon.svg")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/session")
                .permitAll()
                .requestMatchers("/login", "/logout", "/error")
                .permitAll()
                .anyRequest()
                .authenticated())
        .formLogin(form ->
            form.loginProcessingUrl("/login")
                .successHandler((q, r, a) -> r.setStatus(HttpServletResponse.SC_NO_CONTENT))
                .failureHandler((q, r, e) -> r.setStatus(HttpServletResponse.SC_UNAUTHORIZED)))
        .logout(out ->
            out.logoutUrl("/logout")
                .logoutSuccessHandler(
                    new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
        .exceptionHandling(
            e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
        .csrf(CsrfConfigurer::spa)
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    return http.build();
  }
}
