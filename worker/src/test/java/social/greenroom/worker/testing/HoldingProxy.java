package social.greenroom.worker.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between a sender and its network. The first answer is held until it is let go, so that a
 * sender can be met between what it wrote down and what it sends; the answer to a request that
 * holds a certain word never comes.
 */
public final class HoldingProxy implements AutoCloseable {
  private static final int BYTES = 16 * 1024;

  private final ServerSocket server;
  private final InetSocketAddress network;
  private final String unanswered;
  private final boolean holdsRequest;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private volatile boolean answersAll;

  private HoldingProxy(
      ServerSocket server, InetSocketAddress network, String unanswered, boolean holdsRequest) {
    this.server = server;
    this.network = network;
    this.unanswered = unanswered;
    this.holdsRequest = holdsRequest;
  }

  /** Before that address; holds the first answer, and requests with that word get none. */
  public static HoldingProxy before(String address, String unanswered) throws IOException {
    return before(address, unanswered, false);
  }

  /** As {@link #before(String, String)}, but holds the first request with that word, unheard. */
  public static HoldingProxy beforeRequest(String address, String unanswered) throws IOException {
    return before(address, unanswered, true);
  }

  private static HoldingProxy before(String address, String unanswered, boolean holdsRequest)
      throws IOException {
    var to = URI.create(address);
    var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var proxy =
        new HoldingProxy(
            server, new InetSocketAddress(to.getHost(), to.getPort()), unanswered, holdsRequest);
    start(proxy::serve);
    return proxy;
  }

  public String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** True once an answer, or a request, is being held. */
  public boolean holds() {
    return held.getCount() == 0;
  }

  /** Lets go what is held. */
  public void letGo() {
    letGo.countDown();
  }

  /** From now on every request is answered. */
  public void answerAll() {
    letGo();
    answersAll = true;
  }

  private void serve() throws IOException {
    while (!server.isClosed()) {
      var client = kept(server.accept());
      var upstream = kept(new Socket());
      upstream.connect(network);
      var pair = new Pair(client, upstream);
      start(pair::requests);
      start(pair::answers);
    }
  }

  private Socket kept(Socket socket) {
    sockets.add(socket);
    return socket;
  }

  private final class Pair {
    private final Socket client;
    private final Socket upstream;
    private volatile boolean silent;

    Pair(Socket client, Socket upstream) {
      this.client = client;
      this.upstream = upstream;
    }

    void requests() throws IOException {
      pass(
          client.getInputStream(),
          upstream.getOutputStream(),
          words -> {
            silent = !answersAll && (silent || words.contains(unanswered));
            if (holdsRequest && silent) {
              hold();
            }
          });
    }

    void answers() throws IOException {
      pass(
          upstream.getInputStream(),
          client.getOutputStream(),
          words -> {
            if (!holdsRequest && !holds()) {
              hold();
            }
            if (silent) {
              new CountDownLatch(1).await();
            }
          });
    }
  }

  private void hold() throws InterruptedException {
    held.countDown();
    letGo.await();
  }

  @FunctionalInterface
  private interface Look {
    void at(String words) throws InterruptedException;
  }

  private static void pass(InputStream from, OutputStream to, Look look) throws IOException {
    var buffer = new byte[BYTES];
    try {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        look.at(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        to.write(buffer, 0, read);
        to.flush();
      }
      to.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @FunctionalInterface
  private interface Part {
    void run() throws IOException;
  }

  private static void start(Part part) {
    var thread =
        new Thread(
            () -> {
              try {
                part.run();
              } catch (IOException e) {
                // One side hung up, or the proxy was closed.
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var socket : sockets) {
      socket.close();
    }
  }
}
