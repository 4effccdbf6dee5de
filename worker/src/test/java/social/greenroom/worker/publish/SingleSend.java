package social.greenroom.worker.publish;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import social.greenroom.core.media.MediaStore;
import social.greenroom.media.store.FileMediaStore;
import social.greenroom.store.database.Database;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Claim;
import social.greenroom.store.vault.DataKey;
import social.greenroom.trace.Tracing;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.JobDatabase;
import social.greenroom.worker.job.UsageException;
import social.greenroom.worker.limit.NetworkLimits;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.FakeNetwork;

/** One send taken apart, so that a test can act between its steps. */
final class SingleSend implements AutoCloseable {
  private final Database database;
  private final SendLedger ledger;
  private final Heartbeats heartbeats;
  private final PublishVariant publish;
  private final UUID dispatch;

  SingleSend(Agency agency, FakeNetwork network, UUID dispatch) throws Exception {
    this(agency, network, dispatch, new FileMediaStore(Path.of(folder(agency))));
  }

  SingleSend(Agency agency, FakeNetwork network, UUID dispatch, MediaStore media) throws Exception {
    var environment = new Environment(agency.environment());
    this.dispatch = dispatch;
    this.database = JobDatabase.open(environment, 2);
    var reach =
        new AccountReach(agency.id(), DataKey.decode(environment.required("GREENROOM_DATA_KEY")));
    var seal = new MediaSeal(media, agency.id());
    this.ledger =
        new SendLedger(
            database.tenants(),
            reach,
            seal,
            new NetworkLimits(network::told),
            InstantSource.system());
    this.heartbeats = new Heartbeats(PublishSettings.DEFAULT.heartbeat());
    this.publish =
        new PublishVariant(
            ledger,
            network,
            heartbeats,
            PublishSettings.DEFAULT,
            InstantSource.system(),
            Tracing.off());
  }

  private static String folder(Agency agency) throws UsageException {
    return new Environment(agency.environment()).required("GREENROOM_MEDIA_DIR");
  }

  Claim claim() {
    return database
        .tenants()
        .in(
            database.tenants().own(),
            session -> session.claims().claim("single", dispatch, 1).get(0));
  }

  Sending begin(Claim claim) {
    return ledger.begin(claim).orElseThrow();
  }

  void send(Claim claim) throws InterruptedException {
    publish.run(claim);
  }

  void send(VariantRow claimed) throws InterruptedException {
    publish.run(new Claim(claimed, claimed.claimFence(), claimed.claimedBy(), dispatch));
  }

  @Override
  public void close() {
    heartbeats.close();
    database.close();
  }
}
