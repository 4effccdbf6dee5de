package social.greenroom.operator.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Origin;
import social.greenroom.crds.request.PostKind;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.crds.request.ScheduleHint;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.trace.OperatorTracing;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.Attachment;
import social.greenroom.store.request.NewRequest;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.request.Stage;
import social.greenroom.store.talent.TalentRow;

/** Requests in the database, where they are remembered for ever. */
@ApplicationScoped
public class RequestRows {
  private final OperatorDatabases databases;
  private final OperatorTracing tracing;

  RequestRows(OperatorDatabases databases, OperatorTracing tracing) {
    this.databases = databases;
    this.tracing = tracing;
  }

  /**
   * Checks and keeps the request; one that is kept already isn't checked again. Who handed in one
   * that isn't kept learns why.
   */
  KeptRequest keep(UUID tenantId, PostRequest request) {
    return databases
        .tenants()
        .in(
            tenantId,
            session -> {
              var kept = keep(session, request);
              var row = kept.row();
              if (row == null) {
                answer(session, request, kept.verdict());
              } else if (kept.made()) {
                tracing.taken(session, row);
              }
              return kept;
            });
  }

  private static void answer(TenantSession session, PostRequest request, RequestVerdict verdict) {
    var name = request.getMetadata().getName();
    if (verdict.forGood()) {
      session.intake().requestRefused(name, verdict.sentence());
    } else {
      session.intake().requestWaits(name, verdict.sentence());
    }
  }

  /** Checks and keeps the request in a transaction of the caller's, and answers nobody. */
  public static KeptRequest keep(TenantSession session, PostRequest request) {
    var metadata = request.getMetadata();
    var hash = SpecHash.of(request.getSpec());
    var known = session.requests().byIdentity(metadata.getNamespace(), metadata.getName(), hash);
    if (known.isPresent()) {
      return kept(session, known.get(), false);
    }
    var talentName = request.getSpec().talentRef().name();
    var talent = session.talents().byName(talentName);
    if (talent.isEmpty()) {
      return KeptRequest.refused(RequestCheck.noTalent(talentName));
    }
    var stranger = ClaimedSource.problem(session, request);
    if (stranger.isPresent()) {
      return KeptRequest.refused(stranger.get());
    }
    var check = new RequestCheck(request.getSpec(), session.accounts().list(talent.get().id()));
    if (!check.verdict().accepted()) {
      return KeptRequest.refused(check.verdict());
    }
    var remembered =
        session.requests().remember(declared(request, hash, talent.get(), check.accounts()));
    return kept(session, remembered.request(), remembered.created());
  }

  private static KeptRequest kept(TenantSession session, RequestRow row, boolean made) {
    var variants = session.variants().ofRequest(row.id());
    return new KeptRequest(
        RequestVerdict.ACCEPTED,
        row,
        variants.stream().map(VariantRow::postId).findFirst().orElse(null),
        Drafts.of(variants),
        RequestPosts.of(variants, ids -> session.accounts().byIds(ids)),
        made);
  }

  private static NewRequest declared(
      PostRequest request, String hash, TalentRow talent, List<AccountRow> accounts) {
    var spec = request.getSpec();
    return new NewRequest(
        talent.id(),
        request.getMetadata().getNamespace(),
        request.getMetadata().getName(),
        hash,
        request.getMetadata().getUid(),
        Origin.of(spec.source() == null ? "gitops" : spec.source().wireName()),
        spec.prompt() == null ? "" : spec.prompt(),
        spec.link(),
        spec.postKinds().stream().map(PostKind::wireName).toList(),
        wish(spec.scheduleHint()),
        spec.scheduleHint() == null ? null : spec.scheduleHint().notAfter(),
        attachments(spec),
        spec.accountRefs().isEmpty() ? List.of() : accounts.stream().map(AccountRow::id).toList());
  }

  private static @Nullable Instant wish(@Nullable ScheduleHint hint) {
    if (hint == null) {
      return null;
    }
    return hint.publishAt() == null ? hint.notBefore() : hint.publishAt();
  }

  private static List<Attachment> attachments(PostRequestSpec spec) {
    return spec.attachments().stream()
        .map(
            file ->
                new Attachment(
                    file.uri(), file.sha256(), file.mediaType(), file.bytes(), file.altText()))
        .toList();
  }

  /** Its Job ended without saying what became of it. */
  void fail(UUID tenantId, UUID requestId, String sentence) {
    databases.tenants().run(tenantId, session -> fail(session, requestId, sentence));
  }

  private static void fail(TenantSession session, UUID requestId, String sentence) {
    if (session.requests().advance(requestId, Stage.FAILED, sentence)) {
      // Nobody makes their pictures any more: without a word they would stay drafts for ever.
      for (var missing : session.media().unrendered(requestId)) {
        session.variants().lacksPicture(missing.variantId(), Actor.operator().name());
      }
    }
  }

  /** What people are told of why their posts are cancelled. */
  public static String reason(String name) {
    return "Its post request %s was deleted.".formatted(name);
  }

  /** The resource was deleted: what isn't published is cancelled; says how many. */
  int cancel(UUID tenantId, PostRequest request, String reason) {
    return databases.tenants().in(tenantId, session -> cancel(session, request, reason));
  }

  /** The same, in a transaction of the caller's. */
  public static int cancel(TenantSession session, PostRequest request, String reason) {
    var metadata = request.getMetadata();
    var hash = SpecHash.of(request.getSpec());
    return session
        .requests()
        .byIdentity(metadata.getNamespace(), metadata.getName(), hash)
        .map(row -> cancel(session, row, reason))
        .orElseGet(
            () -> {
              session.intake().requestRefused(metadata.getName(), reason);
              return 0;
            });
  }

  private static int cancel(TenantSession session, RequestRow row, String reason) {
    session.requests().advance(row.id(), Stage.FAILED, reason);
    return session.cancelling().ofRequest(row.id(), reason);
  }
}
