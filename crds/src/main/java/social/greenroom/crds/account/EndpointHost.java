package social.greenroom.crds.account;

/**
 * The rule that a connected account stays at its host, whatever the scheme, the port and the path.
 * It cuts the address by hand, since the API server can bound the cost of comparing what {@code
 * substring} returns, and not of what {@code url} does. The database has the last word on addresses
 * that are written strangely.
 */
final class EndpointHost {
  private static final String SELF = "(self.endpoint.lowerAscii() + '/')";
  private static final String OLD = "(oldSelf.endpoint.lowerAscii() + '/')";

  private static final String SELF_AUTHORITY =
      "("
          + SELF
          + ".substring("
          + SELF
          + ".indexOf('://') + 3, "
          + SELF
          + ".indexOf('/', 8)) + ':')";
  private static final String OLD_AUTHORITY =
      "(" + OLD + ".substring(" + OLD + ".indexOf('://') + 3, " + OLD + ".indexOf('/', 8)) + ':')";

  static final String UNCHANGED =
      "!has(oldSelf.remoteId) || !has(oldSelf.endpoint) || !has(self.endpoint) || "
          + (SELF_AUTHORITY + ".substring(0, " + SELF_AUTHORITY + ".indexOf(':')) == ")
          + (OLD_AUTHORITY + ".substring(0, " + OLD_AUTHORITY + ".indexOf(':'))");

  private EndpointHost() {}
}
