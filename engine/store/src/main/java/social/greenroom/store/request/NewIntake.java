package social.greenroom.store.request;

import java.util.UUID;
import social.greenroom.core.post.Origin;

/**
 * Something handed in by a person or a mail.
 *
 * @param idempotencyKey what identifies it: a Message-ID, or the key of the call
 * @param createdBy who handed it in, for the record
 */
public record NewIntake(
    UUID talentId, Origin source, String idempotencyKey, IntakeSpec spec, String createdBy) {}
