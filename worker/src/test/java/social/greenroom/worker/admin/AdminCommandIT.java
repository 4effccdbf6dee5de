package social.greenroom.worker.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.core.access.PasswordHash;
import social.greenroom.core.access.Role;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
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
