package social.greenroom.sandbox.call;

/** Where the sandbox is reached; the port is known once it listens. */
public final class Origin {
  private final String host;
  private volatile int port;

  public Origin(String host, int port) {
    this.host = host;
    this.port = port;
  }

  public void listensOn(int port) {
    this.port = port;
  }

  public int port() {
    return port;
  }

  /** The address of {@code path}, which starts with a slash or is empty. */
  public String at(String path) {
    var reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host;
    return "http://"
        + (reachable.contains(":") ? "[" + reachable + "]" : reachable)
        + ":"
        + port
        + path;
  }
}
