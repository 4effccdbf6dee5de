package social.greenroom.core.access;

import static social.greenroom.core.access.Permission.APPROVE;
import static social.greenroom.core.access.Permission.CANCEL;
import static social.greenroom.core.access.Permission.EDIT;
import static social.greenroom.core.access.Permission.REJECT;
import static social.greenroom.core.access.Permission.REQUEST;
import static social.greenroom.core.access.Permission.RESCHEDULE;
import static social.greenroom.core.access.Permission.RETRY;
import static social.greenroom.core.access.Permission.SETTLE;
import static social.greenroom.core.access.Permission.STOP;
import static social.greenroom.core.access.Permission.VIEW;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * What a person is in a tenant, and the one table of what each role may do. {@link
 * Permission#APPROVE} alone isn't enough to approve: the person must also own the talent.
 */
public enum Role {
  /** Owns the agency's tenant. */
  OWNER(Reach.EVERY_TALENT, Work.WITH_POSTS),
  ADMIN(Reach.EVERY_TALENT, Work.WITH_POSTS),
  EDITOR(Reach.EVERY_TALENT, Work.WITH_POSTS),
  /** Sees, and changes nothing. */
  VIEWER(Reach.EVERY_TALENT, Set.of(VIEW)),
  /** One talent, in the portal. */
  TALENT(Reach.ONE_TALENT, Work.WITH_POSTS),
  /** A talent's customer: comments and approves only. */
  CLIENT(Reach.ONE_TALENT, Set.of(VIEW, APPROVE, REJECT));

  private final Reach reach;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of makes an immutable one
  private final Set<Permission> permissions;

  Role(Reach reach, Set<Permission> permissions) {
    this.reach = reach;
    this.permissions = permissions;
  }

  /**
   * What comes with a part in the work; apart from the roles, which are made before their own
   * constants.
   */
  private static final class Work {
    static final Set<Permission> WITH_POSTS =
        Set.of(VIEW, APPROVE, EDIT, REJECT, RESCHEDULE, CANCEL, RETRY, SETTLE, REQUEST, STOP);
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /** True where a person of this role sees the one talent of their membership and no other. */
  public boolean boundToTalent() {
    return reach == Reach.ONE_TALENT;
  }

  /** The name in the database and the API, for example {@code editor}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of that wire name.
   *
   * @throws IllegalArgumentException naming the known roles, if there is none
   */
  public static Role of(String wireName) {
    for (var role : values()) {
      if (role.wireName().equals(wireName)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "Role '%s' isn't known; use one of %s."
            .formatted(
                wireName, String.join(", ", Arrays.stream(values()).map(Role::wireName).toList())));
  }

  private enum Reach {
    EVERY_TALENT,
    ONE_TALENT
  }
}
