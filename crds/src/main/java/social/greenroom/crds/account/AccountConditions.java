package social.greenroom.crds.account;

/** The conditions of an account, beside the standard ones. */
public final class AccountConditions {
  private AccountConditions() {}

  /** True when the account's remote id is fixed and a credential lies in the vault. */
  public static final String CONNECTED = "Connected";

  /** True when the network answered the last call; unknown until there was one. */
  public static final String HEALTHY = "Healthy";
}
