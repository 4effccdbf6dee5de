package social.greenroom.store.migration;

/** The passwords of the roles that log in. */
public record RolePasswords(String owner, String app, String lookup, String provisioner) {
  @Override
  public String toString() {
    return "RolePasswords";
  }
}
