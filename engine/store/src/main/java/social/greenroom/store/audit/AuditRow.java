package social.greenroom.store.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recorded act. */
public record AuditRow(
    UUID tenantId,
    UUID id,
    Instant at,
    Actor.Kind actorKind,
    String actorName,
    String act,
    String sentence,
    String subjectKind,
    UUID subjectId,
    @Nullable UUID talentId,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    @Nullable String origin) {}
