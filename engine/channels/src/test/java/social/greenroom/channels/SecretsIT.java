package social.greenroom.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.network.Platform;

/** Whatever goes wrong, and however much is logged, no credential is in the log. */
class SecretsIT {
  private static final Logger ROOT = Logger.getLogger("");
  private static final Queue<String> LOGGED = new ConcurrentLinkedQueue<>();
  private static final Handler LISTENER =
      new Handler() {
        @Override
        public void publish(LogRecord event) {
          var text = new StringWriter();
          text.append(new SimpleFormatter().formatMessage(event));
          if (event.getThrown() != null) {
            event.getThrown().printStackTrace(new PrintWriter(text, true));
          }
          LOGGED.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private static SandboxNetworks networks;
  private static Level before;

  @BeforeAll
  static void start(@TempDir Path folder) {
    networks = new SandboxNetworks(folder);
    before = ROOT.getLevel();
    LISTENER.setLevel(Level.ALL);
    ROOT.addHandler(LISTENER);
    ROOT.setLevel(Level.ALL);
  }

  @AfterAll
  static void stop() {
    ROOT.setLevel(before);
    ROOT.removeHandler(LISTENER);
    networks.close();
  }

  @Test
  void noCredentialIsLoggedAtAnyLevel() {
    for (var platform : Platform.values()) {
      for (var kind : new String[] {"fail_after_accept", "revoked", "rate_limit", "wrong_schema"}) {
        networks.fault(platform, kind);
        networks.adapter(platform).publish(networks.command(platform, "With " + kind));
      }
      networks.adapter(platform).publish(networks.command(platform, "In peace"));
      networks.revoke(SandboxNetworks.KEY);
      networks.adapter(platform).publish(networks.command(platform, "Locked out"));
      networks.clear();
    }
    assertThat(LOGGED).as("something is logged at all").hasSizeGreaterThan(50);
    assertThat(LOGGED).noneMatch(line -> line.contains(SandboxNetworks.KEY));
  }
}
