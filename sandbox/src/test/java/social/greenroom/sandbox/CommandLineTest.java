package social.greenroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import social.greenroom.sandbox.call.Origin;

class CommandLineTest {

  @Test
  void argumentsAreRead() {
    var config = CommandLine.parse(new String[] {"--port", "0", "--state", "there"});
    assertThat(config.port()).isZero();
    assertThat(config.stateDir()).contains(Path.of("there"));
    assertThat(config.host()).isEqualTo("127.0.0.1");
    assertThat(CommandLine.parse(new String[0]).port()).isEqualTo(8090);
  }

  @Test
  void whereOthersReachItNeedntBeWhereItListens() {
    var sandbox = "http://sandbox.greenroom-system.svc:8090";
    var config = CommandLine.parse(new String[] {"--host", "0.0.0.0", "--url", sandbox});
    var origin = new Origin(config.host(), config.port(), config.url());

    assertThat(origin.at("/media/1")).isEqualTo(sandbox + "/media/1");
    assertThat(new Origin("0.0.0.0", 1, Optional.empty()).at("/x"))
        .isEqualTo("http://127.0.0.1:1/x");
  }

  @Test
  void itListensWhereItIsToldAndNowhereElse() throws IOException {
    try (var sandbox = Sandbox.start(SandboxConfig.local())) {
      new Socket("127.0.0.1", sandbox.port()).close();
      assertThatThrownBy(() -> new Socket("127.0.0.2", sandbox.port()).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThatThrownBy(() -> CommandLine.parse(new String[] {"--port", "x"}))
        .hasMessage("--port wants a number, not 'x'");
    assertThatThrownBy(() -> CommandLine.parse(new String[] {"--state"}))
        .hasMessage("--state wants a value after it");
    assertThatThrownBy(() -> CommandLine.parse(new String[] {"--wat", "1"}))
        .hasMessageStartingWith("--wat isn't known");
  }

  @Test
  void aPortInUseIsSaidInASentence() {
    try (var first = Sandbox.start(SandboxConfig.local())) {
      assertThatThrownBy(() -> Sandbox.start(SandboxConfig.local().withPort(first.port())))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("can't listen on 127.0.0.1 port " + first.port());
    }
  }
}
