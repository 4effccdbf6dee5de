package social.greenroom.store.media;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The media of the session's tenant, and which variant shows what. */
public final class MediaRepository {
  private static final String OF_VARIANTS =
      """
      select m.variant_id, m.position, a.platform, m.source_sha256, s.media_type as source_media_type, m.alt_text,
        m.rendition_sha256
      from greenroom.variant_media m
      join greenroom.variant v on v.tenant_id = m.tenant_id and v.id = m.variant_id
      join greenroom.account a on a.tenant_id = v.tenant_id and a.id = v.account_id
      join greenroom.media s on s.tenant_id = m.tenant_id and s.sha256 = m.source_sha256
      """;
  private final UUID tenantId;
  private final Handle handle;

  public MediaRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Notes an uploaded file; the same content again changes nothing. */
  public void original(NewMedia media) {
    insert(media, "original", null);
  }

  /** Notes a file and who uploaded it; several people may upload the same content. */
  public void uploaded(NewMedia media, UUID userId) {
    original(media);
    handle
        .createUpdate(
            """
            insert into greenroom.media_uploader (tenant_id, sha256, user_id)
            values (:tenantId, :sha256, :userId)
            on conflict (tenant_id, sha256, user_id) do nothing
            """)
        .bind("tenantId", tenantId)
        .bind("sha256", media.sha256())
        .bind("userId", userId)
        .execute();
  }

  /** True when this person uploaded that content, alone or after others. */
  public boolean wasUploadedBy(UUID userId, String sha256) {
    return handle
        .createQuery(
            """
            select exists (
              select from greenroom.media_uploader
              where tenant_id = :tenantId and sha256 = :sha256 and user_id = :userId)
            """)
        .bind("tenantId", tenantId)
        .bind("sha256", sha256)
        .bind("userId", userId)
        .mapTo(Boolean.class)
        .one();
  }

  /** Notes a file that was rendered from the source; the same content again changes nothing. */
  public void rendition(NewMedia media, String sourceSha256) {
    insert(media, "rendition", sourceSha256);
  }

  private void insert(NewMedia media, String kind, @Nullable String source) {
    handle
        .createUpdate(
            """
            insert into greenroom.media
              (tenant_id, sha256, kind, source_sha256, media_type, bytes, width, height, filename, created_by)
            values (:tenantId, :sha256, :kind, :source, :mediaType, :bytes, :width, :height, :filename, :createdBy)
            on conflict (tenant_id, sha256) do nothing
            """)
        .bind("tenantId", tenantId)
        .bind("kind", kind)
        .bind("source", source)
        .bindMethods(media)
        .execute();
  }

  public Optional<MediaRow> find(String sha256) {
    return handle
        .createQuery(
            "select * from greenroom.media where tenant_id = :tenantId and sha256 = :sha256")
        .bind("tenantId", tenantId)
        .bind("sha256", sha256)
        .mapTo(MediaRow.class)
        .findOne();
  }

  /**
   * True when the talent's posts show it, as it was uploaded or rendered, or it is their avatar.
   */
  public boolean isOf(UUID talentId, String sha256) {
    return handle
        .createQuery(
            """
            select exists (
              select from greenroom.variant_media m
              join greenroom.variant v on v.tenant_id = m.tenant_id and v.id = m.variant_id
              where m.tenant_id = :tenantId and v.talent_id = :talentId
                and :sha256 in (m.source_sha256, m.rendition_sha256))
            or exists (
              select from greenroom.talent
              where tenant_id = :tenantId and id = :talentId and avatar_sha256 = :sha256)
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .bind("sha256", sha256)
        .mapTo(Boolean.class)
        .one();
  }

  /** True when a variant of the request shows a picture that is made from it. */
  public boolean isSourceOf(UUID requestId, String sha256) {
    return handle
        .createQuery(
            """
            select exists (
              select from greenroom.variant_media m
              join greenroom.variant v on v.tenant_id = m.tenant_id and v.id = m.variant_id
              join greenroom.post p on p.tenant_id = v.tenant_id and p.id = v.post_id
              where m.tenant_id = :tenantId and p.request_id = :requestId and m.source_sha256 = :sha256)
            """)
        .bind("tenantId", tenantId)
        .bind("requestId", requestId)
        .bind("sha256", sha256)
        .mapTo(Boolean.class)
        .one();
  }

  public List<MediaRow> byHashes(Collection<String> hashes) {
    return handle
        .createQuery(
            "select * from greenroom.media where tenant_id = :tenantId and sha256 = any(:hashes)")
        .bind("tenantId", tenantId)
        .bindArray("hashes", String.class, hashes.toArray())
        .mapTo(MediaRow.class)
        .list();
  }

  /** Puts a picture at that place of the variant, to be rendered; one that is there stays. */
  public void attach(UUID variantId, int position, String sourceSha256, String altText) {
    handle
        .createUpdate(
            """
            insert into greenroom.variant_media (tenant_id, variant_id, position, source_sha256, alt_text)
            values (:tenantId, :variantId, :position, :source, :altText)
            on conflict (tenant_id, variant_id, position) do nothing
            """)
        .bind("tenantId", tenantId)
        .bind("variantId", variantId)
        .bind("position", position)
        .bind("source", sourceSha256)
        .bind("altText", altText)
        .execute();
  }

  /** What was rendered for that place of the variant. */
  public void rendered(UUID variantId, int position, String renditionSha256) {
    handle
        .createUpdate(
            """
            update greenroom.variant_media set rendition_sha256 = :rendition
            where tenant_id = :tenantId and variant_id = :variantId and position = :position
            """)
        .bind("tenantId", tenantId)
        .bind("variantId", variantId)
        .bind("position", position)
        .bind("rendition", renditionSha256)
        .execute();
  }

  /** The variant's pictures in order. */
  public List<VariantMedia> of(UUID variantId) {
    return handle
        .createQuery(
            OF_VARIANTS
                + " where m.tenant_id = :tenantId and m.variant_id = :variantId order by m.position")
        .bind("tenantId", tenantId)
        .bind("variantId", variantId)
        .mapTo(VariantMedia.class)
        .list();
  }

  /**
   * The pictures of the request's drafts that still have to be rendered; those of a blocked one
   * too, because an edit of its words brings it back, and then it goes out with them.
   */
  public List<VariantMedia> unrendered(UUID requestId) {
    return handle
        .createQuery(
            OF_VARIANTS
                + """
                 join greenroom.post p on p.tenant_id = v.tenant_id and p.id = v.post_id
                 where m.tenant_id = :tenantId and p.request_id = :requestId
                   and m.rendition_sha256 is null and v.state in ('draft', 'blocked')
                 order by m.variant_id, m.position
                """)
        .bind("tenantId", tenantId)
        .bind("requestId", requestId)
        .mapTo(VariantMedia.class)
        .list();
  }
}
