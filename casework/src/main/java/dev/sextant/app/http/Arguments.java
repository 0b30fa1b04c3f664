package dev.sextant.app.http;

import dev.sextant.authority.Permit;
import dev.sextant.terms.ActorId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives a route the person who calls and, where it declares one, the permit that the request names:
 * a route that works on a case cannot be written without it.
 */
@Configuration(proxyBeanMethods = false)
class Arguments implements WebMvcConfigurer {
  private final PermitDesk desk;

  Arguments(PermitDesk desk) {
    this.desk = desk;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new Caller());
    resolvers.add(new Held());
  }

  static ActorId caller() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Signed signed) {
      return signed.id();
    }
    throw new IllegalStateException("no route that needs a person is open to everybody");
  }

  private static final class Caller implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType().equals(ActorId.class);
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binder) {
      return caller();
    }
  }

  private final class Held implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType().equals(Permit.class);
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binder) {
      // Links that download cannot set a header; they name the permit in the query instead.
      String named = request.getHeader(PermitDesk.HEADER);
      return desk.find(named != null ? named : request.getParameter("permit"), caller());
    }
  }
}
