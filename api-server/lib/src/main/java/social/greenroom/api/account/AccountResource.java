package social.greenroom.api.account;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.list.PageRequest;
import social.greenroom.api.list.WholeList;
import social.greenroom.api.time.ApiClock;

/** The accounts posts go out through. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
  private final ApiDatabases databases;
  private final CurrentCaller current;
  private final ApiClock clock;

  AccountResource(ApiDatabases databases, CurrentCaller current, ApiClock clock) {
    this.databases = databases;
    this.current = current;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "accounts", summary = "List accounts by network and handle")
  public AccountPage list(
      @QueryParam("talent") @Nullable UUID talent, @BeanParam @Valid PageRequest page) {
    var caller = current.get();
    var of = caller.narrowedTo(talent);
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session -> {
              var part = WholeList.of(session.accounts().list(of)).part(page);
              return new AccountPage(
                  new AccountView(session, clock.now()).of(part.items()), part.nextCursor());
            });
  }
}
