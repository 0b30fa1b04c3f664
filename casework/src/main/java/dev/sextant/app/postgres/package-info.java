/**
 * The database under the house: an embedded PostgreSQL of our own launching, or one that runs
 * elsewhere, and the two doors into it: the owner's, for migrations, and the application's, which
 * owns nothing.
 *
 * <pre>{@code
 * try (EmbeddedPostgres server = EmbeddedPostgres.start(home);
 *     Database database = Database.open(server.access(), clock)) {
 *   Door door = new Door(database.application(), ...);
 * }
 * }</pre>
 */
@NullMarked
package dev.sextant.app.postgres;

import org.jspecify.annotations.NullMarked;
