package social.greenroom.api.variant;

import jakarta.inject.Singleton;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.api.time.ApiClock;
import social.greenroom.core.access.Permission;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantRow;

/** Changing what goes out. An approval it had is void then, and its owner is asked again. */
@Singleton
final class Editing {
  private final ApiClock clock;
  private final Moving moving;

  Editing(ApiClock clock, Moving moving) {
    this.clock = clock;
    this.moving = moving;
  }

  VariantRow edit(OpenVariant open, VariantEdit edit) {
    open.caller().require(Permission.EDIT);
    open.requireVersion(edit.version());
    if (open.row().state() == VariantState.DRAFT) {
      throw ProblemException.of(
          ProblemKind.CONFLICT, "It is still being written; change it once it is ready.");
    }
    var before = open.row().content();
    var after = EditedPayload.of(before, edit);
    var edited = open.row();
    if (!CanonicalPayload.write(after).equals(open.row().payload())) {
      VariantPolicy.read(open.session(), open.row(), clock).requireContent(after);
      edited =
          OpenVariant.made(
              open.session()
                  .desk()
                  .edit(
                      open.row().id(),
                      open.row().version(),
                      CanonicalPayload.write(after),
                      open.caller().displayName()));
      AuditTrail.of(open.session(), open.caller())
          .variant(
              "variant.edited",
              "%s changed %s.".formatted(open.caller().displayName(), open.named()),
              open.row(),
              edited);
    }
    var publishAt = edit.publishAt();
    return publishAt == null || publishAt.equals(edited.publishAt())
        ? edited
        : moving.move(open.now(edited), new PublishTime(publishAt.toString()));
  }
}
