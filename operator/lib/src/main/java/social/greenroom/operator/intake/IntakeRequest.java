package social.greenroom.operator.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.Attachment;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.crds.request.RequestSource;
import social.greenroom.crds.request.ScheduleHint;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.request.IntakeRow;
import social.greenroom.store.talent.TalentRow;

/**
 * What an intake row becomes.
 *
 * @param refusal a sentence for who asked, when it can't become a request
 */
record IntakeRequest(@Nullable PostRequestSpec spec, @Nullable String refusal) {
  private static final int PROMPT_MAX = 8000;

  /**
   * @param accounts those the row names
   */
  static IntakeRequest of(
      IntakeRow intake, @Nullable TalentRow talent, List<AccountRow> accounts, int ttlSeconds) {
    var asked = intake.spec();
    if (talent == null || talent.removedAt() != null) {
      return refused("The talent was removed since; nothing can be posted in their name.");
    }
    var gone =
        accounts.size() < asked.accountIds().size()
            || accounts.stream().anyMatch(account -> account.removedAt() != null);
    if (gone) {
      return refused("An account that was chosen was removed since; ask again without it.");
    }
    if (asked.text().isBlank()) {
      return refused("The text is missing: say what the post is about.");
    }
    if (asked.text().length() > PROMPT_MAX) {
      return refused(
          "The text has %,d characters; %,d are the most."
              .formatted(asked.text().length(), PROMPT_MAX));
    }
    return new IntakeRequest(
        new PostRequestSpec(
            new ResourceRef(talent.name()),
            source(intake),
            asked.text(),
            accounts.stream().map(account -> new ResourceRef(account.name())).toList(),
            List.of(),
            asked.link(),
            asked.publishAt() == null ? null : new ScheduleHint(asked.publishAt(), null, null),
            asked.attachments().stream().map(IntakeRequest::attachment).toList(),
            ttlSeconds),
        null);
  }

  private static IntakeRequest refused(String sentence) {
    return new IntakeRequest(null, sentence);
  }

  private static RequestSource source(IntakeRow intake) {
    return RequestSource.valueOf(intake.source().name());
  }

  private static Attachment attachment(social.greenroom.store.request.Attachment file) {
    return new Attachment(
        file.uri(), file.sha256(), file.mediaType(), file.bytes(), file.altText());
  }
}
