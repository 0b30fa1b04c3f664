/**
 * The thirty attacks of an oversight board, each an executable scenario against the running server.
 * {@link dev.sextant.board.Board} is the harness and says how a scenario is written; {@link
 * dev.sextant.board.DossierWriter} prints what happened.
 */
@NullMarked
package dev.sextant.board;

import org.jspecify.annotations.NullMarked;
