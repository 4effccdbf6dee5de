package social.greenroom.store.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.store.vault.SealedSecret;

/**
 * What an McpServer resource declares.
 *
 * @param shared true when it lives in the operator's namespace and serves every tenant
 * @param platforms wire names of the platforms it serves
 * @param secret its secret sealed by the tenant's vault for the subject named by {@link
 *     McpServerRepository#secretSubject}; null where it takes none
 */
public record McpServerSpec(
    String name,
    boolean shared,
    String url,
    String transport,
    List<String> platforms,
    ToolMapping tools,
    @Nullable SealedSecret secret) {}
