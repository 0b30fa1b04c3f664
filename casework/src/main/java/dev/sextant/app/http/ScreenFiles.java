package dev.sextant.app.http;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/**
 * How the screens' own files are sent: as the build compressed them, and never twice. Their names
 * hold a digest of their bytes, so a browser may keep them for good (RFC 8246); they hold nothing
 * of any case. Caches between may not keep them, since an answer carries its browser's cookie. The
 * page that names them is asked for anew each time, as everything else is.
 */
@Configuration(proxyBeanMethods = false)
class ScreenFiles implements WebMvcConfigurer {
  /** Only what the build wrote. */
  private static EncodedResourceResolver compressed() {
    EncodedResourceResolver resolver = new EncodedResourceResolver();
    resolver.setContentCodings(List.of("gzip"));
    return resolver;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
        .resourceChain(true)
        .addResolver(compressed());
  }
}
