package social.greenroom.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a sandbox is started.
 *
 * @param host the address to bind; loopback unless there is a reason
 * @param port 0 for a free one
 * @param url the address at which others reach it, without a slash at the end, where that isn't the
 *     one it binds
 * @param stateDir where what was received survives a restart; without it nothing does
 * @param latency how long every call of a network takes at least
 */
public record SandboxConfig(
    String host, int port, Optional<String> url, Optional<Path> stateDir, Duration latency) {

  /** Loopback, a free port, nothing kept. */
  public static SandboxConfig local() {
    return new SandboxConfig("127.0.0.1", 0, Optional.empty(), Optional.empty(), Duration.ZERO);
  }

  public SandboxConfig withHost(String host) {
    return new SandboxConfig(host, port, url, stateDir, latency);
  }

  public SandboxConfig withPort(int port) {
    return new SandboxConfig(host, port, url, stateDir, latency);
  }

  public SandboxConfig withUrl(String url) {
    return new SandboxConfig(host, port, Optional.of(url), stateDir, latency);
  }

  public SandboxConfig withStateDir(Path directory) {
    return new SandboxConfig(host, port, url, Optional.of(directory), latency);
  }

  public SandboxConfig withLatency(Duration latency) {
    return new SandboxConfig(host, port, url, stateDir, latency);
  }
}
