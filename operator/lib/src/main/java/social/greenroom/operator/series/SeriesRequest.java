package social.greenroom.operator.series;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.Attachment;
import social.greenroom.crds.request.PostKind;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.crds.request.RequestSource;
import social.greenroom.crds.request.ScheduleHint;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.series.OccurrenceRow;

/** What the PostRequest of a series' time asks for. */
record SeriesRequest(TenantSession session, PostSeries series, int ttlSeconds) {

  /**
   * @param source the post that is said again; null for a recurrence
   */
  PostRequestSpec at(OccurrenceRow time, @Nullable EvergreenSource source) {
    var template = SeriesDeclaration.template(series);
    var repeated = Optional.ofNullable(source).map(EvergreenSource::request);
    var link = template.link();
    return new PostRequestSpec(
        series.getSpec().talentRef(),
        source == null ? RequestSource.RECURRENCE : RequestSource.EVERGREEN,
        prompt(template.prompt(), repeated),
        template.accountRefs().isEmpty() && source != null
            ? accounts(source.published())
            : template.accountRefs(),
        template.postKinds().isEmpty()
            ? repeated.map(SeriesRequest::kinds).orElse(List.of())
            : template.postKinds(),
        link == null ? repeated.map(RequestRow::link).orElse(null) : link,
        new ScheduleHint(time.at(), null, null),
        template.attachments().isEmpty()
            ? repeated.map(SeriesRequest::attachments).orElse(List.of())
            : template.attachments(),
        ttlSeconds);
  }

  private @Nullable String prompt(@Nullable String own, Optional<RequestRow> repeated) {
    if (own != null && !own.isBlank()) {
      return own;
    }
    // A persona's own idea stands with the post alone.
    return repeated
        .map(
            request ->
                request.prompt().isBlank()
                    ? session.posts().ofRequest(request.id()).orElseThrow().idea()
                    : request.prompt())
        .orElse(own);
  }

  private List<ResourceRef> accounts(List<VariantRow> published) {
    return published.stream()
        .map(VariantRow::accountId)
        .distinct()
        .map(this::account)
        .flatMap(Optional::stream)
        .map(AccountRow::name)
        .sorted()
        .map(ResourceRef::new)
        .toList();
  }

  private Optional<AccountRow> account(UUID id) {
    return session.accounts().find(id).filter(account -> account.removedAt() == null);
  }

  private static List<PostKind> kinds(RequestRow request) {
    return List.of(PostKind.values()).stream()
        .filter(kind -> request.postKinds().contains(kind.wireName()))
        .toList();
  }

  private static List<Attachment> attachments(RequestRow request) {
    return request.attachments().stream()
        .map(
            file ->
                new Attachment(
                    file.uri(), file.sha256(), file.mediaType(), file.bytes(), file.altText()))
        .toList();
  }
}
