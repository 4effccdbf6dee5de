package social.greenroom.sandbox.call;

import java.util.Optional;

/** Where the sandbox is reached; the port is known once it listens. */
public final class Origin {
  private final String host;
  private final Optional<String> url;
  private volatile int port;

  /**
   * @param url at which others reach it, where that isn't host and port
   */
  public Origin(String host, int port, Optional<String> url) {
    this.host = host;
    this.port = port;
    this.url = url;
  }

  public void listensOn(int port) {
    this.port = port;
  }

  public int port() {
    return port;
  }

  /** The address of {@code path}, which starts with a slash or is empty. */
  public String at(String path) {
    return url.orElseGet(this::bound) + path;
  }

  private String bound() {
    var reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host;
    return "http://" + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ":" + port;
  }
}
