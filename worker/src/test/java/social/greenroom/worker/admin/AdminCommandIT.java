package social.greenroom.worker.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.core.access.PasswordHash;
import social.greenroom.core.access.Role;
import social.greenroom.core.id.Ids;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.talent.TalentProfile;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.talent.TalentSpec;
import social.greenroom.store.talent.TalentUpsert;
import social.greenroom.store.tenant.TenantSpec;
import social.greenroom.worker.Worker;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;

/** An empty PostgreSQL becomes an installation into which a first person can sign in. */
class AdminCommandIT {
  private static EmbeddedPostgres postgres;
  private static Map<String, String> environment;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start();
    environment =
        Map.of(
            "GREENROOM_DB_URL",
            "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()),
            "GREENROOM_DB_ADMIN_USER",
            "postgres",
            "GREENROOM_DB_ADMIN_PASSWORD",
            "postgres",
            "GREENROOM_DB_OWNER_PASSWORD",
            "owner-pw",
            "GREENROOM_DB_APP_PASSWORD",
            "app-pw",
            "GREENROOM_DB_LOOKUP_PASSWORD",
            "lookup-pw",
            "GREENROOM_DB_PROVISIONER_PASSWORD",
            "provisioner-pw");
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void migratesAgainAndAgainAndMakesTheFirstPerson() throws Exception {
    assertThat(Worker.run(List.of("migrate"), environment)).isZero();
    assertThat(Worker.run(List.of("migrate"), environment)).isZero();
    var url = environment.get("GREENROOM_DB_URL");
    try (var app = Database.open(DatabaseConfig.app(url, "app-pw", 1));
        var lookup = Database.open(DatabaseConfig.lookup(url, "lookup-pw", 1))) {
      assertThat(Worker.run(person("owner"), environment)).as("no tenant yet").isEqualTo(64);
      app.tenants()
          .run(
              Ids.next(),
              session ->
                  session
                      .tenant()
                      .upsert(new TenantSpec("north", "north", "North", "UTC", "en", null, null)));

      assertThat(Worker.run(person("owner"), environment))
          .as("no password, and none wanted")
          .isEqualTo(64);
      assertThat(lookup.lookup().users().byEmail("ada@north.example")).isEmpty();

      var told = add("owner", "--password", "print");

      var user = lookup.lookup().users().byEmail("ada@north.example").orElseThrow();
      var password = told.substring(told.lastIndexOf(' ') + 1).strip();
      assertThat(PasswordHash.parse(user.passwordHash()).matches(password)).isTrue();
      assertThat(add("admin")).contains("is admin of north", "the password they have");
      assertThat(lookup.lookup().users().memberships(user.id()))
          .singleElement()
          .satisfies(membership -> assertThat(membership.role()).isEqualTo(Role.ADMIN));
    }
  }

  /** As in {@code helm test}: what was applied just now isn't kept yet when the command begins. */
  @Test
  void waitsForATenantAndATalentThatWereAppliedJustNow() throws Exception {
    assertThat(Worker.run(List.of("migrate"), environment)).isZero();
    var app = DatabaseConfig.app(environment.get("GREENROOM_DB_URL"), "app-pw", 1);
    var person =
        "people add --tenant south --email aurora@south.example --role talent --talent aurora"
            + " --password print --wait ";
    assertThat(Worker.run(words(person + "0s"), environment)).isEqualTo(64);

    var south = Ids.next();
    try (var database = Database.open(app)) {
      var ended =
          CompletableFuture.supplyAsync(() -> Worker.run(words(person + "5m"), environment));
      await().until(AdminCommandIT::asked);
      database
          .tenants()
          .run(
              south,
              session ->
                  session
                      .tenant()
                      .upsert(new TenantSpec("south", "south", "South", "UTC", "en", null, null)));
      var talent = database.tenants().in(south, session -> session.talents().upsert(aurora()));

      assertThat(ended.get(1, TimeUnit.MINUTES)).isZero();

      var aurora = ((TalentUpsert.Stored) talent).talent().id();
      database.tenants().run(south, session -> session.talents().remove(aurora));
    }
    assertThat(Worker.run(words(person + "0s"), environment)).as("it was removed").isEqualTo(64);
  }

  private static boolean asked() throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var asked =
            statement.executeQuery(
                "select 1 from pg_stat_activity where usename = 'greenroom_lookup' and state = 'idle'")) {
      return asked.next();
    }
  }

  private static TalentSpec aurora() {
    return new TalentSpec(
        "aurora",
        "aurora",
        "Aurora",
        "UTC",
        "en",
        null,
        TalentProfile.EMPTY,
        null,
        null,
        List.of(),
        StopPolicy.NONE);
  }

  private static List<String> words(String line) {
    return List.of(line.split(" "));
  }

  private static List<String> person(String role) {
    return List.of(
        "people", "add", "--tenant", "north", "--email", "ada@north.example", "--role", role);
  }

  private static String add(String role, String... options) throws Exception {
    var out = new ByteArrayOutputStream();
    var arguments = new ArrayList<>(person(role));
    arguments.addAll(List.of(options));
    assertThat(
            PeopleCommand.run(
                arguments.subList(1, arguments.size()),
                new Environment(environment),
                new PrintStream(out, true, StandardCharsets.UTF_8)))
        .isEqualTo(ExitCode.DONE);
    return out.toString(StandardCharsets.UTF_8);
  }
}
