/**
 * Makes realistic cases with known truth and no real person in them: a seeded generator writes a
 * fictional investigation in the platforms' own export formats, and the truth beside it, so that
 * people can train and the program can be measured.
 *
 * <pre>{@code
 * DemoCase.Written demo = DemoCase.write(Path.of("demo"), 7);
 * for (DemoCase.Export export : demo.exports()) {
 *   custody.seal(permit, acquisition(export), Files.newInputStream(export.file()), progress);
 * }
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"terms"})
@NullMarked
package dev.sextant.training;

import org.jspecify.annotations.NullMarked;
