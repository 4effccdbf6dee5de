package social.greenroom.store.account;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.WeeklySlot;

/**
 * What an Account resource declares.
 *
 * @param name the resource's name
 * @param remoteId the account's id at the network, where it is declared; else the worker finds it
 * @param endpoint the instance's address, for channel api
 * @param posting what it declares about posting beyond slots, cap and cooldown
 */
public record AccountSpec(
    UUID talentId,
    String name,
    Platform platform,
    Channel channel,
    String handle,
    String displayName,
    @Nullable String remoteId,
    @Nullable String endpoint,
    List<WeeklySlot> slots,
    @Nullable Integer dailyCap,
    @Nullable Integer cooldownMinutes,
    PostingDeclaration posting,
    StopPolicy stopPolicy,
    Map<String, String> options) {
  /** One that says nothing more about posting. */
  public AccountSpec(
      UUID talentId,
      String name,
      Platform platform,
      Channel channel,
      String handle,
      String displayName,
      @Nullable String remoteId,
      @Nullable String endpoint,
      List<WeeklySlot> slots,
      @Nullable Integer dailyCap,
      @Nullable Integer cooldownMinutes,
      StopPolicy stopPolicy,
      Map<String, String> options) {
    this(
        talentId,
        name,
        platform,
        channel,
        handle,
        displayName,
        remoteId,
        endpoint,
        slots,
        dailyCap,
        cooldownMinutes,
        PostingDeclaration.SILENT,
        stopPolicy,
        options);
  }
}
