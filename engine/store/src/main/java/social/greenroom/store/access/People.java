package social.greenroom.store.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.access.PasswordHash;
import social.greenroom.core.access.Role;
import social.greenroom.store.database.TenantDatabase;
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
    if (role.boundToTalent() && talentId == null) {
      throw new IllegalArgumentException(
          "A membership as %s names the talent.".formatted(role.wireName()));
    }
    var user = user(email, displayName, password);
    tenants.run(
        tenantId,
        session -> {
          session.members().put(user, role, talentId);
          if (talentId != null) {
            session.talents().acceptOwnership(talentId, user);
          }
        });
    return user;
  }

  private UUID user(String email, String displayName, String password) {
    var known = lookup.users().byEmail(email);
    if (known.isEmpty()) {
      return lookup.users().create(email, displayName, PasswordHash.of(password).text()).id();
    }
    if (known.get().passwordHash() == null) {
      lookup.users().setPassword(known.get().id(), PasswordHash.of(password).text());
    }
    return known.get().id();
  }
}
