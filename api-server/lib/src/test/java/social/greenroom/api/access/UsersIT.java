package social.greenroom.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.core.access.PasswordHash;
import social.greenroom.core.access.Role;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class UsersIT {
  @Inject ApiDatabases databases;
  @Inject Users users;

  @Test
  void anInvitedOwnerOwnsTheTalentFromTheStart() {
    var agency = new Agency(databases);

    var user =
        users.put(
            agency.id(), agency.email("aurora"), "Aurora", "pw", Role.TALENT, agency.aurora());

    var talent =
        databases
            .tenants()
            .in(agency.id(), session -> session.talents().find(agency.aurora()).orElseThrow());
    assertThat(talent.ownerUserId()).isEqualTo(user);
  }

  @Test
  void whoExistsKeepsTheirPassword() {
    var agency = new Agency(databases);
    var email = agency.email("owner");
    users.put(agency.id(), email, "Owner", "first", Role.EDITOR, null);
    users.put(agency.id(), email, "Owner", "second", Role.OWNER, null);

    var stored = databases.lookup().users().byEmail(email).orElseThrow();
    assertThat(PasswordHash.parse(stored.passwordHash()).matches("first")).isTrue();
    assertThat(databases.lookup().users().memberships(stored.id()))
        .singleElement()
        .satisfies(membership -> assertThat(membership.role()).isEqualTo(Role.OWNER));
  }

  @Test
  void aTalentsMembershipNamesTheTalent() {
    var agency = new Agency(databases);

    assertThatThrownBy(
            () -> users.put(agency.id(), agency.email("x"), "X", "pw", Role.CLIENT, null))
        .hasMessageContaining("names the talent");
  }
}
