package dev.sextant.app.http;

import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the API's description say what the code says: every field of a view is present, and may be
 * null exactly where the record component is {@link Nullable}. The browser's types are generated
 * from it.
 */
@Configuration(proxyBeanMethods = false)
class OpenApi {
  @Bean
  OpenApiCustomizer exactFields() {
    return api -> {
      api.info(new Info().title("Sextant").version("1").description("Every route of the server."));
      api.servers(List.of());
      Map<String, Class<?>> views = views();
      if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
        return;
      }
      api.getComponents()
          .getSchemas()
          .forEach((name, schema) -> {
            Class<?> view = views.get(name);
            if (view != null && schema.getProperties() != null) {
              exact(schema, view);
            }
          });
    };
  }

  private static Map<String, Class<?>> views() {
    Map<String, Class<?>> views = new HashMap<>();
    for (Class<?> holder : List.of(Views.class, AccessViews.class, ReleaseViews.class, Refusals.class)) {
      for (Class<?> nested : holder.getDeclaredClasses()) {
        if (nested.isRecord()) {
          views.put(nested.getSimpleName(), nested);
        }
      }
    }
    return views;
  }

  private static void exact(Schema<?> schema, Class<?> view) {
    schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
    for (RecordComponent component : view.getRecordComponents()) {
      Schema<?> property = schema.getProperties().get(component.getName());
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (property == null || !nullable) {
        continue;
      }
      if (property.get$ref() != null) {
        Schema<Object> either = new Schema<>();
        Schema<Object> none = new Schema<>();
        none.setTypes(new LinkedHashSet<>(List.of("null")));
        Schema<Object> target = new Schema<>();
        target.set$ref(property.get$ref());
        either.setOneOf(List.of(target, none));
        schema.getProperties().put(component.getName(), either);
      } else {
        Set<String> types = new LinkedHashSet<>();
        if (property.getTypes() != null) {
          types.addAll(property.getTypes());
        }
        types.add("null");
        property.setTypes(types);
      }
    }
  }
}
