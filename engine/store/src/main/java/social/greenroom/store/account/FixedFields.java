package social.greenroom.store.account;

import java.util.Optional;

/** What an account keeps for ever; the database refuses the change too. */
final class FixedFields {
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
    return Optional.empty();
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
