package social.greenroom.store.migration;

import org.jspecify.annotations.Nullable;

/**
 * The passwords of the roles that log in.
 *
 * @param pool of the pool's login; null where no pool runs, and then nobody gets in by it
 */
public record RolePasswords(
    String owner, String app, String lookup, String provisioner, @Nullable String pool) {
  @Override
  public String toString() {
    return "RolePasswords";
  }
}
