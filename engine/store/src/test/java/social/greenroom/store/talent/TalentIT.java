package social.greenroom.store.talent;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.access.Role;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.talent.TalentProfile;
import social.greenroom.store.database.Rule;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

class TalentIT {
  private static final Blackout HOLIDAY =
      new Blackout(
          Instant.parse("2030-12-24T00:00:00Z"), Instant.parse("2030-12-27T00:00:00Z"), "Holiday");
  private static final TalentProfile PROFILE =
      new TalentProfile(
          "Bio.",
          "Warm.",
          List.of("A story."),
          List.of("A goal."),
          List.of("Climbing"),
          "Climbers.",
          List.of("Hey!"),
          List.of("guaranteed"),
          List.of("#rock"));

  private TestDatabase database;
  private SeededTenant tenant;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("talents");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void isKeptAsDeclared() {
    var spec = spec("mia", "mia", "mia@example.org");
    var stored = stored(upsert(spec));
    assertThat(stored.profile()).isEqualTo(PROFILE);
    assertThat(stored.blackouts()).containsExactly(HOLIDAY);
    assertThat(stored.tickInterval()).isEqualTo(Duration.ofMinutes(30));
    assertThat(stored.stopPolicy()).isEqualTo(StopPolicy.HOLD_AND_DRAIN);
    assertThat(stored(upsert(spec)).id()).isEqualTo(stored.id());
  }

  @Test
  void keepsItsSlug() {
    var mia = stored(upsert(spec("mia", "mia", null)));
    assertThat(upsert(spec("mia", "mia-two", null)))
        .isInstanceOfSatisfying(
            TalentUpsert.SlugFixed.class,
            fixed -> assertThat(fixed.talent().id()).isEqualTo(mia.id()));
    assertThat(upsert(spec("other", "mia", null))).isEqualTo(new TalentUpsert.SlugTaken("mia"));
  }

  @Test
  void aRemovedOneComesBackUnderItsSlugWhateverItsResourceIsCalled() {
    var mia = stored(upsert(spec("mia", "mia", null)));
    database.tenants().run(tenant.id(), s -> s.talents().remove(mia.id()));
    List<TalentRow> listed = database.tenants().in(tenant.id(), s -> s.talents().list());
    assertThat(listed).extracting(TalentRow::id).doesNotContain(mia.id());
    assertThat(removed("mia")).map(TalentRow::id).contains(mia.id());
    var back = stored(upsert(spec("mia-again", "mia", null)));
    assertThat(back.id()).isEqualTo(mia.id());
    assertThat(back.removedAt()).isNull();
    assertThat(back.name()).isEqualTo("mia-again");
    assertThat(removed("mia")).isEmpty();
  }

  private Optional<TalentRow> removed(String slug) {
    return database.tenants().in(tenant.id(), s -> s.talents().removed(slug));
  }

  @Test
  void isOwnedByTheInvitedMemberWhoAcceptsAndNobodyElse() {
    var mia = stored(upsert(spec("mia", "mia", "Mia@Example.org"))).id();
    var invited = database.lookup().users().create("mia@example.org", "Mia", null).id();
    var other = member("eve@example.org");
    assertThat(accept(mia, invited)).as("not a member yet").isFalse();
    database.tenants().run(tenant.id(), s -> s.members().put(invited, Role.TALENT, mia));
    assertThat(accept(mia, other)).as("not invited").isFalse();
    assertThat(accept(mia, invited)).isTrue();
    assertThat(accept(mia, invited)).as("again").isTrue();
    assertThat(owner(mia)).isEqualTo(invited);
  }

  @Test
  void noDeclarationTakesATalentFromItsOwner() throws SQLException {
    var eve = member("eve@example.org");
    upsert(spec("talents", "talents", "eve@example.org"));
    assertThat(owner(tenant.talentId())).isEqualTo(tenant.ownerId());
    assertThat(accept(tenant.talentId(), eve)).isFalse();
    try (var app = database.asApp(tenant.id())) {
      assertThat(
              app.refusal(
                  "update greenroom.talent set owner_user_id = ? where id = ?",
                  eve,
                  tenant.talentId()))
          .isEqualTo(Rule.CONSENT.sqlState());
    }
    database.tenants().run(tenant.id(), s -> s.members().remove(tenant.ownerId()));
    assertThat(accept(tenant.talentId(), eve)).isTrue();
  }

  @Test
  void anOwnerIsAMember() throws SQLException {
    var mia = stored(upsert(spec("mia", "mia", null))).id();
    var stranger = database.seedTenant("strangers").ownerId();
    try (var app = database.asApp(tenant.id())) {
      assertThat(
              app.refusal(
                  "update greenroom.talent set owner_user_id = ? where id = ?", stranger, mia))
          .isEqualTo("23503");
    }
  }

  private UUID member(String email) {
    var user = database.lookup().users().create(email, email, null).id();
    database.tenants().run(tenant.id(), s -> s.members().put(user, Role.EDITOR, null));
    return user;
  }

  private boolean accept(UUID talent, UUID user) {
    return database.tenants().in(tenant.id(), s -> s.talents().acceptOwnership(talent, user));
  }

  private UUID owner(UUID talent) {
    return database
        .tenants()
        .in(tenant.id(), s -> s.talents().find(talent))
        .orElseThrow()
        .ownerUserId();
  }

  private TalentUpsert upsert(TalentSpec spec) {
    return database.tenants().in(tenant.id(), s -> s.talents().upsert(spec));
  }

  private static TalentRow stored(TalentUpsert upsert) {
    return ((TalentUpsert.Stored) upsert).talent();
  }

  private static TalentSpec spec(String name, String slug, String ownerEmail) {
    return new TalentSpec(
        name,
        slug,
        "Talent " + name,
        "Europe/Lisbon",
        "pt",
        ownerEmail,
        PROFILE,
        2,
        Duration.ofMinutes(30),
        List.of(HOLIDAY),
        StopPolicy.HOLD_AND_DRAIN);
  }
}
