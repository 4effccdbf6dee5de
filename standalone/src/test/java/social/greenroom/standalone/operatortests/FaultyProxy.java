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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Stands before a server and lets everything through, until it is told to do worse. */
final class FaultyProxy implements AutoCloseable {
  private static final String NO_ANSWER = "";

  private static final String FORBIDDEN =
      "HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: 9\r\nConnection: close\r\n\r\nforbidden";

  private final ServerSocket server;
  private final URI target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Socket> watches = ConcurrentHashMap.newKeySet();
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

  /** Null: no path. */
  private volatile String forbidden;

  /** Zero: nothing is held. */
  private volatile CountDownLatch held = new CountDownLatch(0);

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

  /**
   * From now on every request below that path is forbidden, and watches break. Only where it can
   * read what passes, without TLS.
   */
  void forbid(String path) {
    forbidden = path;
    open.forEach(FaultyProxy::drop);
  }

  /**
   * From now on what watches bring is held back, and other answers pass. Only where it can read
   * what passes, without TLS.
   */
  void holdWatches() {
    held = new CountDownLatch(1);
  }

  /** What was held back comes now. */
  void releaseWatches() {
    held.countDown();
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
      pass(socket, onward);
    }
  }

  /** A client sends one request at a time, so each begins what is read next. */
  private void pass(Socket from, Socket to) throws IOException {
    var in = from.getInputStream();
    var buffer = new byte[16_384];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      var line = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).lines().findFirst();
      if (line.filter(this::isForbidden).isPresent()) {
        refused.incrementAndGet();
        from.getOutputStream().write(FORBIDDEN.getBytes(StandardCharsets.US_ASCII));
        return;
      }
      if (line.filter(FaultyProxy::isWatch).isPresent()) {
        watches.add(to);
      }
      to.getOutputStream().write(buffer, 0, read);
    }
    to.shutdownOutput();
  }

  private static boolean isWatch(String line) {
    return line.matches("GET .*[?&]watch=true.* HTTP/1.1");
  }

  private boolean isForbidden(String line) {
    return forbidden != null
        && line.matches("[A-Z]+ %s[/? ].*HTTP/1.1".formatted(Pattern.quote(forbidden)));
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

  private void copy(Socket from, Socket to) throws IOException, InterruptedException {
    InputStream in = from.getInputStream();
    var buffer = new byte[16_384];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (watches.contains(from)) {
        held.await();
      }
      to.getOutputStream().write(buffer, 0, read);
    }
    to.shutdownOutput();
  }

  private void copyQuietly(Socket from, Socket to) {
    try {
      copy(from, to);
    } catch (IOException | InterruptedException e) {
      drop(to);
    } finally {
      open.remove(from);
      watches.remove(from);
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
