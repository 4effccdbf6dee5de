package social.greenroom.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ClaimedPortTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @TempDir Path folder;

  @Test
  void aProgramListensOnThePortThatIsHeldForIt() throws IOException {
    try (var claimed = ClaimedPort.of(0, "a test", "--port");
        var server = new ServerSocket()) {
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(LOOPBACK, claimed.number()));
      try (var client = new Socket(LOOPBACK, claimed.number())) {
        assertThat(client.isConnected()).isTrue();
      }
    }
  }

  @Test
  void nothingElseGetsIt() throws IOException {
    try (var claimed = ClaimedPort.of(0, "a test", "--port");
        var other = new Socket()) {
      other.setReuseAddress(false);

      assertThatThrownBy(() -> other.bind(new InetSocketAddress(LOOPBACK, claimed.number())))
          .isInstanceOf(BindException.class);
    }
  }

  @Test
  void aPortWhereSomethingListensIsASentence() throws IOException {
    try (var server = new ServerSocket(0, 1, LOOPBACK)) {
      assertThatThrownBy(() -> ClaimedPort.of(server.getLocalPort(), "the page", "--port"))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("Port " + server.getLocalPort() + ", meant for the page, is in use")
          .hasMessageContaining("--port");
    }
  }

  @Test
  void aPortIsRememberedUntilItIsAnothers() throws IOException {
    var file = folder.resolve("port");
    int first;
    try (var claimed = ClaimedPort.remembered(file)) {
      first = claimed.number();
    }
    try (var claimed = ClaimedPort.remembered(file)) {
      assertThat(claimed.number()).isEqualTo(first);
    }

    try (var other = new ServerSocket(first, 1, LOOPBACK);
        var claimed = ClaimedPort.remembered(file)) {
      assertThat(claimed.number()).isNotEqualTo(other.getLocalPort());
      assertThat(Files.readString(file)).isEqualTo(Integer.toString(claimed.number()));
    }
  }
}
