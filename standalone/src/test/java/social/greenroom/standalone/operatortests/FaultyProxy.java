package social.greenroom.standalone.operatortests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and lets everything through, until it is told to do worse. */
final class FaultyProxy implements AutoCloseable {
  private static final String NO_ANSWER = "";

  private final ServerSocket server;
  private final URI target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refused = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "faulty-proxy");
            thread.setDaemon(true);
            return thread;
          });

  /** Null: everything passes. */
  private volatile String answer;

  private FaultyProxy(ServerSocket server, URI target) {
    this.server = server;
    this.target = target;
  }

  static FaultyProxy before(URI target) throws IOException {
    var proxy = new FaultyProxy(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), target);
    proxy.threads.execute(proxy::accept);
    return proxy;
  }

  String url() {
    return "%s://127.0.0.1:%d".formatted(target.getScheme(), server.getLocalPort());
  }

  void letThrough() {
    change(null);
  }

  /** From now on every request gets that status, and watches break. */
  void answer(int status) {
    change(
        "HTTP/1.1 %d Faulty\r\nContent-Type: text/plain\r\nContent-Length: 6\r\nConnection: close\r\n\r\nfaulty"
            .formatted(status));
  }

  /** From now on nothing is answered, and watches break. */
  void hang() {
    change(NO_ANSWER);
  }

  /** How many requests didn't get through. */
  int refused() {
    return refused.get();
  }

  private void change(String next) {
    answer = next;
    open.forEach(FaultyProxy::drop);
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      open.forEach(FaultyProxy::drop);
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var fault = answer;
      if (fault == null) {
        connect(socket);
      } else {
        refused.incrementAndGet();
        refuse(socket, fault);
      }
    } catch (IOException e) {
      // The one side or the other has gone: that is what this is for.
    } finally {
      open.remove(socket);
    }
  }

  private void connect(Socket socket) throws IOException {
    try (var onward = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
      open.add(onward);
      if (answer != null) {
        return;
      }
      threads.execute(() -> copyQuietly(onward, socket));
      copy(socket, onward);
    }
  }

  private static void refuse(Socket socket, String fault) throws IOException {
    var in = socket.getInputStream();
    in.read(new byte[16_384]);
    if (!fault.equals(NO_ANSWER)) {
      socket.getOutputStream().write(fault.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
    }
    // Until the client gives up, or the fault is over.
    in.transferTo(OutputStream.nullOutputStream());
  }

  private static void copy(Socket from, Socket to) throws IOException {
    InputStream in = from.getInputStream();
    in.transferTo(to.getOutputStream());
    to.shutdownOutput();
  }

  private void copyQuietly(Socket from, Socket to) {
    try {
      copy(from, to);
    } catch (IOException e) {
      drop(to);
    } finally {
      open.remove(from);
      drop(from);
    }
  }

  private static void drop(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    open.forEach(FaultyProxy::drop);
    threads.shutdownNow();
  }
}
