package social.greenroom.api.render;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.DraftCheck;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.media.VariantMedia;
import social.greenroom.store.post.VariantRow;

/**
 * Takes a rendered picture into a draft and, when it was the last one it lacked, lets the draft go
 * on, in one transaction. One that is blocked gets it too and stays blocked: when its words are
 * mended, it goes out with its pictures.
 */
record RenderedDraft(TenantSession session, UUID variantId, String by) {
  private static final Set<VariantState> OPEN = Set.of(VariantState.DRAFT, VariantState.BLOCKED);

  void take(Rendition rendition) {
    // Locked, because its owner may be editing the words at the same time.
    var found = session.desk().lock(variantId);
    if (found.isEmpty() || !OPEN.contains(found.get().state())) {
      return;
    }
    keep(rendition);
    var pictures = session.media().of(variantId);
    if (pictures.stream().allMatch(picture -> picture.renditionSha256() != null)) {
      goOn(found.get(), pictures);
    }
  }

  private void keep(Rendition rendition) {
    var media = session.media();
    media.rendition(rendition.picture(), rendition.sourceSha256());
    for (var picture : media.of(variantId)) {
      if (picture.renditionSha256() == null && rendition.isFor(picture)) {
        media.rendered(variantId, picture.position(), rendition.picture().sha256());
      }
    }
  }

  private void goOn(VariantRow variant, List<VariantMedia> pictures) {
    var payload = withPictures(variant, pictures);
    session.variants().redraft(variantId, CanonicalPayload.write(payload), by);
    if (variant.state() == VariantState.BLOCKED) {
      return;
    }
    var account = session.accounts().find(variant.accountId()).orElseThrow();
    var talent = session.talents().find(variant.talentId()).orElseThrow();
    var problem = DraftCheck.firstProblem(payload, account.channel(), talent.profile());
    if (problem.isPresent()) {
      session.variants().block(variantId, problem.get(), by);
    } else {
      session.variants().submit(variantId, by);
    }
  }

  private Payload withPictures(VariantRow variant, List<VariantMedia> pictures) {
    var content = variant.content();
    return new Payload(
        content.platform(),
        content.accountRemoteId(),
        content.text(),
        content.thread(),
        content.firstComment(),
        content.link(),
        pictures.stream().map(this::picture).toList(),
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
