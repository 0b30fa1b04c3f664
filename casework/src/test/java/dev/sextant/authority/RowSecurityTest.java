package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The contract of every table, read from the catalogue, so that tables of later rooms are met too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowSecurityTest {
  /** Tables that say who may do what, and hold no evidence: the only ones without row security. */
  private static final Set<String> REGISTER =
      Set.of(
          "act_leaf",
          "actor",
          "agreement",
          "alert",
          "approval",
          "asked_term",
          "authority_history",
          "authority_path",
          "authority_version",
          "case_key",
          "casefile",
          "conflict",
          "conflict_hit",
          "conflict_tag",
          "deconflict_cover",
          "deconflict_desk",
          "deconflict_entered",
          "deconflict_house",
          "deconflict_notice",
          "deconflict_pace",
          "deconflict_question",
          "deconflict_served",
          "deconflict_token",
          "destruction",
          "destruction_refused",
          "device",
          "duty_session",
          "emergency_stop",
          "exhibit_source",
          "export_leave",
          "export_use",
          "filter_item",
          "filter_key",
          "filter_permit",
          "flyway_schema_history",
          "hold",
          "house_clock",
          "inventory",
          "item_key",
          "law_change",
          "law_signature",
          "law_text",
          "legal_path",
          "legal_request",
          "legal_return",
          "legal_step",
          "legal_tally",
          "look",
          "model_approval",
          "model_proposal",
          "operation",
          "operation_outcome",
          "origin",
          "permit",
          "principle_signature",
          "principle_similarity",
          "privileged_selector",
          "protected_list",
          "protected_member",
          "protecting_role",
          "recallable",
          "recipient",
          "release_bar",
          "sealed_file",
          "selector_key",
          "selector_mark",
          "taint",
          "training",
          "view_count");

  private TestHouse house;
  private JdbcClient application;
  private Permit one;
  private Permit two;

  @BeforeAll
  void start() {
    house = TestHouse.start();
    application = JdbcClient.create(house.application());
    one = fresh();
    two = fresh();
    house.seal(one, "one.txt", "of case one".getBytes(StandardCharsets.UTF_8));
    house.seal(two, "two.txt", "of case two".getBytes(StandardCharsets.UTF_8));
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private Permit fresh() {
    return house.permit(
        Set.of(Selector.of(SelectorType.EMAIL, "a@example.org")),
        Set.of(Platform.X),
        TestHouse.WIDE);
  }

  private List<String> tables(String condition) {
    return application
        .sql(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'sextant' and c.relkind in ('r', 'p') and
            """
                + condition
                + " order by 1")
        .query(String.class)
        .list();
  }

  private static final String HAS_CASE =
      "exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id')";

  private List<String> caseTables() {
    List<String> tables = tables("not c.relispartition and " + HAS_CASE);
    assertThat(tables).contains("exhibit", "custody_entry");
    return tables;
  }

  @Test
  void everyTableIsEitherClosedOrARegister() {
    assertThat(tables("not c.relispartition and not " + HAS_CASE)).isSubsetOf(REGISTER);
  }

  private static final String GRANTS_HEAD =
      "# What the application's role may do with each table. Every line is a decision: whoever adds a table adds its line.\n";

  /** Each privilege of the application's role, as {@code grants.txt} has it: one line a table. */
  @Test
  void theApplicationsRoleHasTheCommittedGrantsAndNoOthers() throws IOException {
    List<String> granted =
        application
            .sql(
                """
                select c.relname || ': ' || concat_ws(' ',
                  case when has_table_privilege(c.oid, 'select') then 'select' end,
                  case when has_table_privilege(c.oid, 'insert') then 'insert' end,
                  case when has_table_privilege(c.oid, 'update') then 'update' else
                    (select 'update(' || string_agg(a.attname, ',' order by a.attname) || ')'
                     from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                       and has_column_privilege(c.oid, a.attnum, 'update')) end,
                  case when has_table_privilege(c.oid, 'delete') then 'delete' end,
                  case when has_table_privilege(c.oid, 'truncate') then 'truncate' end,
                  case when has_table_privilege(c.oid, 'references') then 'references' end,
                  case when has_table_privilege(c.oid, 'trigger') then 'trigger' end)
                from pg_class c
                where c.relnamespace = 'sextant'::regnamespace and c.relkind in ('r', 'p')
                  and not c.relispartition
                order by 1
                """)
            .query(String.class)
            .list()
            .stream()
            .map(String::strip)
            .toList();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(
          Path.of("src/test/resources/dev/sextant/authority/grants.txt"),
          GRANTS_HEAD + String.join("\n", granted) + "\n");
    }
    try (var in = RowSecurityTest.class.getResourceAsStream("grants.txt")) {
      List<String> committed =
          new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      assertThat(granted).containsExactlyInAnyOrderElementsOf(committed);
    }
  }

  @Test
  void theApplicationsRoleIsNobody() {
    List<String> rights =
        application
            .sql(
                """
                select concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
                  exists (select 1 from pg_class c where c.relowner = r.oid),
                  exists (select 1 from pg_proc p where p.proowner = r.oid),
                  exists (select 1 from pg_auth_members m where m.member = r.oid))
                from pg_roles r where rolname = current_user
                """)
            .query(String.class)
            .list();
    assertThat(rights).containsExactly("f f f f f f f f");
  }

  /** Whoever gets a connection back from the pool gets nothing with it, however its work ended. */
  @Test
  void settingsEndWithTheTransactionEvenWhenItFails() throws SQLException {
    for (int round = 0; round < 40; round++) {
      try (Act act = one.begin(Step.VIEW, Particulars.none())) {
        assertThatThrownBy(() ->
                house
                    .door()
                    .within(act, sql -> sql.jdbc().sql("select 1/0").query(Integer.class).single()))
            .isInstanceOf(RegisterFault.class);
      }
      assertThat(count("exhibit", null)).isZero();
      assertThat(
              application
                  .sql("select coalesce(current_setting('sextant.permit', true), '')")
                  .query(String.class)
                  .single())
          .isEmpty();
    }
  }

  @Test
  void everyCaseTableForcesRowSecurityByARestrictivePolicy() {
    for (String table : caseTables()) {
      assertThat(
              tables("c.relrowsecurity and c.relforcerowsecurity and c.relname = '" + table + "'"))
          .as(table + " forces row security")
          .hasSize(1);
      List<String> policies =
          application
              .sql(
                  """
                  select p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
                  where c.relname = ? and not p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
                    and pg_get_expr(p.polqual, p.polrelid) like '%permit_case()%'
                    and pg_get_expr(p.polwithcheck, p.polrelid) like '%permit_case()%'
                  """)
              .param(table)
              .query(String.class)
              .list();
      assertThat(policies).as(table + " has a restrictive policy").isNotEmpty();
    }
  }

  @Test
  void aPartitionCannotBeReachedPastItsTable() {
    for (String partition : tables("c.relispartition")) {
      boolean reachable =
          application
              .sql("select has_table_privilege(?, 'select, insert, update, delete, truncate')")
              .param("sextant." + partition)
              .query(Boolean.class)
              .single();
      assertThat(reachable).as(partition).isFalse();
    }
  }

  @Test
  void noViewSeesMoreThanWhoAsks() {
    List<String> views =
        application
            .sql(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'sextant' and (c.relkind = 'm'
                  or (c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false)))
                """)
            .query(String.class)
            .list();
    assertThat(views).isEmpty();
  }

  @Test
  void functionsWithTheOwnersRightsFixTheirSearchPath() {
    List<String> loose =
        application
            .sql(
                """
                select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname = 'sextant' and p.prosecdef
                  and not exists (select 1 from unnest(p.proconfig) s where s like 'search_path=%pg_temp')
                """)
            .query(String.class)
            .list();
    assertThat(loose).isEmpty();
  }

  @Test
  void withoutAPermitThereIsNothing() {
    for (String table : readable()) {
      assertThat(count(table, null)).as(table).isZero();
    }
  }

  @Test
  void aPermitShowsItsOwnCaseAlone() {
    for (String table : readable()) {
      assertThat(foreign(table, one)).as(table).isZero();
      assertThat(foreign(table, two)).as(table).isZero();
    }
    assertThat(count("exhibit", one.id().value())).isEqualTo(1);
    assertThat(count("custody_entry", two.id().value())).isEqualTo(1);
  }

  @Test
  void anUnknownPermitShowsNothing() {
    for (String table : readable()) {
      assertThat(count(table, UUID.randomUUID())).as(table).isZero();
    }
  }

  @Test
  void anExpiredOrSuspendedPermitShowsNothing() {
    try (TestHouse own = TestHouse.start()) {
      Permit permit =
          own.permit(
              Set.of(Selector.of(SelectorType.EMAIL, "a@example.org")),
              Set.of(Platform.X),
              TestHouse.WIDE);
      own.seal(permit, "x.txt", "bytes".getBytes(StandardCharsets.UTF_8));
      assertThat(count(own, "exhibit", permit.id().value())).isEqualTo(1);
      own.authorities().suspend(own.officer(), permit.authority(), "Stopped for a test.");
      assertThat(count(own, "exhibit", permit.id().value())).isZero();
      own.authorities().resume(own.officer(), permit.authority(), "Goes on for a test.");
      assertThat(count(own, "exhibit", permit.id().value())).as("revoked for good").isZero();
      Permit again = own.permit(own.analyst(), permit.authority());
      assertThat(count(own, "exhibit", again.id().value())).isEqualTo(1);
      own.advance(Duration.ofHours(8).plusSeconds(3));
      assertThat(count(own, "exhibit", again.id().value())).isZero();
    }
  }

  @Test
  void theDatabaseItselfEndsWhatTheClockEnds() {
    try (TestHouse own = TestHouse.start()) {
      Permit permit =
          own.permit(
              Set.of(Selector.of(SelectorType.EMAIL, "a@example.org")),
              Set.of(Platform.X),
              TestHouse.WIDE);
      own.seal(permit, "x.txt", "bytes".getBytes(StandardCharsets.UTF_8));
      own.advance(Duration.ofDays(14).minusHours(1));
      Permit late = own.permit(own.analyst(), permit.authority());
      assertThat(count(own, "exhibit", late.id().value())).isEqualTo(1);
      own.advance(Duration.ofHours(1).plusSeconds(3));
      assertThat(count(own, "exhibit", late.id().value())).as("oversight overdue").isZero();
    }
  }

  /** Some tables take rows and show none to anybody: what is sealed off before it is seen. */
  private List<String> readable() {
    List<String> tables =
        caseTables().stream()
            .filter(table ->
                application
                    .sql("select has_table_privilege(?, 'select')")
                    .param("sextant." + table)
                    .query(Boolean.class)
                    .single())
            .toList();
    assertThat(tables).contains("exhibit", "custody_entry");
    return tables;
  }

  private long foreign(String table, Permit permit) {
    return asked(
        house,
        "select count(*) from sextant." + table + " where case_id <> '" + permit.caseId() + "'",
        permit.id().value());
  }

  private long count(String table, @Nullable UUID permit) {
    return count(house, table, permit);
  }

  private static long count(TestHouse house, String table, @Nullable UUID permit) {
    return asked(house, "select count(*) from sextant." + table, permit);
  }

  private static long asked(TestHouse house, String sql, @Nullable UUID permit) {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      if (permit != null) {
        statement.execute("select sextant.enter('" + permit + "')");
      }
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getLong(1);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void thePermitIsForgottenWhenTheTransactionEnds() throws SQLException {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select sextant.enter('" + one.id() + "')");
      connection.commit();
      try (ResultSet row = statement.executeQuery("select count(*) from exhibit")) {
        row.next();
        assertThat(row.getLong(1)).isZero();
      }
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table sextant.exhibit disable row level security",
        "alter table sextant.exhibit no force row level security",
        "drop policy only_permitted_case on sextant.exhibit",
        "create policy mine on sextant.exhibit using (true)",
        "alter table sextant.exhibit owner to current_user",
        "set row_security = off; select * from sextant.exhibit",
        "set role sextant_owner",
        "set session authorization sextant_owner",
        "update sextant.house_clock set offset_ms = 0",
        "select sextant.guard('sextant.actor')",
        "update sextant.custody_entry set touch = 'READ'",
        "delete from sextant.custody_entry",
        "delete from sextant.exhibit",
        "truncate sextant.exhibit",
        "delete from sextant.authority_history",
        "update sextant.permit set expires_at = now() + interval '100 years'",
        "update sextant.approval set decision = 'APPROVED'",
        "update sextant.actor set vkey = 'x'",
        "update sextant.actor set roles = '{AUTHORISING_OFFICER}'",
        "update sextant.actor set password_hash = 'x'",
        "update sextant.actor set seal = 'x'",
        "delete from sextant.case_key",
        "delete from sextant.view_count",
        "create table sextant.mine (x int)",
        "create or replace function sextant.permit_case() returns uuid language sql as 'select null::uuid'"
      })
  void theApplicationsRoleCannot(String sql) throws SQLException {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  @Test
  void rowsOfAnotherCaseCannotBeAdded() {
    try (Act act = one.begin(Step.SEAL, Particulars.none())) {
      assertThatThrownBy(() ->
              house
                  .door()
                  .within(
                      act,
                      sql ->
                          sql.jdbc()
                              .sql(
                                  """
                                  insert into exhibit values
                                    (?, gen_random_uuid(), 99, gen_random_uuid(), 'x', 0, '', now())
                                  """)
                              .param(two.caseId().value())
                              .update()))
          .isInstanceOfSatisfying(
              RegisterFault.class, e -> assertThat(e.value()).contains("42501"));
    }
  }

  @Test
  void theDatabaseGivesNoPermitOutsideTheTeam() {
    assertThatThrownBy(() ->
            application
                .sql(
                    """
                    insert into permit (id, actor, casefile, authority, version, purpose, issued_at, expires_at)
                    values (gen_random_uuid(), ?, ?, ?, 1, '', ?, ?)
                    """)
                .param(house.officer().value())
                .param(one.caseId().value())
                .param(one.authority().value())
                .param(java.sql.Timestamp.from(house.clock().instant()))
                .param(java.sql.Timestamp.from(house.clock().instant().plusSeconds(60)))
                .update())
        .rootCause()
        .hasMessageContaining("no living authority");
  }

  /** What somebody on the team who has the application's role tries, to approve for himself. */
  enum Forgery {
    /** An officer of his own making, without a seal. */
    UNSEALED("SX-AUTH-UNAPPROVED"),
    /** The same, with the seal of the true officer's row. */
    SEAL_COPIED("SX-AUTH-UNAPPROVED"),
    /** A true signature of a true person, who is no officer. */
    NO_OFFICER("SX-AUTH-UNAPPROVED"),
    /** A true officer's row and a note signed with another key. */
    KEY_OF_ANOTHER("SX-AUTH-UNAPPROVED"),
    /** As the first, the reasons' ciphertext taken from the history. */
    REASONS_FROM_HISTORY("SX-AUTH-SEALED-VALUE");

    private final String code;

    Forgery(String code) {
      this.code = code;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPermitCannotBeForged(Forgery forgery) {
    Scope scope =
        new Scope(
            Set.of(Selector.of(SelectorType.EMAIL, "a@example.org")),
            Set.of(Platform.X),
            TestHouse.WIDE,
            2);
    ActorId forger = house.analyst();
    AuthorityId id = house.authorities().draft(forger, house.draft(house.openCase(), scope));
    for (Principle principle : Principle.values()) {
      house.authorities().signPrinciple(forger, id, principle);
    }
    house.authorities().submit(forger, id);
    AuthorityFile file = house.authorities().authority(house.officer(), id).getFirst();
    assertThat(file.document().draft().duties().team()).contains(forger);

    forgeApproval(forgery, file);
    for (String state : List.of("APPROVED", "ACTIVE")) {
      application
          .sql("update authority_version set state = ? where authority = ?")
          .param(state)
          .param(id.value())
          .update();
    }

    // The database is deceived: it cannot check signatures. The program is not.
    assertThatThrownBy(() -> house.permit(forger, id))
        .isInstanceOfSatisfying(
            AuthorityFault.class, e -> assertThat(e.code()).as(e.line()).isEqualTo(forgery.code));
  }

  private void forgeApproval(Forgery forgery, AuthorityFile file) {
    AuthorityDocument document = file.document();
    ActorId signer = ActorId.random();
    SignerKey key =
        SignerKey.generate("sextant/person/" + signer, VerifierKey.Kind.NOTE, new SecureRandom());
    switch (forgery) {
      case NO_OFFICER ->
          signer = house.enrol("helper" + forgery.ordinal(), "Hal Helper", Role.ANALYST).id();
      case KEY_OF_ANOTHER -> signer = house.officer();
      default -> enrolByHand(signer, key.verifier().text(), forgery == Forgery.SEAL_COPIED);
    }
    Approval approval =
        new Approval(
            Role.AUTHORISING_OFFICER,
            signer,
            Decision.APPROVED,
            file.digest(),
            "",
            "",
            house.clock().instant());
    String text = Approval.text(document, approval);
    byte[] note =
        forgery == Forgery.NO_OFFICER ? house.people().sign(signer, text) : key.sign(text).bytes();
    // Better than he could: these reasons are sealed under the case's key.
    byte[] reasons =
        house
            .keys()
            .registerCipher(application, document.draft().caseId())
            .seal(new byte[0], Approval.about(document, approval));
    if (forgery == Forgery.REASONS_FROM_HISTORY) {
      reasons =
          application
              .sql("select reasons from authority_history where authority = ?")
              .param(document.id().value())
              .query(byte[].class)
              .single();
    }
    application
        .sql(
            """
            insert into approval (id, authority, version, role, actor, decision, digest, reasons, note, decided_at)
            values (gen_random_uuid(), ?, 1, 'AUTHORISING_OFFICER', ?, 'APPROVED', ?, ?, ?, ?)
            """)
        .param(document.id().value())
        .param(signer.value())
        .param(file.digest().hex())
        .param(reasons)
        .param(new String(note, StandardCharsets.UTF_8))
        .param(java.sql.Timestamp.from(approval.at()))
        .update();
  }

  private void enrolByHand(ActorId id, String vkey, boolean withTheOfficersSeal) {
    application
        .sql(
            """
            insert into actor (id, login, name, roles, password_hash, vkey, sealed_key, seal, enrolled_at)
            select ?, ?, 'Fake Officer', roles, password_hash, ?, sealed_key,
              case when ? then seal end, enrolled_at
            from actor where id = ?
            """)
        .param(id.value())
        .param("f" + id)
        .param(vkey)
        .param(withTheOfficersSeal)
        .param(house.officer().value())
        .update();
    assertThatThrownBy(() -> house.people().actor(id)).isInstanceOf(UnknownInRegister.class);
    assertThat(house.people().byLogin("f" + id)).isEmpty();
  }

  @Test
  void aPersonWhoseRolesTheOwnerChangedIsNobody() throws SQLException {
    ActorId analyst = house.enrol("climber", "Cy Climber", Role.ANALYST).id();
    assertThat(house.people().actor(analyst).roles()).containsExactly(Role.ANALYST);
    try (Connection owner =
            DriverManager.getConnection(
                house.access().url(),
                house.access().owner().role(),
                house.access().owner().password());
        Statement statement = owner.createStatement()) {
      statement.execute(
          "update sextant.actor set roles = '{AUTHORISING_OFFICER}' where id = '" + analyst + "'");
    }
    assertThatThrownBy(() -> house.people().actor(analyst)).isInstanceOf(UnknownInRegister.class);
    assertThat(house.people().all()).extracting(Actor::id).doesNotContain(analyst);
  }

  @Test
  void theDatabasesWordsStayInside() {
    try (Act act = one.begin(Step.SEARCH, Particulars.none())) {
      assertThatThrownBy(() ->
              house
                  .door()
                  .within(
                      act,
                      sql -> sql.jdbc().sql("select 'planted words'::int").query().singleValue()))
          .isInstanceOfSatisfying(
              RegisterFault.class,
              e -> {
                assertThat(e.line()).contains("22P02").doesNotContain("planted");
                for (Throwable t = e; t != null; t = t.getCause()) {
                  assertThat(String.valueOf(t.getMessage())).doesNotContain("planted");
                }
              });
    }
  }
}
