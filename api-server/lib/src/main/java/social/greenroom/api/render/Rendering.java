package social.greenroom.api.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.core.media.MediaGrant;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.media.VariantMedia;
import social.greenroom.store.request.Stage;

/**
 * What rendering does to the drafts of one request. Every step may be repeated: what is done
 * already stays as it is, so a Job that was killed is followed by one that does the rest.
 */
@ApplicationScoped
class Rendering {
  private final ApiDatabases databases;

  Rendering(ApiDatabases databases) {
    this.databases = databases;
  }

  RenderOrder order(MediaGrant grant, UUID requestId) {
    return databases
        .tenants()
        .in(
            grant.tenantId(),
            session -> {
              if (session.requests().find(requestId).isEmpty()) {
                throw ProblemException.notFound("request");
              }
              return RenderOrder.of(session.media().unrendered(requestId));
            });
  }

  /**
   * Sees that the request's drafts show pictures made from that medium.
   *
   * @throws ProblemException 404 when none does
   */
  void requireSource(MediaGrant grant, UUID requestId, String sha256) {
    if (!databases
        .tenants()
        .in(grant.tenantId(), session -> session.media().isSourceOf(requestId, sha256))) {
      throw ProblemException.notFound("picture");
    }
  }

  /** Takes a picture into the drafts that lack it, each in a transaction of its own. */
  void take(MediaGrant grant, UUID requestId, Rendition rendition) {
    var tenants = databases.tenants();
    var lacking =
        tenants.in(grant.tenantId(), session -> session.media().unrendered(requestId)).stream()
            .filter(rendition::isFor)
            .map(VariantMedia::variantId)
            .distinct()
            .toList();
    for (var variantId : lacking) {
      tenants.run(
          grant.tenantId(),
          session -> new RenderedDraft(session, variantId, job(requestId)).take(rendition));
    }
  }

  /**
   * Nobody makes what is missing now: a draft that was edited back meanwhile doesn't wait for it.
   */
  void end(MediaGrant grant, UUID requestId, RenderEnd end) {
    databases
        .tenants()
        .run(
            grant.tenantId(),
            session -> {
              session.requests().advance(requestId, Stage.COMPLETE, "Ready to be looked at.");
              for (var missing : session.media().unrendered(requestId)) {
                block(session, missing, end, job(requestId));
              }
            });
  }

  private static void block(TenantSession session, VariantMedia missing, RenderEnd end, String by) {
    var reason = end.reason(missing);
    var sentence = reason.orElse("Its picture couldn't be made.");
    var blocked = session.variants().block(missing.variantId(), sentence, by);
    if (!blocked && reason.isPresent()) {
      session.variants().blockFurther(missing.variantId(), sentence, by);
    }
  }

  /** The Job's name, as the operator gives it. */
  static String job(UUID requestId) {
    return "render-" + requestId;
  }
}
