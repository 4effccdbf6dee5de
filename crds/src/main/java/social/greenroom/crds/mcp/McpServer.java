package social.greenroom.crds.mcp;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** An MCP server through which accounts are reached. */
@JsonClassDescription(
    "An MCP server through which accounts are reached; one in the operator's own namespace serves every tenant.")
@Group("greenroom.social")
@Version("v1alpha1")
@ShortNames("gmcp")
@Categories("greenroom")
@Plural("mcpservers")
@AdditionalPrinterColumn(
    name = "Ready",
    jsonPath = ".status.conditions[?(@.type=='Ready')].status",
    getDescription = "Whether it is used.")
@AdditionalPrinterColumn(
    name = "Reason",
    jsonPath = ".status.conditions[?(@.type=='Ready')].reason",
    getDescription = "Why.")
@AdditionalPrinterColumn(name = "URL", jsonPath = ".spec.url", getDescription = "The address.")
@AdditionalPrinterColumn(
    name = "Serves",
    jsonPath = ".spec.serves.platforms",
    getDescription = "The networks it serves.")
@AdditionalPrinterColumn(
    name = "Transport",
    jsonPath = ".spec.transport",
    getDescription = "How it is spoken to.",
    priority = 1)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE,
    getDescription = "When it was made.")
public final class McpServer extends CustomResource<McpServerSpec, McpServerStatus>
    implements Namespaced {
  private static final long serialVersionUID = 1L;

  @Override
  protected @Nullable McpServerSpec initSpec() {
    return null;
  }

  @Override
  protected @Nullable McpServerStatus initStatus() {
    return null;
  }
}
