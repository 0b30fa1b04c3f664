package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Particulars;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import java.util.Set;

/**
 * Papers that name selectors, such as applications and legal requests: who opens one consults
 * personal data, in his part and for the paper's sake, without a permit. Written into the log
 * before the answer goes out (Directive (EU) 2016/680, Article 25).
 */
record Consultations(House house) {
  /** Logs that what an authority names was shown, and hands it on. */
  <T> T shown(ActorId caller, AuthorityId authority, String what, T answer) {
    log(caller, Particulars.none().token("what", what).id("authority", authority));
    return answer;
  }

  void log(ActorId caller, Particulars what) {
    house
        .authority()
        .houseDeeds()
        .run(
            "CONSULT",
            caller,
            Set.of(),
            what.token("class", "CONSULTATION").token("purpose", "application"),
            deed -> caller);
  }
}
