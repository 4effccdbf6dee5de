package social.greenroom.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;
import social.greenroom.core.access.Role;
import social.greenroom.store.post.VariantRow;

/** Nobody sees or touches another tenant's things, nor a talent another talent's. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class IsolationIT {
  @Inject ApiDatabases databases;

  private Agency ours;
  private VariantRow theirs;
  private UUID theirTalent;

  @BeforeEach
  void twoAgencies() {
    ours = new Agency(databases);
    var other = new Agency(databases);
    theirs = other.waiting("Secret of another agency");
    theirTalent = other.aurora();
  }

  @Test
  void anotherTenantsIdsAreNotThere() {
    var owner = ours.signedIn("owner", Role.OWNER);

    for (var path : paths(theirs, theirTalent)) {
      assertThat(owner.reads().get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertEveryActIsNotFound(owner, theirs);
    assertThat(request(owner, theirTalent)).isEqualTo(404);
    owner.reads().get("/api/v1/variants").then().statusCode(200).body("items", hasSize(0));
    owner
        .reads()
        .get("/api/v1/talents")
        .then()
        .body("items.id", contains(ours.aurora().toString()));
  }

  @Test
  void anotherTenantsAccountCannotBeNamed() {
    var owner = ours.signedIn("owner", Role.OWNER);

    owner
        .sends(
            Map.of(
                "talentId", ours.aurora(),
                "text", "For whom?",
                "accountIds", List.of(theirs.accountId())))
        .header("Idempotency-Key", UUID.randomUUID())
        .post("/api/v1/post-requests")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("accountIds[0]"));
  }

  @Test
  void aTalentSeesNoOtherTalent() {
    var bela = ours.talent("bela");
    var account = ours.account(bela, "bela", null);
    var belas = ours.waiting(bela, account, "remote-bela", "Bela's words");
    ours.waiting("Aurora's words");
    var aurora = ours.auroraSignedIn();

    for (var path : paths(belas, bela)) {
      assertThat(aurora.reads().get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertEveryActIsNotFound(aurora, belas);
    assertThat(request(aurora, bela)).isEqualTo(404);
    aurora
        .reads()
        .get("/api/v1/variants")
        .then()
        .body("items.content.text", contains("Aurora's words"));
    aurora
        .reads()
        .get("/api/v1/talents")
        .then()
        .body("items.id", contains(ours.aurora().toString()));
    aurora
        .reads()
        .get("/api/v1/accounts")
        .then()
        .body("items.talent.id", contains(ours.aurora().toString()));
    aurora.reads().get("/api/v1/overview").then().body("waiting", equalTo(1));
  }

  @Test
  void whoLeftTheAgencyIsSignedOut() {
    var editor = ours.signedIn("editor", Role.EDITOR);
    var user = databases.lookup().users().byEmail(ours.email("editor")).orElseThrow();
    databases.tenants().run(ours.id(), session -> session.members().remove(user.id()));

    editor.reads().get("/api/v1/variants").then().statusCode(401);
  }

  private static List<String> paths(VariantRow variant, UUID talent) {
    return List.of("/api/v1/variants/" + variant.id(), "/api/v1/talents/" + talent);
  }

  private static void assertEveryActIsNotFound(Person person, VariantRow variant) {
    var hash = Map.of("contentHash", variant.contentHash());
    var version = variant.version();
    assertNotFound(person, variant, "approval", hash);
    assertNotFound(person, variant, "retry", hash);
    assertNotFound(person, variant, "rejection", Map.of("reason", "no"));
    assertNotFound(person, variant, "cancellation", Map.of("reason", "no"));
    assertNotFound(person, variant, "settlement", Map.of("version", 1, "published", true));
    assertNotFound(
        person,
        variant,
        "schedule",
        Map.of("version", version, "publishAt", Agency.nextWeek().toString()));
    assertThat(
            person
                .sends(Map.of("version", version, "text", "Mine now"))
                .patch("/api/v1/variants/" + variant.id())
                .statusCode())
        .isEqualTo(404);
  }

  private static void assertNotFound(
      Person person, VariantRow variant, String act, Map<String, ?> body) {
    var path = "/api/v1/variants/%s/%s".formatted(variant.id(), act);
    assertThat(person.sends(body).post(path).statusCode()).as(act).isEqualTo(404);
  }

  private static int request(Person person, UUID talent) {
    return person
        .sends(Map.of("talentId", talent, "text", "For another"))
        .header("Idempotency-Key", UUID.randomUUID())
        .post("/api/v1/post-requests")
        .statusCode();
  }
}
