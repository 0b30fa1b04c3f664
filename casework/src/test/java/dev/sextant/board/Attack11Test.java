package dev.sextant.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** 11: a collection runs past the moment at which its authority ends. */
@Attack(11)
class Attack11Test {
  private static final long BEFORE = 8L << 20;
  private static final long AFTER = 1L << 20;

  @Test
  void whatArrivesAfterTheEndIsNotTaken(Board board) {
    String caseId = board.openCase("ana");
    String authority =
        board.inForce(
            caseId, board.ask().operation(board.now(), board.now().plus(Duration.ofHours(1))));
    Caller ana = board.as("ana").under(authority, "Take in what the owner handed over");
    ana.seal("early.bin", "USER_EXPORT", new byte[1000], false);

    board.say("Eight megabytes are sent before midnight, and one after it.");
    Answer answer =
        ana.stream(
            "/api/exhibits?name=late.bin&how=USER_EXPORT",
            () -> new Midnight(() -> board.advance(Duration.ofHours(2))));
    board.refused(answer, "SX-AUTH-PERMIT-DEAD");
    Leaf seal =
        board.leafOf(
            leaf -> leaf.field("step").equals("SEAL") && leaf.field("outcome").equals("FAILED"));
    assertThat(seal.field("code")).isEqualTo("SX-AUTH-PERMIT-DEAD");

    board.say("Nothing of it was kept, under whatever authority one looks.");
    board.refused(ana.get("/api/exhibits"), "SX-AUTH-PERMIT-DEAD");
    board.refused(ana.permit(authority, "Take in the rest of it"), "SX-AUTH-EXPIRED");
    String next = board.inForce(caseId, board.ask());
    ana.under(next, "Look at what was taken in");
    assertThat(ana.get("/api/exhibits").requireOk().body())
        .contains("early.bin")
        .doesNotContain("late.bin");
    assertThat(
            board.sql(Board.SqlRole.ADMINISTRATOR, "select count(*) from sextant.exhibit_source"))
        .first()
        .asString()
        .contains("1");
  }

  /** A body that is still being sent when the clock strikes. */
  private static final class Midnight extends InputStream {
    private final AtomicLong sent = new AtomicLong();
    private final Runnable strike;
    private boolean struck;

    Midnight(Runnable strike) {
      this.strike = strike;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int from, int length) {
      long at = sent.get();
      if (at >= BEFORE && !struck) {
        struck = true;
        strike.run();
      }
      long end = struck ? BEFORE + AFTER : BEFORE;
      if (at >= BEFORE + AFTER) {
        return -1;
      }
      int some = (int) Math.min(length, end - at);
      sent.addAndGet(some);
      return some;
    }

    @Override
    public void close() throws IOException {
      super.close();
    }
  }
}
