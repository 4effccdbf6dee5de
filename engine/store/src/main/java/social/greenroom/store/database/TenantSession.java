package social.greenroom.store.database;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import social.greenroom.store.account.AccountRepository;
import social.greenroom.store.account.CheckRepository;
import social.greenroom.store.account.McpServerRepository;
import social.greenroom.store.approval.ApprovalRepository;
import social.greenroom.store.audit.AuditRepository;
import social.greenroom.store.follow.FollowUpClaims;
import social.greenroom.store.follow.FollowUpDesk;
import social.greenroom.store.follow.FollowUpLedger;
import social.greenroom.store.follow.FollowUpRepository;
import social.greenroom.store.follow.FollowUpSettlements;
import social.greenroom.store.limit.LimitRepository;
import social.greenroom.store.media.MediaRepository;
import social.greenroom.store.overview.OverviewRepository;
import social.greenroom.store.post.Addressing;
import social.greenroom.store.post.Cancelling;
import social.greenroom.store.post.PostRepository;
import social.greenroom.store.post.RepeatRepository;
import social.greenroom.store.post.VariantDesk;
import social.greenroom.store.post.VariantRepository;
import social.greenroom.store.publish.AttemptRepository;
import social.greenroom.store.publish.ClaimRepository;
import social.greenroom.store.publish.DispatchRepository;
import social.greenroom.store.publish.MissedPosts;
import social.greenroom.store.publish.Planning;
import social.greenroom.store.publish.SenderEnds;
import social.greenroom.store.publish.Settlements;
import social.greenroom.store.request.IntakeRepository;
import social.greenroom.store.request.RequestRepository;
import social.greenroom.store.series.AskedRepository;
import social.greenroom.store.series.OccurrenceRepository;
import social.greenroom.store.series.SeriesRepository;
import social.greenroom.store.stop.RevocationRepository;
import social.greenroom.store.stop.StopRepository;
import social.greenroom.store.talent.OwnCapRepository;
import social.greenroom.store.talent.StandingApprovalRepository;
import social.greenroom.store.talent.TalentRepository;
import social.greenroom.store.tenant.MemberRepository;
import social.greenroom.store.tenant.TenantRepository;
import social.greenroom.store.trace.TraceRepository;
import social.greenroom.store.usage.UsageRepository;
import social.greenroom.store.vault.CredentialRepository;
import social.greenroom.store.vault.TenantKeyRepository;

/** One tenant's rows within one transaction. Not to be kept beyond it. */
public final class TenantSession {
  private final UUID tenantId;
  private final Handle handle;

  TenantSession(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Rows that others hold are waited for so long, until the transaction ends. */
  void waitAtMost(Duration longest) {
    handle
        .createQuery("select set_config('lock_timeout', :millis, true)")
        .bind("millis", Long.toString(longest.toMillis()))
        .mapTo(String.class)
        .one();
  }

  /** Has the commit waited for, in a transaction that began as one of derived writes. */
  public void waitForDisk() {
    handle.execute("set local synchronous_commit to default");
  }

  /** The time at this moment by the database's clock, which all senders share. */
  public Instant now() {
    return handle.createQuery("select clock_timestamp()").mapTo(Instant.class).one();
  }

  public UUID tenantId() {
    return tenantId;
  }

  public TenantRepository tenant() {
    return new TenantRepository(tenantId, handle);
  }

  public MemberRepository members() {
    return new MemberRepository(tenantId, handle);
  }

  public TalentRepository talents() {
    return new TalentRepository(tenantId, handle);
  }

  public StandingApprovalRepository standingApprovals() {
    return new StandingApprovalRepository(tenantId, handle);
  }

  /** What talents set themselves, as ceilings over what is declared. */
  public OwnCapRepository ownCaps() {
    return new OwnCapRepository(tenantId, handle);
  }

  public AccountRepository accounts() {
    return new AccountRepository(tenantId, handle);
  }

  public CheckRepository checks() {
    return new CheckRepository(tenantId, handle);
  }

  public McpServerRepository mcpServers() {
    return new McpServerRepository(tenantId, handle);
  }

  public RequestRepository requests() {
    return new RequestRepository(tenantId, handle);
  }

  public IntakeRepository intake() {
    return new IntakeRepository(tenantId, handle);
  }

  public SeriesRepository series() {
    return new SeriesRepository(tenantId, handle);
  }

  /** What people asked for as series. */
  public AskedRepository askedSeries() {
    return new AskedRepository(tenantId, handle);
  }

  /** The times of series. */
  public OccurrenceRepository occurrences() {
    return new OccurrenceRepository(tenantId, handle);
  }

  public PostRepository posts() {
    return new PostRepository(tenantId, handle);
  }

  public VariantRepository variants() {
    return new VariantRepository(tenantId, handle);
  }

  /** What people change about variants. */
  public VariantDesk desk() {
    return new VariantDesk(tenantId, handle);
  }

  public ApprovalRepository approvals() {
    return new ApprovalRepository(tenantId, handle);
  }

  public MediaRepository media() {
    return new MediaRepository(tenantId, handle);
  }

  public Planning planning() {
    return new Planning(tenantId, handle);
  }

  public DispatchRepository dispatches() {
    return new DispatchRepository(tenantId, handle);
  }

  public ClaimRepository claims() {
    return new ClaimRepository(tenantId, handle);
  }

  /** Which senders are proven dead. */
  public SenderEnds senderEnds() {
    return new SenderEnds(tenantId, handle);
  }

  public AttemptRepository attempts() {
    return new AttemptRepository(tenantId, handle);
  }

  public Addressing addressing() {
    return new Addressing(tenantId, handle);
  }

  public Cancelling cancelling() {
    return new Cancelling(tenantId, handle);
  }

  public MissedPosts missed() {
    return new MissedPosts(tenantId, handle);
  }

  public Settlements settlements() {
    return new Settlements(tenantId, handle);
  }

  public FollowUpRepository followUps() {
    return new FollowUpRepository(tenantId, handle);
  }

  public FollowUpClaims followUpClaims() {
    return new FollowUpClaims(tenantId, handle);
  }

  public FollowUpLedger followUpLedger() {
    return new FollowUpLedger(tenantId, handle);
  }

  public FollowUpSettlements followUpSettlements() {
    return new FollowUpSettlements(tenantId, handle);
  }

  /** What people decide about what follows a post. */
  public FollowUpDesk followUpDesk() {
    return new FollowUpDesk(tenantId, handle);
  }

  public CredentialRepository credentials() {
    return new CredentialRepository(tenantId, handle);
  }

  public TenantKeyRepository keys() {
    return new TenantKeyRepository(tenantId, handle);
  }

  public StopRepository stops() {
    return new StopRepository(tenantId, handle);
  }

  /** Which traces requests and posts belong to. */
  public TraceRepository traces() {
    return new TraceRepository(tenantId, handle);
  }

  /** What networks allow, and whether they answer. */
  public LimitRepository limits() {
    return new LimitRepository(tenantId, handle);
  }

  /** The accesses that panics give back. */
  public RevocationRepository revocations() {
    return new RevocationRepository(tenantId, handle);
  }

  /** What an account said already, or is about to say. */
  public RepeatRepository repeats() {
    return new RepeatRepository(tenantId, handle);
  }

  public UsageRepository usage() {
    return new UsageRepository(tenantId, handle);
  }

  public AuditRepository audit() {
    return new AuditRepository(tenantId, handle);
  }

  public OverviewRepository overview() {
    return new OverviewRepository(tenantId, handle);
  }
}
