package social.greenroom.operator.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;

/** Account rows for tests of decisions. */
public final class Accounts {
  private Accounts() {}

  /** An account of X, with that id at the network. */
  public static AccountRow x(String name, String remoteId) {
    return row(name, Platform.X, Channel.MCP, remoteId, AccountHealth.UNKNOWN);
  }

  public static AccountRow row(
      String name, Platform platform, Channel channel, String remoteId, AccountHealth health) {
    return new AccountRow(
        UUID.nameUUIDFromBytes(new byte[] {1}),
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        UUID.nameUUIDFromBytes(new byte[] {2}),
        name,
        platform,
        channel,
        name,
        name,
        remoteId,
        null,
        List.of(),
        null,
        null,
        PostingDeclaration.SILENT,
        StopPolicy.NONE,
        Map.of(),
        health,
        null,
        null,
        null,
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
