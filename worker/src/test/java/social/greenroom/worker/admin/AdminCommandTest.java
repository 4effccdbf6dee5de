package social.greenroom.worker.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.core.access.Role;
import social.greenroom.worker.Worker;

class AdminCommandTest {
  @Test
  void aPersonIsReadFromTheOptions() throws Exception {
    var person =
        NewPerson.parse(
            List.of("--tenant", "north", "--email", "ada@north.example", "--role", "owner"));

    assertThat(person.role()).isEqualTo(Role.OWNER);
    assertThat(person.name()).isEqualTo("ada");
    assertThat(person.talent()).isEmpty();
    assertThat(person.patience()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"90s, PT1M30S", "5m, PT5M", "0s, PT0S"})
  void howLongIsWaitedIsReadFromItsOption(String option, Duration patience) throws Exception {
    var options = "--tenant north --email ada@north.example --role owner --wait " + option;

    assertThat(NewPerson.parse(List.of(options.split(" "))).patience()).isEqualTo(patience);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--tenant t --email a@b; --role is missing",
        "--email a@b --role owner; --tenant is missing",
        "--tenant t --email ab --role owner; must be an e-mail address",
        "--tenant t --email a@b --role king; use one of owner",
        "--tenant t --email a@b --role talent; name its slug with --talent",
        "--tenant t --email a@b --role owner --talent x; leave --talent out",
        "--tenant t --tenant u; is given twice",
        "--tenant; wants a value",
        "--tenant t --email a@b --role owner --wait soon; such as 90s or 5m",
        "--tenant t --email a@b --role owner --wait -5s; such as 90s or 5m",
        "--colour red; isn't known",
      })
  void whatIsMissingOrWrongIsNamed(String options, String sentence) {
    assertThatThrownBy(() -> NewPerson.parse(List.of(options.split(" "))))
        .hasMessageContaining(sentence);
  }

  @Test
  void migrateNamesTheVariableThatIsMissing() {
    assertThat(Worker.run(List.of("migrate"), Map.of())).isEqualTo(64);
    assertThat(Worker.run(List.of("migrate", "now"), Map.of())).isEqualTo(64);
    assertThat(Worker.run(List.of("people", "list"), Map.of())).isEqualTo(64);
  }

  @Test
  void noTwoPasswordsAreTheSame() {
    assertThat(OneTimePassword.next())
        .matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}")
        .isNotEqualTo(OneTimePassword.next());
  }

  /** As while its node is cut off, or its primary is replaced. */
  @Test
  void whoMayWaitLooksAgainForADatabaseThatIsAway() throws IOException {
    try (var port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var calls = new AtomicInteger();
      var hangingUp =
          new Thread(
              () -> {
                try {
                  while (true) {
                    port.accept().close();
                    calls.incrementAndGet();
                  }
                } catch (IOException e) {
                  // The test is over.
                }
              });
      hangingUp.start();
      var environment =
          Map.of(
              "GREENROOM_DB_URL",
                  "jdbc:postgresql://127.0.0.1:%d/none".formatted(port.getLocalPort()),
              "GREENROOM_DB_APP_PASSWORD", "none",
              "GREENROOM_DB_LOOKUP_PASSWORD", "none");
      var add =
          List.of(
              "people",
              "add",
              "--tenant",
              "northlight",
              "--email",
              "ada@example.com",
              "--role",
              "editor");

      assertThat(Worker.run(add, environment)).isEqualTo(75);
      var atOnce = calls.getAndSet(0);
      assertThat(
              Worker.run(
                  Stream.concat(add.stream(), Stream.of("--wait", "3s")).toList(), environment))
          .isEqualTo(75);
      assertThat(calls).hasValueGreaterThan(atOnce);
    }
  }
}
