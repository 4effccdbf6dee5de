package social.greenroom.channels.mcp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import java.net.URI;
import java.time.Clock;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.core.egress.GuardedHttpClient;
import social.greenroom.core.limit.RateLog;

/** Opens sessions with the MCP servers through which accounts are reached. */
public final class McpConnector {
  private static final Implementation US = Implementation.builder("greenroom", "1").build();

  private final GuardedHttpClient shared;
  private final ChannelSettings settings;
  private final Clock clock;
  private final RateLog rates;

  public McpConnector(
      GuardedHttpClient shared, ChannelSettings settings, Clock clock, RateLog rates) {
    this.shared = shared;
    this.settings = settings;
    this.clock = clock;
    this.rates = rates;
  }

  /**
   * Opens a session for the account, at its endpoint, with its key.
   *
   * @param usual the network's usual tools, where the account's server says nothing else
   */
  public McpSession open(AccountAccess account, ToolMapping usual) throws NetworkFailure {
    var address = address(account);
    var observation = new Observation();
    var transport =
        HttpClientStreamableHttpTransport.builder(origin(address))
            .endpoint(path(address))
            .clientBuilder(new ReadyClient(new ObservedClient(shared, observation)))
            .resumableStreams(false)
            .openConnectionOnStartup(false)
            .addHttpRequestCustomizer(
                (request, method, uri, body, context) ->
                    request.header("x-api-key", account.secret()).timeout(settings.call()))
            .build();
    var client =
        McpClient.sync(transport)
            .clientInfo(US)
            .requestTimeout(settings.call())
            .initializationTimeout(settings.call())
            .build();
    var whom = account.platform().displayName() + "'s MCP server";
    var session =
        new McpSession(
            client,
            observation,
            new ToolNames(account.tools(), usual),
            new McpTrouble(whom, account.secret()),
            clock,
            told -> rates.told(account.accountId(), told));
    try {
      session.initialize();
      return session;
    } catch (NetworkFailure e) {
      session.close();
      throw e;
    }
  }

  private static URI address(AccountAccess account) throws NetworkFailure {
    try {
      var address = URI.create(account.endpoint());
      if (address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Told below, together with an address that can be read but not called.
    }
    throw NetworkFailure.refused(
        "The address of %s's MCP server isn't one that can be called; mend it in the McpServer."
            .formatted(account.platform().displayName()));
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  private static String path(URI address) {
    var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
  }
}
