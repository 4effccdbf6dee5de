package social.greenroom.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.core.access.PasswordHash;
import social.greenroom.core.access.Role;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.talent.TalentProfile;
import social.greenroom.store.talent.TalentSpec;
import social.greenroom.store.talent.TalentUpsert;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

class PeopleIT {
  private static TestDatabase database;
  private static SeededTenant tenant;
  private static People people;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("people");
    people = new People(database.lookup(), database.tenants());
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void anInvitedOwnerOwnsTheTalentFromTheStart() {
    var talent = talentOwnedBy("aurora@people.example");

    var user =
        people.put(tenant.id(), "aurora@people.example", "Aurora", "pw", Role.TALENT, talent);

    assertThat(
            database
                .tenants()
                .in(tenant.id(), session -> session.talents().find(talent).orElseThrow())
                .ownerUserId())
        .isEqualTo(user);
  }

  @Test
  void whoExistsKeepsTheirPassword() {
    var email = "editor@people.example";
    people.put(tenant.id(), email, "Owner", "first", Role.EDITOR, null);
    people.put(tenant.id(), email, "Owner", "second", Role.OWNER, null);

    var stored = database.lookup().users().byEmail(email).orElseThrow();
    assertThat(PasswordHash.parse(stored.passwordHash()).matches("first")).isTrue();
    assertThat(database.lookup().users().memberships(stored.id()))
        .singleElement()
        .satisfies(membership -> assertThat(membership.role()).isEqualTo(Role.OWNER));
  }

  @Test
  void whoWasMadeWithoutAPasswordGetsIt() {
    var email = "invited@people.example";
    var invited = database.lookup().users().create(email, "Invited", null);

    people.put(tenant.id(), email, "Invited", "first", Role.EDITOR, null);

    var stored = database.lookup().users().find(invited.id()).orElseThrow();
    assertThat(PasswordHash.parse(stored.passwordHash()).matches("first")).isTrue();
  }

  @Test
  void aTalentsMembershipNamesTheTalent() {
    assertThatThrownBy(
            () -> people.put(tenant.id(), "x@people.example", "X", "pw", Role.CLIENT, null))
        .hasMessageContaining("names the talent");
  }

  private static UUID talentOwnedBy(String email) {
    var none = List.<String>of();
    var profile = new TalentProfile("", "", none, none, none, "", none, none, none);
    var upsert =
        database
            .tenants()
            .in(
                tenant.id(),
                session ->
                    session
                        .talents()
                        .upsert(
                            new TalentSpec(
                                "invited",
                                "invited",
                                "Invited",
                                "UTC",
                                "en",
                                email,
                                profile,
                                null,
                                null,
                                List.of(),
                                StopPolicy.NONE)));
    return ((TalentUpsert.Stored) upsert).talent().id();
  }
}
