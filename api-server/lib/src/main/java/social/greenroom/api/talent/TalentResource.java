package social.greenroom.api.talent;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.list.PageRequest;
import social.greenroom.api.list.WholeList;
import social.greenroom.api.problem.ProblemException;

/** The talents a person may see. */
@Path("/talents")
@Produces(MediaType.APPLICATION_JSON)
public class TalentResource {
  private final ApiDatabases databases;
  private final CurrentCaller current;

  TalentResource(ApiDatabases databases, CurrentCaller current) {
    this.databases = databases;
    this.current = current;
  }

  @GET
  @Operation(operationId = "talents", summary = "List talents by name")
  public TalentPage list(@BeanParam @Valid PageRequest page) {
    var caller = current.get();
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session -> {
              var rows =
                  session.talents().list().stream().filter(row -> caller.sees(row.id())).toList();
              var part = WholeList.of(rows).part(page);
              return new TalentPage(new TalentView(session).of(part.items()), part.nextCursor());
            });
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "talent", summary = "Show one talent, with their profile")
  public TalentDetail get(@PathParam("id") UUID id) {
    var caller = current.get();
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session ->
                session
                    .talents()
                    .find(id)
                    .filter(row -> row.removedAt() == null && caller.sees(row.id()))
                    .map(new TalentView(session)::detail)
                    .orElseThrow(() -> ProblemException.notFound("talent")));
  }
}
