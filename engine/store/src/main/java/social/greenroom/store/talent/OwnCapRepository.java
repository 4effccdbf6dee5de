package social.greenroom.store.talent;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.QuietHours;

/**
 * What talents set themselves. The database takes it from nobody but the talent's owner. Who only
 * reads what holds finds it with the talent: {@link TalentRow#ownCaps}.
 */
public final class OwnCapRepository {
  private final UUID tenantId;
  private final Handle handle;

  public OwnCapRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** What is in force for the talent. */
  public Optional<OwnCapRow> of(UUID talentId) {
    return handle
        .createQuery(
            """
            select * from greenroom.own_cap
            where tenant_id = :tenantId and talent_id = :talentId and ended_at is null
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .mapTo(OwnCapRow.class)
        .findOne();
  }

  /** From now on these hold in place of those before; empty where that means none at all. */
  public Optional<OwnCapRow> set(UUID talentId, UUID owner, OwnCaps caps) {
    end(talentId, owner);
    return caps.equals(OwnCaps.NONE) ? Optional.empty() : Optional.of(begin(talentId, owner, caps));
  }

  private void end(UUID talentId, UUID owner) {
    handle
        .createUpdate(
            """
            update greenroom.own_cap set ended_at = now(), ended_by = :owner
            where tenant_id = :tenantId and talent_id = :talentId and ended_at is null
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .bind("owner", owner)
        .execute();
  }

  private OwnCapRow begin(UUID talentId, UUID owner, OwnCaps caps) {
    return handle
        .createQuery(
            """
            insert into greenroom.own_cap
              (tenant_id, id, talent_id, daily_cap, pause_seconds, quiet_from, quiet_until, set_by)
            values (:tenantId, :id, :talentId, :dailyCap, :pause, :from, :until, :owner) returning *
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("talentId", talentId)
        .bind("dailyCap", caps.dailyCap())
        .bind("pause", Optional.ofNullable(caps.pause()).map(Duration::toSeconds).orElse(null))
        .bind("from", quiet(caps, QuietHours::from))
        .bind("until", quiet(caps, QuietHours::until))
        .bind("owner", owner)
        .mapTo(OwnCapRow.class)
        .one();
  }

  private static @Nullable LocalTime quiet(OwnCaps caps, Function<QuietHours, LocalTime> end) {
    return Optional.ofNullable(caps.quietHours()).map(end).orElse(null);
  }
}
