package social.greenroom.store.access;

import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.access.PasswordHash;
import social.greenroom.core.access.Role;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.lookup.Lookup;

/** Makes the people who can sign in, for programs that set up an installation. */
public final class People {
  private final Lookup lookup;
  private final TenantDatabase tenants;

  public People(Lookup lookup, TenantDatabase tenants) {
    this.lookup = lookup;
    this.tenants = tenants;
  }

  /**
   * Makes the person and their membership, or only what of it is missing; somebody who has a
   * password keeps it. A talent whose resource invites this address as its owner gets them as
   * owner.
   *
   * @param talentId the one talent they see; needed for the roles talent and client
   * @return their id
   */
  public UUID put(
      UUID tenantId,
      String email,
      String displayName,
      String password,
      Role role,
      @Nullable UUID talentId) {
    return put(tenantId, email, displayName, password, role, talentId, (session, user) -> {});
  }

  /**
   * The same, with something to be written down in the transaction that makes the membership. The
   * password comes last: whoever has one is a member.
   */
  public UUID put(
      UUID tenantId,
      String email,
      String displayName,
      String password,
      Role role,
      @Nullable UUID talentId,
      BiConsumer<TenantSession, UUID> record) {
    if (role.boundToTalent() && talentId == null) {
      throw new IllegalArgumentException(
          "A membership as %s names the talent.".formatted(role.wireName()));
    }
    var known = lookup.users().create(email, displayName, null);
    var user = known.id();
    tenants.run(
        tenantId,
        session -> {
          session.members().put(user, role, talentId);
          if (talentId != null) {
            session.talents().acceptOwnership(talentId, user);
          }
          record.accept(session, user);
        });
    if (known.passwordHash() == null) {
      lookup.users().setPassword(user, PasswordHash.of(password).text());
    }
    return user;
  }
}
