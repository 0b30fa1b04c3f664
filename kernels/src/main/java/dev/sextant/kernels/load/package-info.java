/**
 * Graphs from files and back: plain edge lists ({@link dev.sextant.kernels.load.EdgeList}), stored
 * graphs that open at the speed of memory ({@link dev.sextant.kernels.load.CsrFile}), and other
 * numberings of the nodes, in which kernels run faster ({@link
 * dev.sextant.kernels.load.Relabelling}).
 *
 * <pre>{@code
 * EdgeList.Loaded loaded = EdgeList.read(Path.of("ties.txt"), EdgeList.Form.plain(), Progress.silent());
 * CsrFile.write(loaded.graph(), Path.of("ties.csr"), Progress.silent());
 * Csr again = CsrFile.open(Path.of("ties.csr"), CsrFile.Check.ALL, Progress.silent());
 * }</pre>
 *
 * <p>Promises: the same file gives the same graph on every machine; nothing is dropped uncounted; a
 * damaged file is refused with the place and the reason. The only package of the kernels that reads
 * and writes files.
 */
@NullMarked
package dev.sextant.kernels.load;

import org.jspecify.annotations.NullMarked;
