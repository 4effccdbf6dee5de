package social.greenroom.store.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an account keeps for ever; the database refuses the change too. */
final class FixedFields {
  private static final Pattern AUTHORITY = Pattern.compile("^[A-Za-z]+://([^/?#]+)");
  private static final Pattern NO_HOST = Pattern.compile("^.*@|:[0-9]*$");

  private FixedFields() {}

  static Optional<AccountUpsert> conflict(AccountRow account, AccountSpec spec) {
    if (account.channel() != spec.channel()) {
      return refuse(account, "channel", account.channel().wireName());
    }
    if (account.platform() != spec.platform()) {
      return refuse(account, "platform", account.platform().wireName());
    }
    if (!account.talentId().equals(spec.talentId())) {
      return refuse(account, "talentRef", "the talent it was made for");
    }
    var remoteId = account.remoteId();
    if (remoteId != null && spec.remoteId() != null && !remoteId.equals(spec.remoteId())) {
      return refuse(account, "remoteId", remoteId);
    }
    var host = host(account.endpoint());
    var declared = host(spec.endpoint());
    // An id is its instance's own: elsewhere it is somebody else, who may not get this one's token.
    if (remoteId != null && host != null && declared != null && !host.equals(declared)) {
      return refuse(account, "endpoint", host);
    }
    return Optional.empty();
  }

  /** As the database looks for it: what stands before an @ is no host, and the port is none. */
  private static @Nullable String host(@Nullable String endpoint) {
    if (endpoint == null) {
      return null;
    }
    var matcher = AUTHORITY.matcher(endpoint);
    return matcher.find()
        ? NO_HOST.matcher(matcher.group(1)).replaceAll("").toLowerCase(Locale.ROOT)
        : null;
  }

  private static Optional<AccountUpsert> refuse(AccountRow account, String field, String value) {
    return Optional.of(
        new AccountUpsert.Fixed(
            account,
            field,
            "Account %s keeps its %s (%s) for ever; make a new account for another."
                .formatted(account.name(), field, value)));
  }
}
