package social.greenroom.operator.request;

import java.util.Objects;
import java.util.Optional;
import social.greenroom.crds.request.Attachment;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.crds.request.RequestSource;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.request.IntakeRow;
import social.greenroom.store.series.OccurrenceState;

/**
 * Whether a request comes from where it says: a talent's owner may have said yes to a source ahead,
 * so nobody may claim one by hand. What people ask for in the portal, by mail or over REST was
 * taken in before; a series wrote its time down before; and a persona asks itself.
 */
final class ClaimedSource {
  private ClaimedSource() {}

  /** Why the request isn't taken; empty where nothing speaks against its source. */
  static Optional<RequestVerdict> problem(TenantSession session, PostRequest request) {
    var spec = request.getSpec();
    var name = request.getMetadata().getName();
    var source = spec.source() == null ? RequestSource.GITOPS : spec.source();
    return switch (source) {
      case GITOPS -> Optional.empty();
      case PORTAL, MAIL, REST -> ofPeople(session, spec, name, source);
      case PERSONA -> ofPersona(spec);
      case RECURRENCE, EVERGREEN -> ofSeries(session, name, source);
    };
  }

  private static Optional<RequestVerdict> ofPeople(
      TenantSession session, PostRequestSpec spec, String name, RequestSource source) {
    var takenIn = session.intake().named(name).filter(intake -> asks(intake, spec, source));
    return takenIn.isPresent()
        ? Optional.empty()
        : Optional.of(
            RequestVerdict.refused(
                "NotTakenIn",
                "source: %s is for what was asked that way, word for word; make a new request without source."
                    .formatted(source.wireName())));
  }

  private static boolean asks(IntakeRow intake, PostRequestSpec spec, RequestSource source) {
    var asked = intake.spec();
    return intake.source().wireName().equals(source.wireName())
        && asked.text().equals(spec.prompt())
        && Objects.equals(asked.link(), spec.link())
        && asked.attachments().stream()
            .map(social.greenroom.store.request.Attachment::uri)
            .toList()
            .equals(spec.attachments().stream().map(Attachment::uri).toList());
  }

  private static Optional<RequestVerdict> ofPersona(PostRequestSpec spec) {
    var told = spec.prompt() != null || spec.link() != null || !spec.attachments().isEmpty();
    return told
        ? Optional.of(
            RequestVerdict.refused(
                "NotThePersonas",
                "source: persona is for what the persona thinks of by itself, without prompt, link and attachments; make"
                    + " a new request without source."))
        : Optional.empty();
  }

  /** One whose time was dropped meanwhile isn't drafted any more. */
  private static Optional<RequestVerdict> ofSeries(
      TenantSession session, String name, RequestSource source) {
    var occurrence = session.occurrences().ofRequest(name);
    if (occurrence.isEmpty()) {
      return Optional.of(
          RequestVerdict.refused(
              "NotOfASeries",
              "source: %s is for what a PostSeries makes; make a new request without source."
                  .formatted(source.wireName())));
    }
    return occurrence
        .filter(one -> one.state() == OccurrenceState.DROPPED)
        .map(one -> RequestVerdict.refused("Dropped", String.valueOf(one.message())));
  }
}
