package social.greenroom.store.series;

import java.util.UUID;

/**
 * A series that a person asks for.
 *
 * @param name the PostSeries' name
 * @param idempotencyKey what identifies the call, among the tenant's
 * @param createdBy who asked, for the record
 */
public record NewSeries(
    UUID talentId, String name, String idempotencyKey, SeriesAsked spec, String createdBy) {}
