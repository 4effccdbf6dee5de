package social.greenroom.sandbox.journal;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of JSON lines from which the sandbox's state is rebuilt.
 *
 * <p>Facts are applied at once and written by {@link #commit()}, in one write, before the caller is
 * answered: an accepted post that a {@code kill -9} could forget would fake an "exactly once". Used
 * from the server's single event loop only.
 */
public final class Journal implements AutoCloseable {
  private final Map<String, Consumer<JsonObject>> appliers = new HashMap<>();
  private final StringBuilder pending = new StringBuilder();
  private final @Nullable FileChannel file;

  private Journal(@Nullable FileChannel file) {
    this.file = file;
  }

  /** Opens the journal in {@code directory}, or one that keeps nothing when there is none. */
  public static Journal open(Optional<Path> directory) {
    if (directory.isEmpty()) {
      return new Journal(null);
    }
    try {
      Files.createDirectories(directory.get());
      return new Journal(
          FileChannel.open(
              directory.get().resolve("journal.jsonl"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's journal can't be opened: " + e.getMessage(), e);
    }
  }

  /** Says how a fact of {@code type} changes the state; called live and while replaying. */
  public void on(String type, Consumer<JsonObject> applier) {
    appliers.put(type, applier);
  }

  /** Applies a fact, and keeps it for the next {@link #commit()}. */
  public void record(String type, JsonObject fact) {
    apply(type, fact);
    if (file != null) {
      pending.append(fact.copy().put("type", type).encode()).append('\n');
    }
  }

  /** Hands everything recorded to the operating system; returns when it has it. */
  public void commit() {
    if (file == null || pending.length() == 0) {
      return;
    }
    var bytes = ByteBuffer.wrap(pending.toString().getBytes(StandardCharsets.UTF_8));
    pending.setLength(0);
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's journal can't be written", e);
    }
  }

  /**
   * Rebuilds the state from the file. A last line without its end was never answered for: it is cut
   * off, so that what follows starts on a line of its own.
   */
  public void replay() {
    if (file == null) {
      return;
    }
    try {
      var bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
      while (bytes.hasRemaining() && file.read(bytes) >= 0) {
        // keep reading until the file's end
      }
      var text = new String(bytes.array(), StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n') + 1;
      text.substring(0, end).lines().map(JsonObject::new).forEach(this::applyLine);
      int length = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
      file.truncate(length);
      file.position(length);
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's journal can't be read", e);
    }
  }

  private void applyLine(JsonObject fact) {
    apply(fact.getString("type"), fact);
  }

  private void apply(String type, JsonObject fact) {
    var applier = appliers.get(type);
    if (applier == null) {
      throw new IllegalStateException("Nothing in the sandbox knows the fact '" + type + "'");
    }
    applier.accept(fact);
  }

  @Override
  public void close() {
    commit();
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
