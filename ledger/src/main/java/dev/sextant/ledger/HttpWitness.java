package dev.sextant.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A witness elsewhere, asked over HTTP ({@code add-checkpoint} of c2sp.org/tlog-witness). Safe for
 * many threads. Its answer is believed in nothing: who asks verifies the cosignature.
 */
public final class HttpWitness implements Cosigner, AutoCloseable {
  /** An answer is a few lines; more is somebody else's. */
  private static final int MOST_BYTES = 64 * 1024;

  private final VerifierKey key;
  private final URI url;
  private final Duration limit;
  private final HttpClient client;

  /**
   * @param key its public key, had from whoever runs it
   * @param prefix its submission prefix
   * @param limit how long it may take to answer
   */
  public HttpWitness(VerifierKey key, URI prefix, Duration limit) {
    this.key = key;
    String text = prefix.toString();
    this.url = URI.create((text.endsWith("/") ? text : text + "/") + "add-checkpoint");
    this.limit = limit;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limit)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public VerifierKey key() {
    return key;
  }

  @Override
  public NoteSignature addCheckpoint(WitnessRequest request) {
    HttpResponse<byte[]> answer = send(request);
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    if (answer.statusCode() == 200) {
      return ours(body);
    }
    for (LedgerFault.Refused.Reason reason : LedgerFault.Refused.Reason.values()) {
      if (reason.status() == answer.statusCode()) {
        throw new LedgerFault.Refused(
            reason, key.name(), size(reason, body), "old " + request.oldSize());
      }
    }
    throw unusable("status " + answer.statusCode());
  }

  private HttpResponse<byte[]> send(WitnessRequest request) {
    HttpRequest post =
        HttpRequest.newBuilder(url)
            .timeout(limit)
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes()))
            .build();
    try {
      // The client's own limit ends with the headers; this one covers the body too.
      return client
          .sendAsync(
              post,
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES))
          .get(limit.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      IOException io =
          e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
      throw new LedgerFault.Unavailable(key.name(), io);
    } catch (TimeoutException e) {
      throw unusable("no whole answer within " + limit.multipliedBy(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerFault.Unavailable(key.name(), new IOException("interrupted"));
    }
  }

  /* Lines of other keys are passed over, as the protocol says. */
  private NoteSignature ours(String body) {
    return body.lines()
        .map(NoteSignature::parse)
        .filter(key::claims)
        .findFirst()
        .orElseThrow(() -> unusable("no cosignature of the key that was expected"));
  }

  private static long size(LedgerFault.Refused.Reason reason, String body) {
    if (reason != LedgerFault.Refused.Reason.CONFLICT) {
      return 0;
    }
    return Checkpoint.size(body.strip());
  }

  private LedgerFault.Unavailable unusable(String what) {
    return new LedgerFault.Unavailable(key.name(), new IOException(what));
  }

  @Override
  public void close() {
    client.close();
  }
}
