/**
 * Tips: people speak without being found. A process of its own, on another host: it takes a tip
 * over a plain form, seals it at once to the tip desk's public key, puts it into a one-way queue,
 * and forgets. It holds no private key, no address, no account, no cookie, no time of day.
 *
 * <p>May touch: the words of {@code terms}, its own folder, the JDK's cryptography. Promises: what
 * a tip's sender did not write into the tip is nowhere; an attachment is opened only in a process
 * without a network, and what leaves it is pixels.
 *
 * <pre>{@code
 * TipServer server = TipServer.start(folder, settings, Clock.systemUTC());
 * Tip tip = TipDesk.open(TipKeys.readPrivate(keyFile), Files.readAllBytes(queued));
 * Disarmed safe = new Disarm(Disarm.Limits.standard()).disarm(tip.attachments().getFirst().bytes());
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"terms"})
@NullMarked
package dev.sextant.tips;

import org.jspecify.annotations.NullMarked;
