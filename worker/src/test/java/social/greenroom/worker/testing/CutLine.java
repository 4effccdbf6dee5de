package social.greenroom.worker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a database that can be cut for a while. */
public final class CutLine implements AutoCloseable {
  private static final String JDBC = "jdbc:";

  private final URI database;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private volatile boolean cut;

  public CutLine(String jdbcUrl) {
    this.database = URI.create(jdbcUrl.substring(JDBC.length()));
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::serve);
  }

  /** The database's address over this line. */
  public String jdbcUrl() {
    var query = database.getQuery();
    return "%spostgresql://127.0.0.1:%d%s%s"
        .formatted(JDBC, door.getLocalPort(), database.getPath(), query == null ? "" : "?" + query);
  }

  /** Nobody gets through from now on, and who is through is thrown out. */
  public void cut() {
    cut = true;
    open.forEach(CutLine::hangUp);
  }

  public void mend() {
    cut = false;
  }

  /** How many weren't let through while it was cut. */
  public int turnedAway() {
    return turnedAway.get();
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException e) {
        // The caller went, or the door was closed.
      }
    }
  }

  private void connect(Socket caller) throws IOException {
    if (cut) {
      turnedAway.incrementAndGet();
      hangUp(caller);
      return;
    }
    var called = new Socket(database.getHost(), database.getPort());
    open.add(caller);
    open.add(called);
    start(() -> carry(caller, called));
    start(() -> carry(called, caller));
    if (cut) {
      hangUp(caller);
      hangUp(called);
    }
  }

  private void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Either end has hung up.
    } finally {
      hangUp(from);
      hangUp(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "cut-line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    cut();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
