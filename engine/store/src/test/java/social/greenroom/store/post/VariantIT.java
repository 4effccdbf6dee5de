package social.greenroom.store.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditRow;
import social.greenroom.store.media.NewMedia;
import social.greenroom.store.media.VariantMedia;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

class VariantIT {
  private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
  private TestDatabase database;
  private SeededTenant tenant;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("variants");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void theListGoesByTimeThenByMakingAndPagesMissNothing() {
    var unplanned = tenant.draft("unplanned");
    var late = planned("late", NOON.plusSeconds(60));
    var early = planned("early", NOON);
    var tied = planned("tied", NOON);
    var unplannedToo = tenant.draft("unplanned too");
    var expected = List.of(early.id(), tied.id(), late.id(), unplanned.id(), unplannedToo.id());
    for (int limit = 1; limit <= 6; limit++) {
      assertThat(pages(VariantFilter.ALL, limit)).as("pages of %d", limit).isEqualTo(expected);
    }
  }

  @Test
  void theListIsOfTheStatesTalentAccountAndPostAskedFor() {
    var draft = tenant.draft("draft");
    var waiting = tenant.waiting("waiting");
    var other = tenant.draft(tenant.addAccount("other"), "remote-other", "other");
    assertThat(
            pages(new VariantFilter(Set.of(VariantState.AWAITING_APPROVAL), null, null, null), 5))
        .containsExactly(waiting.id());
    assertThat(
            pages(
                new VariantFilter(
                    Set.of(VariantState.DRAFT, VariantState.AWAITING_APPROVAL),
                    tenant.talentId(),
                    tenant.accountId(),
                    null),
                5))
        .containsExactly(draft.id(), waiting.id());
    assertThat(pages(new VariantFilter(Set.of(), null, null, other.postId()), 5))
        .containsExactly(other.id());
    assertThat(pages(new VariantFilter(Set.of(), UUID.randomUUID(), null, null), 5)).isEmpty();
  }

  @Test
  void draftingAgainFindsTheFirst() {
    var draft = tenant.draft("once");
    var again =
        database
            .tenants()
            .in(
                tenant.id(),
                session ->
                    session
                        .variants()
                        .draft(
                            new NewVariant(
                                draft.postId(),
                                tenant.talentId(),
                                tenant.accountId(),
                                tenant.payload("twice"),
                                null,
                                null,
                                "test")));
    assertThat(again).isEqualTo(draft);
  }

  @Test
  void ofTwoWhoEditTheSameOneIsStale() {
    var waiting = tenant.waiting("shown to both");
    assertThat(edit(waiting, "first").made()).isTrue();
    var second = edit(waiting, "second");
    assertThat(second).isInstanceOf(VariantChange.Stale.class);
    assertThat(second.current().orElseThrow().payload()).isEqualTo(tenant.payload("first"));
  }

  @Test
  void aBlockedOneThatIsEditedWaitsAgain() {
    var draft = tenant.draft("rude");
    database
        .tenants()
        .in(tenant.id(), s -> s.variants().block(draft.id(), "Never say that.", "worker"));
    var blocked = find(draft.id());
    assertThat(blocked.blockedReason()).isEqualTo("Never say that.");
    var edited = edit(blocked, "polite").current().orElseThrow();
    assertThat(edited.state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(edited.blockedReason()).isNull();
  }

  @Test
  void whatIsOverSaysSoInASentence() {
    var waiting = tenant.waiting("no");
    database.tenants().run(tenant.id(), s -> s.desk().reject(waiting.id(), "Not my words.", "Ada"));
    var rejected = find(waiting.id());
    assertThat(rejected.rejectedReason()).isEqualTo("Not my words.");
    assertThat(rejected.decidedBy()).isEqualTo("Ada");
    assertThat(edit(rejected, "again"))
        .isEqualTo(
            new VariantChange.NotNow(
                rejected, "A post that is rejected can't be edited any more."));
    assertThat(
            database
                .tenants()
                .in(tenant.id(), s -> s.desk().cancel(rejected.id(), "x", "Ada"))
                .made())
        .isFalse();
  }

  @Test
  void aRemovedTalentsPostsAreCancelledWithTheReason() {
    var draft = tenant.draft("draft");
    var queued = tenant.queued(tenant.draft("queued"), NOON);
    int count =
        database
            .tenants()
            .in(tenant.id(), s -> s.cancelling().all(tenant.talentId(), null, "The talent left."));
    assertThat(count).isEqualTo(2);
    for (var id : List.of(draft.id(), queued.id())) {
      assertThat(find(id).state()).isEqualTo(VariantState.CANCELLED);
      assertThat(find(id).cancelledReason()).isEqualTo("The talent left.");
    }
    var entry = audited(queued.id());
    assertThat(entry.actorKind()).isEqualTo(Actor.Kind.OPERATOR);
    assertThat(entry.act()).isEqualTo("variant.cancelled");
    assertThat(entry.sentence()).endsWith("was cancelled: The talent left.");
    assertThat(Objects.requireNonNull(entry.before()).get("state").asText()).isEqualTo("queued");
    assertThat(Objects.requireNonNull(entry.after()).get("state").asText()).isEqualTo("cancelled");
    assertThat(audited(draft.id()).sentence()).isEqualTo(entry.sentence());
  }

  @Test
  void whatIsOutOrEndedAlreadyIsNotCancelledAgain() {
    var waiting = tenant.waiting("rejected before");
    database.tenants().run(tenant.id(), s -> s.desk().reject(waiting.id(), "No.", "Ada"));
    int count =
        database
            .tenants()
            .in(tenant.id(), s -> s.cancelling().all(tenant.talentId(), null, "The talent left."));
    assertThat(count).isZero();
    assertThat(find(waiting.id()).state()).isEqualTo(VariantState.REJECTED);
  }

  private AuditRow audited(UUID variantId) {
    return database
        .tenants()
        .in(tenant.id(), s -> s.audit().list(null, variantId, null, 10).items())
        .get(0);
  }

  @Test
  void picturesWaitForTheirRendition() {
    var request = tenant.request("with picture");
    var job = database.job(tenant.id()).tenants();
    var source = "a".repeat(64);
    var rendition = "b".repeat(64);
    database
        .tenants()
        .run(
            tenant.id(),
            s ->
                s.media()
                    .original(new NewMedia(source, "image/png", 10, 800, 600, "me.png", "Ada")));
    var variant =
        job.in(
            tenant.id(),
            s -> {
              var post =
                  s.posts()
                      .put(new NewPost(tenant.talentId(), request.id(), Origin.GITOPS, "T", "I"));
              var draft =
                  s.variants()
                      .draft(
                          new NewVariant(
                              post.id(),
                              tenant.talentId(),
                              tenant.accountId(),
                              tenant.payload("t"),
                              null,
                              null,
                              "worker"));
              s.media().attach(draft.id(), 0, source, "Me.");
              s.media().attach(draft.id(), 0, source, "Me again.");
              return draft;
            });
    List<VariantMedia> waiting = job.in(tenant.id(), s -> s.media().unrendered(request.id()));
    assertThat(waiting).hasSize(1);
    assertThat(waiting.get(0).altText()).isEqualTo("Me.");
    assertThat(waiting.get(0).sourceMediaType()).isEqualTo("image/png");
    job.run(
        tenant.id(),
        s -> {
          s.media()
              .rendition(
                  new NewMedia(rendition, "image/jpeg", 9, 400, 300, null, "worker"), source);
          s.media().rendered(variant.id(), 0, rendition);
        });
    waiting = job.in(tenant.id(), s -> s.media().unrendered(request.id()));
    assertThat(waiting).isEmpty();
    List<VariantMedia> of = job.in(tenant.id(), s -> s.media().of(variant.id()));
    assertThat(of.get(0).renditionSha256()).isEqualTo(rendition);
  }

  private VariantRow planned(String text, Instant at) {
    var draft = tenant.draft(text);
    return database
        .tenants()
        .in(tenant.id(), s -> s.desk().schedule(draft.id(), draft.version(), at, "test", "Ada"))
        .current()
        .orElseThrow();
  }

  private VariantChange edit(VariantRow variant, String text) {
    return database
        .tenants()
        .in(
            tenant.id(),
            s -> s.desk().edit(variant.id(), variant.version(), tenant.payload(text), "Ada"));
  }

  private VariantRow find(UUID id) {
    return database.tenants().in(tenant.id(), s -> s.variants().find(id)).orElseThrow();
  }

  private List<UUID> pages(VariantFilter filter, int limit) {
    var ids = new ArrayList<UUID>();
    @Nullable String cursor = null;
    do {
      var from = cursor;
      var page = database.tenants().in(tenant.id(), s -> s.variants().list(filter, from, limit));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      page.items().forEach(row -> ids.add(row.id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return ids;
  }
}
