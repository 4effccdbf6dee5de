package social.greenroom.store.provision;

/** A tenant's login, for the Secret its Jobs read. */
public record TenantCredentials(String user, String password) {
  @Override
  public String toString() {
    return "TenantCredentials[%s]".formatted(user);
  }
}
