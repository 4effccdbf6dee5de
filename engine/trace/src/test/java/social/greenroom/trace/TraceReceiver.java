package social.greenroom.trace;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/**
 * A collector that takes traces by OTLP over HTTP and keeps them. It reads the messages of {@code
 * opentelemetry/proto/trace/v1/trace.proto} by their fields' numbers.
 */
public final class TraceReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * A span as it arrived.
   *
   * @param parent the id of the span it is part of; empty for a trace's first
   */
  public record ReceivedSpan(
      String program,
      String trace,
      String id,
      String parent,
      String name,
      Map<String, String> facts) {}

  private TraceReceiver(HttpServer server) {
    this.server = server;
  }

  /** Starts one on a free port of the loopback interface. */
  public static TraceReceiver start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var receiver = new TraceReceiver(server);
      server.createContext("/", receiver::take);
      server.start();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<ReceivedSpan> spans() {
    return List.copyOf(spans);
  }

  /** How often anything was sent here. */
  public int calls() {
    return calls.get();
  }

  private void take(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
        body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
      }
      if (exchange.getRequestURI().getPath().equals("/v1/traces")) {
        read(body);
      }
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void read(byte[] body) throws InvalidProtocolBufferException {
    for (var resourceSpans : messages(UnknownFieldSet.parseFrom(body), 1)) {
      var program =
          messages(resourceSpans, 1).stream()
              .map(resource -> facts(resource, 1).getOrDefault("service.name", ""))
              .findFirst()
              .orElse("");
      for (var scopeSpans : messages(resourceSpans, 2)) {
        messages(scopeSpans, 2).forEach(span -> spans.add(span(program, span)));
      }
    }
  }

  private static ReceivedSpan span(String program, UnknownFieldSet span) {
    return new ReceivedSpan(
        program,
        hex(span, 1),
        hex(span, 2),
        hex(span, 4),
        first(span, 5).toStringUtf8(),
        facts(span, 9));
  }

  private static Map<String, String> facts(UnknownFieldSet holder, int field) {
    var facts = new LinkedHashMap<String, String>();
    for (var pair : messages(holder, field)) {
      var value = messages(pair, 2).get(0);
      facts.put(first(pair, 1).toStringUtf8(), first(value, 1).toStringUtf8());
    }
    return facts;
  }

  private static List<UnknownFieldSet> messages(UnknownFieldSet holder, int field) {
    return holder.getField(field).getLengthDelimitedList().stream()
        .map(TraceReceiver::message)
        .toList();
  }

  private static UnknownFieldSet message(ByteString bytes) {
    try {
      return UnknownFieldSet.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteString first(UnknownFieldSet holder, int field) {
    var values = holder.getField(field).getLengthDelimitedList();
    return values.isEmpty() ? ByteString.EMPTY : values.get(0);
  }

  private static String hex(UnknownFieldSet holder, int field) {
    return HexFormat.of().formatHex(first(holder, field).toByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
