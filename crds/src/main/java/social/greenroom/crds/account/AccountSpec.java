package social.greenroom.crds.account;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SelectableField;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.StopPolicy;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.reference.SecretSource;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** Which account it is, how it is reached, and when it posts. */
@ApiObject
@ValidationRule(
    value = "!has(oldSelf.remoteId) || (has(self.remoteId) && self.remoteId == oldSelf.remoteId)",
    message =
        "remoteId is immutable once set: an account is its remote id; make a new Account for another one.")
@ValidationRule(
    value = EndpointHost.UNCHANGED,
    message =
        "endpoint stays at its host once remoteId is set: an id is its instance's own; make a new Account for another instance.")
@ValidationRule(
    value = "self.channel != 'mcp' || self.platform in ['linkedin', 'x']",
    message = "platform mastodon has its own API: use channel api.")
@ValidationRule(
    value = "self.channel != 'api' || self.platform == 'mastodon'",
    message = "platforms linkedin and x are reached through an MCP server: use channel mcp.")
@ValidationRule(
    value = "self.platform != 'mastodon' || has(self.endpoint)",
    message =
        "platform mastodon needs endpoint: the address of the instance, such as https://mastodon.social.")
@ValidationRule(
    value = "self.channel != 'mcp' || !has(self.endpoint)",
    message =
        "endpoint is for channel api: with channel mcp the address is in the McpServer that serves the platform.")
public record AccountSpec(
    @Required
        @ValidationRule(
            value = "self.name == oldSelf.name",
            message = "talentRef is immutable: an account belongs to one talent for ever.")
        @JsonPropertyDescription("The talent whose account it is. Immutable.")
        ResourceRef talentRef,
    @Required
        @SelectableField
        @ValidationRule(
            value = "self == oldSelf",
            message = "platform is immutable: make a new Account for another network.")
        @JsonPropertyDescription("The network. Immutable.")
        AccountPlatform platform,
    @Required
        @ValidationRule(
            value = "self == oldSelf",
            message =
                "channel is immutable: one account, one channel, for ever; make a new Account for another channel.")
        @ValidationRule(
            value = "!(self in ['device', 'browser'])",
            message = "channel device and channel browser are reserved for later: use mcp or api.")
        @JsonPropertyDescription(
            "How the account is reached: mcp (through an MCP server) or api (the network's own API). device and browser are reserved words. Immutable: one account, one channel, for ever.")
        AccountChannel channel,
    @Required
        @Size(min = 1, max = 100)
        @Pattern("^[^@\\s]([^\\s]*)$")
        @JsonPropertyDescription(
            "The name at the network, without the at sign; it may be renamed there.")
        String handle,
    @Size(max = Bounds.TITLE) @JsonPropertyDescription("The name shown at the network.")
        @Nullable String displayName,
    @Size(min = 1, max = 200)
        @JsonPropertyDescription(
            "The account's id at the network: what the account is. Immutable once set.")
        @Nullable String remoteId,
    @Pattern(Bounds.HTTP_URL)
        @Size(max = Bounds.URL)
        @JsonPropertyDescription(
            "The address of the instance, such as https://mastodon.social; for channel api.")
        @Nullable String endpoint,
    @JsonPropertyDescription(
            "Where the token comes from; the vault, where the page put it, unless given.")
        @Nullable SecretSource credentials,
    @JsonPropertyDescription("When the account posts.") @Nullable PostingSchedule schedule,
    @JsonPropertyDescription("How much the account posts.") @Nullable AccountLimits limits,
    @Default("None")
        @JsonPropertyDescription(
            "How far sending is stopped: None, Hold (what is approved waits) or HoldAndDrain (what is queued is pulled back too). A stricter stop given in the page wins.")
        @Nullable StopPolicy stopPolicy) {}
