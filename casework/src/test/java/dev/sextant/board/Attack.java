package dev.sextant.board;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the scenario of one attack: its tests take a {@link Board}, and what they did is written
 * into the dossier.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("board")
@ExtendWith(BoardExtension.class)
public @interface Attack {
  /** The attack's number, 1 to 30. */
  int value();
}
