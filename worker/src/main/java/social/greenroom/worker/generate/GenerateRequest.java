package social.greenroom.worker.generate;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.agents.AgentFailedException;
import social.greenroom.core.post.Origin;
import social.greenroom.media.probe.MediaRefusedException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.request.Stage;
import social.greenroom.worker.job.ExitCode;

/**
 * Turns a request into drafts: look at what came with it, decide what to say, write it for each
 * account, judge it, store all of it at once. Killed at any point, the next run begins again and
 * writes the same one post; the stage on the request's row tells people how far it is.
 */
final class GenerateRequest {
  private static final System.Logger LOG = System.getLogger(GenerateRequest.class.getName());

  private final TenantDatabase database;
  private final Attachments attachments;
  private final Writing writing;
  private final InstantSource clock;
  private final String worker;

  GenerateRequest(
      TenantDatabase database,
      Attachments attachments,
      Writing writing,
      InstantSource clock,
      String worker) {
    this.database = database;
    this.attachments = attachments;
    this.writing = writing;
    this.clock = clock;
    this.worker = worker;
  }

  ExitCode run(UUID requestId) throws InterruptedException {
    var open = open(requestId);
    if (open.isEmpty()) {
      return ExitCode.DONE;
    }
    try {
      generate(open.get());
      return ExitCode.DONE;
    } catch (AgentFailedException e) {
      return e.temporary() ? again(requestId, e) : failed(requestId, e);
    } catch (MediaRefusedException e) {
      return failed(requestId, e);
    } catch (AttachmentUnreachableException e) {
      stage(requestId, Stage.ANALYZING, e.getMessage());
      return again(requestId, e);
    } catch (IOException e) {
      return again(requestId, e);
    }
  }

  private void generate(RequestRow request)
      throws AgentFailedException, MediaRefusedException, IOException, InterruptedException {
    var assignment =
        database.in(database.own(), session -> Assignment.read(session, request, clock.instant()));
    if (assignment.accounts().isEmpty()) {
      stage(
          request.id(),
          Stage.FAILED,
          "The talent has no account to post to; add one to the talent and ask again.");
      return;
    }
    stage(request.id(), Stage.ANALYZING, null);
    var pictures = attachments.look(request.attachments());
    var idea = idea(assignment);
    if (idea.isPresent()) {
      stage(request.id(), Stage.DRAFTING, null);
      store(assignment, idea.get(), writing.draft(assignment, idea.get(), pictures), pictures);
    }
  }

  /** What is asked for; of the talent's own initiative the persona decides, and may stay silent. */
  private Optional<String> idea(Assignment assignment) throws AgentFailedException {
    var request = assignment.request();
    if (request.source() != Origin.PERSONA) {
      return Optional.of(request.prompt());
    }
    var decision = writing.decide(assignment);
    if (decision.postNow()) {
      return Optional.of(decision.idea());
    }
    stage(request.id(), Stage.COMPLETE, "Nothing is posted this time: " + decision.reason());
    return Optional.empty();
  }

  private void store(
      Assignment assignment, String idea, List<Drafted> drafts, List<Picture> pictures) {
    database.run(
        database.own(),
        session ->
            new DraftWriter(session, assignment.request(), assignment.talent(), worker)
                .write(idea, drafts, pictures, clock.instant()));
  }

  /** The request, unless there is nothing left to draft for it. */
  private Optional<RequestRow> open(UUID requestId) {
    return database.in(
        database.own(),
        session ->
            session
                .requests()
                .find(requestId)
                .filter(request -> !request.stage().ended())
                .filter(request -> session.posts().ofRequest(requestId).isEmpty()));
  }

  private ExitCode again(UUID requestId, Exception cause) {
    LOG.log(Level.WARNING, "Request {0} is tried again: {1}", requestId, cause.getMessage());
    return ExitCode.RETRY;
  }

  private ExitCode failed(UUID requestId, Exception cause) {
    LOG.log(Level.WARNING, "Request {0} failed: {1}", requestId, cause.getMessage());
    stage(requestId, Stage.FAILED, String.valueOf(cause.getMessage()));
    return ExitCode.PERMANENT;
  }

  private void stage(UUID requestId, Stage stage, @Nullable String message) {
    database.run(database.own(), session -> session.requests().advance(requestId, stage, message));
  }
}
