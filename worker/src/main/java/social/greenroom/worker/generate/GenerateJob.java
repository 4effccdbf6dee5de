package social.greenroom.worker.generate;

import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import social.greenroom.agents.router.ModelRouter;
import social.greenroom.agents.router.ModelRouterConfig;
import social.greenroom.agents.router.Models;
import social.greenroom.agents.router.Shape;
import social.greenroom.core.egress.GuardedHttpClient;
import social.greenroom.core.usage.UsageLog;
import social.greenroom.trace.Fact;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.job.JobDatabase;
import social.greenroom.worker.job.JobEgress;
import social.greenroom.worker.job.JobMedia;
import social.greenroom.worker.job.JobTrace;
import social.greenroom.worker.job.UsageException;
import social.greenroom.worker.log.LogField;

/** The Job {@code generate}: puts the drafting of a request together from the environment. */
public final class GenerateJob {
  private GenerateJob() {}

  /** Drafts the request. */
  public static ExitCode run(UUID requestId, Environment environment)
      throws UsageException, InterruptedException {
    var worker = environment.optional("GREENROOM_WORKER_ID").orElse("generate-" + requestId);
    var config = router(environment);
    var client = GuardedHttpClient.shared(JobEgress.policy(environment));
    try (var trace = JobTrace.open("generate", environment);
        var media = JobMedia.open(environment);
        var database = JobDatabase.open(environment, 2)) {
      var tenants = database.tenants();
      LogField.TENANT.put(tenants.own());
      trace.span().tell(Fact.TENANT, tenants.own()).tell(Fact.REQUEST, requestId);
      UsageLog usage =
          used -> tenants.run(tenants.own(), session -> session.usage().record(used, requestId));
      var writing = new Writing(new ModelRouter(config, usage));
      var attachments = new Attachments(media.store(), client, tenants.own());
      var code =
          new GenerateRequest(tenants, attachments, writing, InstantSource.system(), worker)
              .run(requestId);
      trace.span().tell(Fact.OUTCOME, code.word());
      return code;
    }
  }

  private static ModelRouterConfig router(Environment environment) throws UsageException {
    try {
      return new ModelRouterConfig(
          URI.create(environment.required("GREENROOM_MODEL_URL")),
          environment.required("GREENROOM_MODEL_KEY"),
          Shape.of(environment.optional("GREENROOM_MODEL_SHAPE").orElse("openai")),
          models(environment),
          ModelRouterConfig.DEFAULT_TIMEOUT,
          ModelRouterConfig.DEFAULT_RETRIES);
    } catch (IllegalArgumentException e) {
      throw new UsageException("GREENROOM_MODEL_…: " + e.getMessage());
    }
  }

  private static Models models(Environment environment) {
    var defaults = Models.DEFAULTS;
    return Models.of(
        environment.optional("GREENROOM_MODEL_PERSONA").orElse(defaults.persona().written()),
        environment.optional("GREENROOM_MODEL_CONTENT").orElse(defaults.content().written()),
        environment.optional("GREENROOM_MODEL_MODERATION").orElse(defaults.moderation().written()));
  }
}
