package social.greenroom.store.account;

/** What came of declaring an account. */
public sealed interface AccountUpsert {
  /** It stands as declared. */
  record Stored(AccountRow account) implements AccountUpsert {}

  /** Another account of the tenant is that one at the network already. */
  record RemoteIdTaken(AccountRow by) implements AccountUpsert {}

  /** The account keeps what it was made with; the sentence says which field and what to do. */
  record Fixed(AccountRow account, String field, String sentence) implements AccountUpsert {}
}
