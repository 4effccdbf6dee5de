package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.post.Origin;
import social.greenroom.crds.talent.Talent;
import social.greenroom.operator.talent.TalentRows;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.post.NewVariant;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** What becomes of a talent's posts when their time zone changes. */
class ZoneMoveIT {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDate MONDAY =
      LocalDate.now(BERLIN).plusDays(7).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

  private TestDatabase database;
  private SeededTenant tenant;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("moving");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void whatIsProposedKeepsItsTimeOfDayAndWhatIsApprovedItsMoment() {
    var proposed = proposed("Proposed.", nine(MONDAY, BERLIN));
    var approved = tenant.approve(tenant.waiting("Approved."), nine(MONDAY.plusDays(2), BERLIN));
    move("America/New_York");

    var moved = variant(proposed.id());
    assertThat(moved.publishAt()).isEqualTo(nine(MONDAY, NEW_YORK));
    assertThat(moved.scheduleReason())
        .isEqualTo(
            "The talent's time zone changed from Europe/Berlin to America/New_York; it keeps its"
                + " time of day.");
    assertThat(variant(approved.id())).isEqualTo(approved);
  }

  @Test
  void whatWouldMeetAnApprovedPostTakesTheNextFreeSlot() {
    var proposed = proposed("Proposed.", nine(MONDAY, BERLIN));
    // Less than the cooldown from nine in New York.
    tenant.approve(tenant.waiting("Approved."), nine(MONDAY, NEW_YORK).minusSeconds(3600));
    move("America/New_York");
    var moved = variant(proposed.id());
    assertThat(moved.publishAt()).isNotEqualTo(nine(MONDAY, NEW_YORK));
    assertThat(moved.scheduleReason()).contains("isn't free", "next free slot");
  }

  @Test
  void theSameZoneAgainMovesNothing() {
    var proposed = proposed("Proposed.", nine(MONDAY, BERLIN));
    move("Europe/Berlin");
    assertThat(variant(proposed.id())).isEqualTo(proposed);
  }

  private VariantRow proposed(String text, Instant at) {
    var draft =
        database
            .tenants()
            .in(
                tenant.id(),
                session -> {
                  var talent = tenant.talentId();
                  var post =
                      session.posts().put(new NewPost(talent, null, Origin.PORTAL, text, text));
                  return session
                      .variants()
                      .draft(
                          new NewVariant(
                              post.id(),
                              talent,
                              tenant.accountId(),
                              tenant.payload(text),
                              at,
                              "Its slot.",
                              "test"));
                });
    return tenant.submit(draft);
  }

  private void move(String zone) {
    var talent =
        Serialization.unmarshal(
            """
            apiVersion: greenroom.social/v1alpha1
            kind: Talent
            metadata: {name: moving, namespace: moving}
            spec:
              slug: moving
              displayName: Moving
              timeZone: %s
              owner: {email: owner@moving.example}
            """
                .formatted(zone),
            Talent.class);
    database.tenants().run(tenant.id(), session -> TalentRows.store(session, talent));
  }

  private VariantRow variant(UUID id) {
    return database.tenants().in(tenant.id(), session -> session.variants().find(id)).orElseThrow();
  }

  private static Instant nine(LocalDate date, ZoneId zone) {
    return date.atTime(LocalTime.of(9, 0)).atZone(zone).toInstant();
  }
}
