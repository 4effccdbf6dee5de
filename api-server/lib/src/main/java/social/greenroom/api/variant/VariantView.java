package social.greenroom.api.variant;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.api.account.AccountRef;
import social.greenroom.api.series.SeriesRef;
import social.greenroom.api.talent.TalentRef;
import social.greenroom.api.time.ApiClock;
import social.greenroom.core.post.FollowUp;
import social.greenroom.core.post.Payload;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpRow;
import social.greenroom.store.post.PostRow;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.talent.TalentRow;

/**
 * Shows variants to a person: with the words of their state and the actions that person has.
 *
 * @param caller whom they are shown to
 */
public record VariantView(TenantSession session, Caller caller, ApiClock clock) {
  public Variant of(VariantRow variant) {
    return of(List.of(variant)).get(0);
  }

  public List<Variant> of(List<VariantRow> variants) {
    var source = VariantSource.read(session, variants);
    return variants.stream().map(variant -> show(variant, source)).toList();
  }

  private Variant show(VariantRow variant, VariantSource source) {
    var talent = source.talentOf(variant);
    var account = source.accountOf(variant);
    var payload = variant.content();
    var asked = Asked.about(account, source.attemptsOf(variant));
    var facts = facts(variant, talent, account, asked, source.holdOn(variant));
    var actions =
        new VariantActions(
            caller.role(), source.ruleOf(variant).forUser(caller.userId()).allowed());
    return new Variant(
        variant.id(),
        post(source.postOf(variant)),
        TalentRef.of(talent),
        AccountRef.of(account),
        variant.state().wireName(),
        StateText.of(facts),
        variant.decidedBy(),
        variant.version(),
        variant.contentHash(),
        Content.of(payload),
        TextCount.of(payload),
        VariantWarnings.of(variant, account, payload, clock.now()),
        variant.dueAt(),
        Window.of(variant.window(), source.postOf(variant).notAfter()),
        variant.scheduleReason(),
        variant.blockedReason(),
        variant.rejectedReason(),
        variant.failureReason(),
        NextStep.of(facts),
        variant.remoteUrl(),
        variant.remoteId(),
        variant.publishedAt(),
        variant.alteredText(),
        source.attemptsOf(variant).stream().map(VariantView::attempt).toList(),
        followUps(variant, payload, source),
        variant.createdAt(),
        variant.updatedAt(),
        actions.in(variant.state(), asked));
  }

  private static VariantFacts facts(
      VariantRow variant,
      TalentRow talent,
      AccountRow account,
      boolean asked,
      @Nullable String hold) {
    return new VariantFacts(
        variant.state(),
        account.platform().displayName(),
        talent.displayName(),
        talent.ownerUserId() != null,
        asked,
        variant.decidedBy(),
        variant.dueAt(),
        variant.publishedAt(),
        hold,
        new VariantFacts.Reasons(
            variant.blockedReason(),
            variant.rejectedReason(),
            variant.failureReason(),
            variant.cancelledReason()),
        new LocalTimes(ZoneId.of(talent.timeZone())));
  }

  private List<FollowUpPart> followUps(VariantRow variant, Payload payload, VariantSource source) {
    var parts = FollowUp.of(payload);
    var consents = source.ruleOf(variant).forUser(caller.userId()).allowed();
    var actions = new FollowUpActions(caller.role(), consents);
    var account = source.accountOf(variant);
    return source.followUpsOf(variant).stream()
        .map(
            row -> {
              var doubt = source.doubtOf(row);
              var possible = actions.in(row.state(), Asked.about(account, doubt));
              return followUp(row, parts.get(row.position() - 1), doubt, possible);
            })
        .toList();
  }

  private static FollowUpPart followUp(
      FollowUpRow row,
      FollowUp part,
      @Nullable FollowUpAttemptRow doubt,
      List<FollowUpAction> actions) {
    return new FollowUpPart(
        row.position(),
        row.kind().wireName(),
        part.words(),
        part.text(),
        row.state().wireName(),
        row.state().sentence(),
        row.version(),
        row.reason(),
        row.remoteUrl(),
        row.alteredText(),
        row.doneAt(),
        doubt == null ? null : Doubt.of(doubt.askedAt(), doubt.askedWhy(), doubt.candidates()),
        actions);
  }

  private static PostRef post(PostRow post) {
    var series = post.seriesId();
    return new PostRef(
        post.id(),
        post.title(),
        post.idea(),
        post.origin().wireName(),
        post.requestName(),
        series == null ? null : new SeriesRef(series, String.valueOf(post.seriesName())),
        post.createdAt());
  }

  private static Attempt attempt(AttemptRow attempt) {
    return new Attempt(
        attempt.number(),
        attempt.startedAt(),
        attempt.finishedAt(),
        attempt.outcome(),
        attempt.detail(),
        attempt.inDoubt()
            ? Doubt.of(attempt.askedAt(), attempt.askedWhy(), attempt.candidates())
            : null);
  }
}
