package social.greenroom.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;
import social.greenroom.core.access.Permission;
import social.greenroom.core.access.Role;

/** What each role may do over HTTP is what the table of roles says, call by call. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RolesIT {
  @Inject ApiDatabases databases;

  @ParameterizedTest
  @EnumSource(Role.class)
  void aCallSucceedsOrIsForbiddenAsTheTableSays(Role role) {
    var agency = new Agency(databases);
    var person = agency.signedIn(role.wireName(), role);

    expect(role, Permission.EDIT, edit(agency, person));
    expect(role, Permission.RESCHEDULE, reschedule(agency, person));
    expect(role, Permission.RESCHEDULE, spaceOut(agency, person));
    expect(role, Permission.REJECT, end(agency, person, "rejection"));
    expect(role, Permission.CANCEL, end(agency, person, "cancellation"));
    expect(role, Permission.REQUEST, request(agency, person));
    expect(role, Permission.STOP, stop(agency, person));
    assertThat(person.reads().get("/api/v1/variants").statusCode()).isEqualTo(200);
  }

  private static void expect(Role role, Permission permission, int status) {
    assertThat(status < 300)
        .as("%s for %s answered %d", permission, role, status)
        .isEqualTo(role.may(permission));
    if (status >= 300) {
      assertThat(status).isEqualTo(403);
    }
  }

  private static int edit(Agency agency, Person person) {
    var variant = agency.waiting("To edit");
    return person
        .sends(Map.of("version", variant.version(), "text", "Edited"))
        .patch("/api/v1/variants/" + variant.id())
        .statusCode();
  }

  private static int reschedule(Agency agency, Person person) {
    var variant = agency.waiting("To move");
    return person
        .sends(Map.of("version", variant.version(), "publishAt", Agency.nextWeek().toString()))
        .post("/api/v1/variants/%s/schedule".formatted(variant.id()))
        .statusCode();
  }

  private static int spaceOut(Agency agency, Person person) {
    return person
        .sends(
            Map.of(
                "variants",
                List.of(agency.waiting("To space out").id()),
                "from",
                LocalDate.now(ZoneOffset.UTC).toString(),
                "days",
                3))
        .post("/api/v1/spacing-plans")
        .statusCode();
  }

  private static int end(Agency agency, Person person, String how) {
    var variant = agency.waiting("To end by " + how);
    return person
        .sends(Map.of("reason", "Not now"))
        .post("/api/v1/variants/%s/%s".formatted(variant.id(), how))
        .statusCode();
  }

  private static int stop(Agency agency, Person person) {
    return person
        .sends(Map.of("kind", "pause", "talentId", agency.aurora()))
        .post("/api/v1/stops")
        .statusCode();
  }

  private static int request(Agency agency, Person person) {
    return person
        .sends(
            Map.of(
                "talentId", agency.aurora(),
                "text", "Something about rain",
                "accountIds", List.of(),
                "attachments", List.of()))
        .header("Idempotency-Key", UUID.randomUUID())
        .post("/api/v1/post-requests")
        .statusCode();
  }
}
