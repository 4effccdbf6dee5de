package social.greenroom.sandbox.rehearsal;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Visits an installation as a talent's owner would: signs in, asks for a post, approves every
 * version of it for now, and waits until each stands on the sandbox's timeline, once.
 */
public final class Rehearsal {
  private static final long PAUSE_NANOS = 500_000_000L;

  private final RehearsalConfig config;
  private final PrintStream out;
  private final Visitor visitor;

  public Rehearsal(RehearsalConfig config, PrintStream out) {
    this.config = config;
    this.out = out;
    this.visitor = new Visitor(config.api());
  }

  /** Runs one; ends with 1 where it fails, and says at which step. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      new Rehearsal(RehearsalConfig.parse(arguments, System.getenv()), System.out).run();
    } catch (IllegalArgumentException | RehearsalFailedException | IOException e) {
      System.out.println("The rehearsal failed: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Does it.
   *
   * @throws RehearsalFailedException at the step that didn't come to its end
   * @throws IOException when the installation or the sandbox can't be reached
   */
  public void run() throws IOException, InterruptedException, RehearsalFailedException {
    visitor.signIn(config.email(), config.password());
    out.printf("Signed in as %s.%n", config.email());
    var talent = talent();
    awaitAccount(talent);
    var request = ask(talent);
    out.printf("Asked for a post: request %s.%n", request);
    var drafts = drafts(talent, request);
    for (var draft : drafts) {
      approve(draft);
    }
    out.printf("Approved %d of %d versions, to go out now.%n", drafts.size(), drafts.size());
    for (var draft : drafts) {
      var published = published(draft.getString("id"));
      once(published);
      out.printf(
          "%s: %s%n",
          published.getJsonObject("account").getString("platform"),
          published.getString("remoteUrl"));
    }
    out.println("From a request to a published post: it works.");
  }

  private String talent() throws IOException, InterruptedException, RehearsalFailedException {
    return items(visitor.get("/talents")).stream()
        .filter(talent -> config.talent().equals(talent.getString("slug")))
        .map(talent -> talent.getString("id"))
        .findFirst()
        .orElseThrow(
            () ->
                new RehearsalFailedException(
                    "%s sees no talent '%s'.".formatted(config.email(), config.talent())));
  }

  /** It is declared beside its talent, and may be taken up a while after. */
  private void awaitAccount(String talent)
      throws IOException, InterruptedException, RehearsalFailedException {
    await(
        "an account of the talent's",
        () -> items(visitor.get("/accounts?talent=" + talent)).stream().findFirst());
  }

  private String ask(String talent)
      throws IOException, InterruptedException, RehearsalFailedException {
    var text =
        "A rehearsal at %s: say that the stage is set, and mention number %s."
            .formatted(Instant.now(), UUID.randomUUID().toString().substring(0, 8));
    return visitor
        .post("/post-requests", new JsonObject().put("talentId", talent).put("text", text))
        .getString("id");
  }

  private List<JsonObject> drafts(String talent, String request)
      throws IOException, InterruptedException, RehearsalFailedException {
    var done =
        await(
            "drafts",
            () -> {
              var found =
                  items(visitor.get("/post-requests?talent=" + talent)).stream()
                      .filter(one -> request.equals(one.getString("id")))
                      .findFirst();
              if (found.filter(one -> "failed".equals(one.getString("stage"))).isPresent()) {
                throw new RehearsalFailedException(
                    "The request failed: " + found.get().getString("message"));
              }
              return found.filter(one -> "complete".equals(one.getString("stage")));
            });
    var drafts = items(visitor.get("/variants?post=" + done.getString("postId")));
    if (drafts.isEmpty()) {
      throw new RehearsalFailedException("The request is complete, and there is no draft.");
    }
    return drafts;
  }

  private void approve(JsonObject draft)
      throws IOException, InterruptedException, RehearsalFailedException {
    visitor.post(
        "/variants/%s/approval".formatted(draft.getString("id")),
        new JsonObject()
            .put("contentHash", draft.getString("contentHash"))
            .put("publishAt", "now"));
  }

  private JsonObject published(String variant)
      throws IOException, InterruptedException, RehearsalFailedException {
    return await(
        "the post to go out",
        () -> {
          var now = visitor.get("/variants/" + variant);
          var state = now.getString("state");
          if (List.of("failed", "unknown", "blocked", "rejected", "cancelled").contains(state)) {
            throw new RehearsalFailedException(
                "The post is %s: %s".formatted(state, now.getString("nextStep")));
          }
          return Optional.of(now).filter(one -> "published".equals(state));
        });
  }

  private void once(JsonObject published)
      throws IOException, InterruptedException, RehearsalFailedException {
    var timeline = new JsonArray(visitor.read(config.sandbox().resolve("/timeline.json")));
    var times =
        timeline.stream()
            .map(JsonObject.class::cast)
            .filter(post -> published.getString("remoteId").endsWith(post.getString("id")))
            .count();
    if (times != 1) {
      throw new RehearsalFailedException(
          "The sandbox's timeline holds the post %d times.".formatted(times));
    }
  }

  private <T> T await(String what, Look<T> look)
      throws IOException, InterruptedException, RehearsalFailedException {
    var end = Instant.now().plus(config.patience());
    while (Instant.now().isBefore(end)) {
      var seen = look.look();
      if (seen.isPresent()) {
        return seen.get();
      }
      LockSupport.parkNanos(this, PAUSE_NANOS);
      if (Thread.interrupted()) {
        throw new InterruptedException("The rehearsal was told to stop.");
      }
    }
    throw new RehearsalFailedException(
        "Waited for %s for %d s.".formatted(what, config.patience().toSeconds()));
  }

  private static List<JsonObject> items(JsonObject page) {
    return page.getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }

  @FunctionalInterface
  private interface Look<T> {
    Optional<T> look() throws IOException, InterruptedException, RehearsalFailedException;
  }
}
