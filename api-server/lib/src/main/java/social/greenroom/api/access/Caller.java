package social.greenroom.api.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.access.Permission;
import social.greenroom.core.access.Role;
import social.greenroom.core.access.SessionToken;
import social.greenroom.store.access.SessionRow;

/**
 * The signed-in person behind a request.
 *
 * @param talentId the one talent this person sees, or null where they see every talent
 */
public record Caller(
    UUID userId,
    String email,
    String displayName,
    UUID tenantId,
    Role role,
    @Nullable UUID talentId,
    SessionToken token) {
  public Caller {
    if (role.boundToTalent() && talentId == null) {
      throw new IllegalArgumentException(
          "A membership as %s names the talent.".formatted(role.wireName()));
    }
    if (!role.boundToTalent() && talentId != null) {
      talentId = null;
    }
  }

  /** The person a stored session belongs to. */
  public static Caller of(SessionRow session, SessionToken token) {
    return new Caller(
        session.userId(),
        session.email(),
        session.displayName(),
        session.tenantId(),
        session.role(),
        session.talentId(),
        token);
  }

  public boolean may(Permission permission) {
    return role.may(permission);
  }

  /**
   * Ends the request if this person's role doesn't allow it.
   *
   * @throws ProblemException 403 with a sentence
   */
  public void require(Permission permission) {
    if (!may(permission)) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN,
          "Your role here (%s) doesn't let you %s. Ask your agency's owner or an admin."
              .formatted(role.wireName(), permission.words()));
    }
  }

  public boolean sees(UUID talent) {
    return talentId == null || talentId.equals(talent);
  }

  /**
   * The talent to narrow a list to: the one asked for, or the only one this person sees.
   *
   * @throws ProblemException 404 when another's talent is asked for
   */
  public @Nullable UUID narrowedTo(@Nullable UUID asked) {
    if (asked != null && !sees(asked)) {
      throw ProblemException.notFound("talent");
    }
    return asked == null ? talentId : asked;
  }
}
