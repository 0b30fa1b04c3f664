package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Act;
import dev.sextant.authority.AuthorityDraft;
import dev.sextant.authority.Decision;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Principle;
import dev.sextant.authority.Scope;
import dev.sextant.authority.Step;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What keeps records from those who may not see them, and the index true to the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordGuardTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");
  private static final Selector ANNA =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");
  private static final Selector BEN =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "200");
  private static final Selector CLEO =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "300");
  private static final Set<Platform> TELEGRAM = Set.of(Platform.TELEGRAM);

  /** PostgreSQL's code for a missing right, and for a row that a policy refuses. */
  private static final String NOT_ALLOWED = "42501";

  private TestHouse house;

  @BeforeAll
  void start() {
    house = TestHouse.start();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private static byte[] sample() {
    return new TelegramSample()
        .chat(200, new Said(100, DAY, "the van"), new Said(200, DAY.plusSeconds(1), "the keys"))
        .chat(300, new Said(300, DAY.plusSeconds(2), "the garden"))
        .bytes();
  }

  private Permit read(Set<Selector> selectors) {
    Permit permit = house.permit(selectors, TELEGRAM, TestHouse.WIDE);
    Exhibit exhibit = house.seal(permit, "result.json", sample());
    house.records().read(permit, exhibit.id(), Progress.silent());
    return permit;
  }

  private long total(Permit permit, String words) {
    return house.records().search(permit, RecordQuery.of(words)).total();
  }

  private static long count(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void withoutAPermitTheApplicationSeesNoRows() throws SQLException {
    read(Set.of(BEN));
    try (Connection connection = house.application().getConnection();
        Statement sql = connection.createStatement()) {
      assertThat(count(sql, "select count(*) from record")).isZero();
      assertThat(count(sql, "select count(*) from reading")).isZero();
      assertThat(count(sql, "select count(*) from sealed_counts()")).isZero();
    }
  }

  @Test
  void withAPermitItSeesItsCaseAndAuthorityAndCountsOfTheSealed() throws SQLException {
    CaseId of = house.openCase();
    Permit first = house.permit(of, Set.of(BEN), TELEGRAM, TestHouse.WIDE);
    Exhibit exhibit = house.seal(first, "result.json", sample());
    house.records().read(first, exhibit.id(), Progress.silent());
    Permit second = house.permit(of, Set.of(CLEO), TELEGRAM, TestHouse.WIDE);
    house.records().read(second, exhibit.id(), Progress.silent());
    try (Connection connection = house.application().getConnection();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("select enter('" + first.id() + "')");
      assertThat(count(sql, "select count(*) from record")).isEqualTo(2);
      assertThat(count(sql, "select count(distinct authority_id) from record")).isEqualTo(1);
      assertThat(count(sql, "select sum(records) from sealed_counts()")).isEqualTo(2);
      sql.execute("select enter('" + second.id() + "')");
      assertThat(count(sql, "select count(*) from record")).isEqualTo(1);
      assertThat(count(sql, "select sum(records) from sealed_counts()")).isEqualTo(3);
      connection.rollback();
    }
  }

  @Test
  void whatIsSealedOffOrWrittenCannotBeTouched() throws SQLException {
    Permit permit = read(Set.of(BEN));
    String partition = "record_" + permit.caseId().toString().replace("-", "");
    for (String statement :
        List.of(
            "select * from sealed_record",
            "select body from sealed_record limit 1",
            "delete from sealed_record",
            "update record set kind = 'POST'",
            "delete from record",
            "update reading set generation = 7",
            "select * from " + partition,
            "select * from sealed_" + partition)) {
      try (Connection connection = house.application().getConnection();
          Statement sql = connection.createStatement()) {
        connection.setAutoCommit(false);
        sql.execute("select enter('" + permit.id() + "')");
        assertThatThrownBy(() -> sql.execute(statement))
            .as(statement)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NOT_ALLOWED));
        connection.rollback();
      }
    }
  }

  @Test
  void rowsOutsideTheScopeAreRefusedByTheDatabaseItself() throws SQLException {
    Permit permit = read(Set.of(BEN));
    for (String columns :
        List.of(
            "'WHATSAPP', '2026-03-01Z', 'whatsapp', 'MESSAGE'",
            "'OUTSIDE', '1980-01-01Z', 'telegram', 'MESSAGE'",
            "'UNTIMED', null, 'telegram', 'MESSAGE'")) {
      String[] c = columns.split(", ");
      String insert =
          ("insert into record select case_id, authority_id, exhibit_id, reading,"
                  + " sha256(record_id), item, ordinal, %s, %s, %s, acquired_at, account_keys,"
                  + " conversation_key, part_key, byte_from, byte_to, body from record limit 1")
              .formatted(c[3], c[2], c[1] + "::timestamptz");
      try (Connection connection = house.application().getConnection();
          Statement sql = connection.createStatement()) {
        connection.setAutoCommit(false);
        sql.execute("select enter('" + permit.id() + "')");
        assertThatThrownBy(() -> sql.execute(insert))
            .as(columns)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NOT_ALLOWED));
        connection.rollback();
      }
    }
  }

  /* As the owner of the tables, who can switch row security off. */
  private int alter(String statement) throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(
                house.access().url(),
                house.access().owner().role(),
                house.access().owner().password());
        Statement sql = owner.createStatement()) {
      owner.setAutoCommit(false);
      sql.execute("alter table sextant.record no force row level security");
      int changed = sql.executeUpdate(statement);
      sql.execute("alter table sextant.record force row level security");
      owner.commit();
      return changed;
    }
  }

  @Test
  void aChangedRowDoesNotOpen() throws SQLException {
    Permit permit = read(Set.of(BEN));
    String of = " where case_id = '" + permit.caseId() + "'";
    assertThat(
            alter("update sextant.record set claimed_at = claimed_at + interval '1 second'" + of))
        .isEqualTo(2);
    assertThatThrownBy(
            () -> {
              try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
                house.records().each(act, RecordFilter.all(), r -> {});
              }
            })
        .hasFieldOrPropertyWithValue("code", "SX-AUTH-SEALED-VALUE");
  }

  @Test
  void aRowThatWasChangedAfterItWasOpenedDoesNotOpenAgain() throws SQLException {
    for (String change :
        List.of(
            "claimed_at = claimed_at + interval '1 second'",
            "ordinal = ordinal + 1",
            "body = set_byte(body, 20, get_byte(body, 20) # 1)")) {
      Permit permit = read(Set.of(BEN));
      String of = " where case_id = '" + permit.caseId() + "'";
      assertThat(total(permit, "keys")).isEqualTo(1);
      assertThat(total(permit, "keys")).isEqualTo(1);
      assertThat(alter("update sextant.record set " + change + of)).as(change).isEqualTo(2);
      assertThatThrownBy(() -> total(permit, "keys"))
          .as(change)
          .hasFieldOrPropertyWithValue("code", "SX-AUTH-SEALED-VALUE");
    }
  }

  @Test
  void aRecordWhoseKeyIsGoneDoesNotOpenAgain() throws SQLException {
    Permit permit = read(Set.of(BEN));
    assertThat(total(permit, "keys")).isEqualTo(1);
    try (Connection owner =
            DriverManager.getConnection(
                house.access().url(),
                house.access().owner().role(),
                house.access().owner().password());
        Statement sql = owner.createStatement()) {
      owner.setAutoCommit(false);
      sql.execute("alter table sextant.item_key no force row level security");
      assertThat(
              sql.executeUpdate(
                  "delete from sextant.item_key where case_id = '" + permit.caseId() + "'"))
          .isEqualTo(1);
      sql.execute("alter table sextant.item_key force row level security");
      owner.commit();
    }
    assertThatThrownBy(() -> total(permit, "keys"))
        .hasFieldOrPropertyWithValue("code", "SX-CUSTODY-UNKNOWN");
  }

  @Test
  void aNarrowedAuthorityHidesAtOnceWhatItNoLongerNames() {
    CaseId of = house.openCase();
    Scope wide = new Scope(Set.of(BEN, CLEO), TELEGRAM, TestHouse.WIDE, 2);
    AuthorityId authority = house.authority(of, wide);
    Permit before = house.permit(house.analyst(), authority);
    Exhibit exhibit = house.seal(before, "result.json", sample());
    house.records().read(before, exhibit.id(), Progress.silent());
    assertThat(total(before, "the")).isEqualTo(3);

    Scope narrow = new Scope(Set.of(BEN), TELEGRAM, TestHouse.WIDE, 2);
    AuthorityDraft same = house.draft(of, narrow);
    AuthorityDraft draft =
        new AuthorityDraft(
            of, same.basis(), TestHouse.principles("as argued anew"), same.bounds(), same.duties());
    house
        .authorities()
        .renew(house.analyst(), authority, draft, "Cleo turned out to be a witness.");
    for (Principle principle : Principle.values()) {
      house.authorities().signPrinciple(house.analyst(), authority, principle);
    }
    house.authorities().submit(house.analyst(), authority);
    house.authorities().approve(house.officer(), authority, "Narrower, and argued.");
    if (draft.needsOversight()) {
      house.oversee(authority, Decision.APPROVED, "Agreed.");
    }
    Permit after = house.permit(house.analyst(), authority);
    assertThat(after.authorityVersion()).isEqualTo(2);
    assertThat(total(after, "garden")).isZero();
    Page page = house.records().search(after, RecordQuery.of("the"));
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.byKind()).containsOnlyKeys(RecordKind.MESSAGE);
    List<String> words = new ArrayList<>();
    try (Act act = after.begin(Step.VIEW, Particulars.none())) {
      house.records().each(act, RecordFilter.all(), r -> words.add(r.record().words()));
      act.done();
    }
    assertThat(words).containsExactly("the van", "the keys");
    Excerpt around =
        house.records().view(after, page.found().getFirst().record().id(), Excerpt.MOST_CONTEXT);
    assertThat(new String(around.bytes(), StandardCharsets.UTF_8))
        .contains("the keys")
        .doesNotContain("the garden");
  }

  private Path index(Permit permit) {
    return house.home().resolve("index").resolve(permit.caseId().toString());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void anIndexThatIsGoneIsBuiltAnew() throws IOException {
    Permit permit = read(Set.of(ANNA));
    assertThat(total(permit, "van")).isEqualTo(1);
    for (Path file : files(index(permit))) {
      Files.delete(file);
    }
    assertThat(total(permit, "van")).as("removed under an open house").isEqualTo(1);
    house.reopenRecords();
    for (Path file : files(index(permit))) {
      Files.delete(file);
    }
    Files.delete(index(permit));
    assertThat(total(permit, "van")).as("removed while closed").isEqualTo(1);
  }

  @Test
  void anIndexThatIsBrokenIsBuiltAnew() throws IOException {
    Permit permit = read(Set.of(ANNA));
    house.records().close();
    for (Path file : files(index(permit))) {
      if (file.getFileName().toString().startsWith("segments")) {
        Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);
      }
    }
    house.reopenRecords();
    assertThat(total(permit, "van")).isEqualTo(1);
  }

  @Test
  void anIndexThatIsBehindIsBroughtUpToDate() throws IOException {
    Permit permit = read(Set.of(ANNA));
    Exhibit other =
        house.seal(
            permit,
            "other.json",
            new TelegramSample().chat(200, new Said(100, DAY, "another van")).bytes());
    house.records().close();
    Path kept = Files.createTempDirectory("sextant-index");
    for (Path file : files(index(permit))) {
      Files.copy(file, kept.resolve(file.getFileName()));
    }
    house.reopenRecords();
    house.records().read(permit, other.id(), Progress.silent());
    assertThat(total(permit, "van")).isEqualTo(2);
    // As if the machine had stopped after the store's commit and before the index's.
    house.records().close();
    for (Path file : files(index(permit))) {
      Files.delete(file);
    }
    for (Path file : files(kept)) {
      Files.move(file, index(permit).resolve(file.getFileName()));
    }
    Files.delete(kept);
    house.reopenRecords();
    Page page = house.records().search(permit, RecordQuery.of("van"));
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.found()).hasSize(2);
  }

  @Test
  void bytesInsideAnArchiveAreFound() throws IOException {
    Permit permit = house.permit(Set.of(ANNA), TELEGRAM, TestHouse.WIDE);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("export/result.json"));
      out.write(sample());
      out.closeEntry();
    }
    Exhibit exhibit = house.seal(permit, "export.zip", zip.toByteArray());
    ReadReport report = house.records().read(permit, exhibit.id(), Progress.silent());
    assertThat(report.counts().balanced()).isTrue();
    Page page = house.records().search(permit, RecordQuery.of("keys"));
    Excerpt excerpt = house.records().view(permit, page.found().getFirst().record().id(), 20);
    assertThat(excerpt.part()).isEqualTo("export/result.json");
    assertThat(excerpt.partBytes()).isEqualTo(sample().length);
    assertThat(new String(excerpt.own(), StandardCharsets.UTF_8)).contains("the keys");
    assertThat(excerpt.bytes().length)
        .isEqualTo((int) (excerpt.contextTo() - excerpt.contextFrom()));
  }

  @Test
  void queriesEnterTheLogAsKeyedHashesOnly() {
    Permit permit = read(Set.of(ANNA));
    long from = house.ledger().size();
    house.records().search(permit, RecordQuery.of("keys").account("telegram/platform_id/200"));
    String log = house.cases().acts(house.analyst(), permit.caseId(), from, 10).toString();
    assertThat(log).contains("words=hmac:").contains("account=hmac:");
    assertThat(log).doesNotContain("keys\"").doesNotContain("platform_id/200");
  }
}
