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
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RestController;

/**
 * Makes the API's description say what the code says: every field of a view is present, and may be
 * null exactly where the record component is {@link Nullable}. The browser's types are generated
 * from it.
 */
@Configuration(proxyBeanMethods = false)
class OpenApi {
  @Bean
  OpenApiCustomizer exactFields(ApplicationContext context) {
    return api -> {
      api.info(new Info().title("Sextant").version("1").description("Every route of the server."));
      api.servers(List.of());
      Map<String, Class<?>> views = views(context);
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

  /* Views lie together in one file, or inside the controller that alone shows them. */
  private static Map<String, Class<?>> views(ApplicationContext context) {
    Map<String, Class<?>> views = new HashMap<>();
    List<Class<?>> holders =
        new ArrayList<>(
            List.of(
                Views.class,
                AccessViews.class,
                IdentityViews.class,
                ReleaseViews.class,
                RedactionViews.class,
                OversightViews.class,
                ReasoningViews.class,
                Refusals.class));
    context.getBeansWithAnnotation(RestController.class).values().stream()
        .map(AopUtils::getTargetClass)
        .filter(type -> type.getPackage().equals(OpenApi.class.getPackage()))
        .forEach(holders::add);
    for (Class<?> holder : holders) {
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
