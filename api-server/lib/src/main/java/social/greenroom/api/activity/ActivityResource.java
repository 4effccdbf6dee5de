package social.greenroom.api.activity;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.list.PageRequest;
import social.greenroom.api.talent.TalentRef;
import social.greenroom.store.audit.AuditRow;
import social.greenroom.store.talent.TalentRow;

/** Who did what. */
@Path("/activity")
@Produces(MediaType.APPLICATION_JSON)
public class ActivityResource {
  private final ApiDatabases databases;
  private final CurrentCaller current;

  ActivityResource(ApiDatabases databases, CurrentCaller current) {
    this.databases = databases;
    this.current = current;
  }

  @GET
  @Operation(operationId = "activity", summary = "List what was done, newest first")
  public ActivityPage list(
      @QueryParam("talent") @Nullable UUID talent, @BeanParam @Valid PageRequest page) {
    var caller = current.get();
    var of = caller.narrowedTo(talent);
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session -> {
              var rows = session.audit().list(of, null, page.knownCursor(), page.limit());
              var talents =
                  session.talents().all().stream()
                      .collect(Collectors.toMap(TalentRow::id, Function.identity()));
              return new ActivityPage(
                  rows.items().stream().map(row -> show(row, talents)).toList(), rows.nextCursor());
            });
  }

  private static Activity show(AuditRow row, Map<UUID, TalentRow> talents) {
    var talent = row.talentId() == null ? null : talents.get(row.talentId());
    return new Activity(
        row.id(),
        row.at(),
        new Actor(row.actorKind().wireName(), row.actorName()),
        row.act(),
        row.sentence(),
        new Subject(row.subjectKind(), row.subjectId().toString()),
        talent == null ? null : TalentRef.of(talent));
  }
}
