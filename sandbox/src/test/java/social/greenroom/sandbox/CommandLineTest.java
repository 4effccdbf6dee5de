package social.greenroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
