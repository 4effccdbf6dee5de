package social.greenroom.worker.render;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import social.greenroom.core.network.Platform;
import social.greenroom.media.ffmpeg.FfmpegFailedException;
import social.greenroom.media.probe.MediaRefusedException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.media.NewMedia;
import social.greenroom.store.media.VariantMedia;
import social.greenroom.store.request.Stage;
import social.greenroom.worker.job.ExitCode;

/**
 * Renders the pictures of a request's drafts, variant by variant, and lets each go on to its owner
 * as soon as it is whole. Killed at any point, the next run does what is left.
 */
final class RenderRequest {
  private static final System.Logger LOG = System.getLogger(RenderRequest.class.getName());

  private final TenantDatabase database;
  private final Studio studio;
  private final String worker;

  /** What was made in this run: a picture is rendered once per network, however many variants. */
  private final Map<Wanted, NewMedia> made = new HashMap<>();

  /** Why a variant's pictures couldn't be made. */
  private final Map<UUID, String> failures = new HashMap<>();

  RenderRequest(TenantDatabase database, Studio studio, String worker) {
    this.database = database;
    this.studio = studio;
    this.worker = worker;
  }

  private record Wanted(String sourceSha256, Platform platform) {}

  ExitCode run(UUID requestId) throws IOException, InterruptedException {
    var pending = database.in(database.own(), session -> session.media().unrendered(requestId));
    for (var variant : byVariant(pending).entrySet()) {
      render(variant.getKey(), variant.getValue());
    }
    database.run(database.own(), session -> complete(session, requestId));
    return ExitCode.DONE;
  }

  /**
   * Nobody makes what is missing now: a draft that was edited back meanwhile doesn't wait for it.
   */
  private void complete(TenantSession session, UUID requestId) {
    session.requests().advance(requestId, Stage.COMPLETE, "Ready to be looked at.");
    for (var missing : session.media().unrendered(requestId)) {
      session
          .variants()
          .block(
              missing.variantId(),
              failures.getOrDefault(missing.variantId(), "Its picture couldn't be made."),
              worker);
    }
  }

  private void render(UUID variantId, List<VariantMedia> pictures)
      throws IOException, InterruptedException {
    var rendered = new LinkedHashMap<VariantMedia, NewMedia>();
    try {
      for (var picture : pictures) {
        rendered.put(picture, picture(picture));
      }
    } catch (MediaRefusedException | FfmpegFailedException e) {
      LOG.log(Level.WARNING, "Variant {0} is blocked: {1}", variantId, e.getMessage());
      block(variantId, String.valueOf(e.getMessage()));
      return;
    }
    database.run(
        database.own(), session -> new RenderedDraft(session, variantId, worker).write(rendered));
  }

  private void block(UUID variantId, String sentence) {
    failures.put(variantId, sentence);
    database.run(
        database.own(),
        session -> {
          if (!session.variants().block(variantId, sentence, worker)) {
            session.variants().blockFurther(variantId, sentence, worker);
          }
        });
  }

  private NewMedia picture(VariantMedia picture)
      throws IOException, MediaRefusedException, FfmpegFailedException, InterruptedException {
    var wanted = new Wanted(picture.sourceSha256(), picture.platform());
    var known = made.get(wanted);
    if (known != null) {
      return known;
    }
    var rendered = studio.render(wanted.sourceSha256(), wanted.platform(), worker);
    made.put(wanted, rendered);
    return rendered;
  }

  private static Map<UUID, List<VariantMedia>> byVariant(List<VariantMedia> pictures) {
    return pictures.stream()
        .collect(
            Collectors.groupingBy(
                VariantMedia::variantId, LinkedHashMap::new, Collectors.toList()));
  }
}
