package social.greenroom.worker.render;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.media.NewMedia;
import social.greenroom.store.media.VariantMedia;
import social.greenroom.store.post.VariantRow;
import social.greenroom.worker.account.DraftCheck;

/**
 * Writes the rendered pictures into a draft and lets it go on, in one transaction. One that is
 * blocked gets them too and stays blocked: when its words are mended, it goes out with them.
 */
record RenderedDraft(TenantSession session, UUID variantId, String worker) {

  private static final Set<VariantState> OPEN = Set.of(VariantState.DRAFT, VariantState.BLOCKED);

  void write(Map<VariantMedia, NewMedia> rendered) {
    // Locked, because its owner may be editing the words at the same time.
    var found = session.desk().lock(variantId);
    if (found.isEmpty() || !OPEN.contains(found.get().state())) {
      return;
    }
    rendered.forEach(this::keep);
    var variant = found.get();
    var payload = withPictures(variant);
    session.variants().redraft(variantId, CanonicalPayload.write(payload), worker);
    if (variant.state() == VariantState.BLOCKED) {
      return;
    }
    var account = session.accounts().find(variant.accountId()).orElseThrow();
    var talent = session.talents().find(variant.talentId()).orElseThrow();
    var problem = DraftCheck.firstProblem(payload, account, talent);
    if (problem.isPresent()) {
      session.variants().block(variantId, problem.get(), worker);
    } else {
      session.variants().submit(variantId, worker);
    }
  }

  private void keep(VariantMedia picture, NewMedia rendition) {
    session.media().rendition(rendition, picture.sourceSha256());
    session.media().rendered(variantId, picture.position(), rendition.sha256());
  }

  private Payload withPictures(VariantRow variant) {
    var content = variant.content();
    var pictures = session.media().of(variantId).stream().map(this::picture).toList();
    return new Payload(
        content.platform(),
        content.accountRemoteId(),
        content.text(),
        content.thread(),
        content.firstComment(),
        content.link(),
        pictures,
        content.options());
  }

  private PayloadMedia picture(VariantMedia picture) {
    var sha256 = picture.renditionSha256();
    if (sha256 == null) {
      throw new IllegalStateException("Every picture of the variant was rendered before.");
    }
    var media = session.media().find(sha256).orElseThrow();
    return new PayloadMedia(
        sha256, media.mediaType(), media.width(), media.height(), picture.altText());
  }
}
