package dev.sextant.app.http;

import dev.sextant.terms.BadValue;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Refuses a body that lacks a field: what the views declare present is present before any route
 * sees it, however the caller wrote it.
 */
@RestControllerAdvice
class ExactBodies extends RequestBodyAdviceAdapter {
  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return parameter.getParameterType().isRecord();
  }

  @Override
  public Object afterBodyRead(
      Object body,
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter) {
    check(body, "");
    return body;
  }

  private static void check(Object value, String path) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        Object one = list.get(i);
        if (one == null) {
          throw missing(path + "[" + i + "]");
        }
        check(one, path + "[" + i + "]");
      }
      return;
    }
    if (!value.getClass().isRecord()) {
      return;
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
      Object field = field(value, component);
      if (field == null) {
        if (!nullable(component.getAnnotatedType())) {
          throw missing(name);
        }
      } else {
        check(field, name);
      }
    }
  }

  private static boolean nullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object field(Object value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a view's own accessor fails: " + component.getName(), e);
    }
  }

  private static BadValue missing(String field) {
    return new BadValue(
        "SX-HTTP-FIELD", "field " + field, "missing", "send every field; see /v3/api-docs");
  }
}
