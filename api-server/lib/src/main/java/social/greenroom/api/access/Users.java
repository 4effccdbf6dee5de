package social.greenroom.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.core.access.PasswordHash;
import social.greenroom.core.access.Role;
import social.greenroom.store.access.UserRow;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.lookup.Lookup;

/** Makes the people who can sign in, for programs that set up an installation. */
@ApplicationScoped
public class Users {
  private final Lookup lookup;
  private final TenantDatabase tenants;

  @Inject
  Users(ApiDatabases databases) {
    this(databases.lookup(), databases.tenants());
  }

  /** For a program that has its own connections. */
  public Users(Lookup lookup, TenantDatabase tenants) {
    this.lookup = lookup;
    this.tenants = tenants;
  }

  /**
   * Makes the person and their membership, or only what of it is missing; somebody who exists keeps
   * their password. A talent whose resource invites this address as its owner gets them as owner.
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
    var user =
        lookup
            .users()
            .byEmail(email)
            .map(UserRow::id)
            .orElseGet(() -> create(email, displayName, password));
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

  private UUID create(String email, String displayName, String password) {
    return lookup.users().create(email, displayName, PasswordHash.of(password).text()).id();
  }
}
