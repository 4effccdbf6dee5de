package social.greenroom.standalone.kube.storage;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.ApiException;

/**
 * The only thread that writes. It takes all writes that wait, decides them one after the other,
 * commits them in one transaction and only then shows and answers them: versions are in commit
 * order, and one fsync serves many writers.
 */
final class StoreWriter implements AutoCloseable {

  private static final Logger LOG = System.getLogger(StoreWriter.class.getName());
  private static final int MOST_AT_ONCE = 256;
  private static final int PRUNE_EVERY = 1024;

  private record Queued(@Nullable Write write, CompletableFuture<Optional<StoredObject>> answer) {}

  private final ObjectTables tables;
  private final ObjectView view;
  private final History history;
  private final BlockingQueue<Queued> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  /** After a commit whose outcome isn't known, the log tells. */
  private boolean uncertain;

  private long pruned;

  StoreWriter(ObjectTables tables, ObjectView view, History history) {
    this.tables = tables;
    this.view = view;
    this.history = history;
    this.pruned = view.version();
    thread = new Thread(this::run, "kube-writer");
    thread.setDaemon(true);
    thread.start();
  }

  Optional<StoredObject> write(Write write) {
    CompletableFuture<Optional<StoredObject>> answer = new CompletableFuture<>();
    queue.add(new Queued(write, answer));
    if (closed) {
      refuseQueued();
    }
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ApiException refusal ? refusal : e;
    }
  }

  @Override
  public void close() {
    closed = true;
    // A marker and no interrupt, which could hit the writer in the middle of a commit.
    queue.add(new Queued(null, new CompletableFuture<>()));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    refuseQueued();
  }

  private void run() {
    List<Queued> batch = new ArrayList<>();
    while (!closed) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        return;
      }
      queue.drainTo(batch, MOST_AT_ONCE - 1);
      write(batch);
      batch.clear();
    }
  }

  private void write(List<Queued> batch) {
    List<Optional<StoredObject>> outcomes = new ArrayList<>();
    try {
      catchUp();
      WriteBatch decided = new WriteBatch(view);
      for (Queued queued : batch) {
        Write write = queued.write();
        outcomes.add(write == null ? Optional.empty() : decided.decide(write));
      }
      if (!decided.changes().isEmpty()) {
        uncertain = true;
        tables.append(decided.changes());
        uncertain = false;
        show(decided.changes());
      }
      prune();
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "The Kubernetes API's database can''t be written: {0}", e.toString());
      ApiException failure = ApiException.internal("the database can't be written");
      batch.forEach(q -> q.answer().completeExceptionally(failure));
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer().complete(outcomes.get(i));
    }
  }

  private void catchUp() throws SQLException {
    if (uncertain) {
      show(tables.changesAfter(view.version()));
      uncertain = false;
    }
  }

  private void show(List<Change> changes) {
    view.apply(changes);
    changes.forEach(history::append);
  }

  private void prune() throws SQLException {
    if (view.version() - pruned >= PRUNE_EVERY) {
      tables.pruneChanges(history.forgotten());
      pruned = view.version();
    }
  }

  private void refuseQueued() {
    List<Queued> left = new ArrayList<>();
    queue.drainTo(left);
    ApiException stopping = new ApiException(503, "ServiceUnavailable", "the server is stopping");
    left.forEach(q -> q.answer().completeExceptionally(stopping));
  }
}
