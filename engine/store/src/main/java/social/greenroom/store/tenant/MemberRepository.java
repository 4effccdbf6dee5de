package social.greenroom.store.tenant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.access.Role;

/** The people of the session's tenant. */
public final class MemberRepository {
  private static final String SELECT =
      """
      select m.user_id, u.email, u.display_name, m.role, m.talent_id
      from greenroom.membership m join greenroom.app_user u on u.id = m.user_id
      where m.tenant_id = :tenantId
      """;
  private final UUID tenantId;
  private final Handle handle;

  public MemberRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Makes the user a member with that role, or changes the role. */
  public void put(UUID userId, Role role, @Nullable UUID talentId) {
    handle
        .createUpdate(
            """
            insert into greenroom.membership (tenant_id, user_id, role, talent_id)
            values (:tenantId, :userId, :role, :talentId)
            on conflict (tenant_id, user_id) do update
              set role = excluded.role, talent_id = excluded.talent_id
            """)
        .bind("tenantId", tenantId)
        .bind("userId", userId)
        .bind("role", role.wireName())
        .bind("talentId", talentId)
        .execute();
  }

  public List<MemberRow> list() {
    return handle
        .createQuery(SELECT + " order by lower(u.email)")
        .bind("tenantId", tenantId)
        .mapTo(MemberRow.class)
        .list();
  }

  public Optional<MemberRow> find(UUID userId) {
    return handle
        .createQuery(SELECT + " and m.user_id = :userId")
        .bind("tenantId", tenantId)
        .bind("userId", userId)
        .mapTo(MemberRow.class)
        .findOne();
  }

  /** Ends the membership, and with it the sessions and the ownership of talents. */
  public void remove(UUID userId) {
    handle
        .createUpdate(
            "delete from greenroom.membership where tenant_id = :tenantId and user_id = :userId")
        .bind("tenantId", tenantId)
        .bind("userId", userId)
        .execute();
  }
}
