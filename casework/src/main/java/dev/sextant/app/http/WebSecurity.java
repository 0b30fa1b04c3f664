package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
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
  SecurityFilterChain chain(HttpSecurity http, House house, ServeSettings settings)
      throws Exception {
    SignIns signIns = new SignIns(house.authority().duty());
    http.authorizeHttpRequests(routes ->
            routes
                // The end of a request that was let in: whoever signed out meanwhile gets no more.
                .dispatcherTypeMatchers(DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/", "/index.html", "/assets/**", "/favicon.svg")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/session")
                .permitAll()
                .requestMatchers("/login", "/logout", "/error")
                .permitAll()
                .anyRequest()
                .authenticated())
        .formLogin(form ->
            form.loginProcessingUrl("/login").successHandler(signIns).failureHandler(signIns))
        .logout(out ->
            out.logoutUrl("/logout")
                .addLogoutHandler(signIns)
                .logoutSuccessHandler(
                    new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
        .exceptionHandling(
            e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
        .csrf(CsrfConfigurer::spa)
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    http.addFilterAfter(new DeviceGate(house, settings), AuthorizationFilter.class);
    return http.build();
  }
}
