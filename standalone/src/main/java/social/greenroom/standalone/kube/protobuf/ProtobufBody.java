package social.greenroom.standalone.kube.protobuf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.Runtime.Unknown;
import io.kubernetes.client.proto.V1;
import io.kubernetes.client.proto.V1Authorization;
import io.kubernetes.client.proto.V1Batch;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import social.greenroom.standalone.kube.object.ApiException;

/**
 * A body of type {@value #MEDIA_TYPE}: four bytes, and an envelope that names the kind and holds
 * the message. Only what clients send is read; answers are in JSON, which these clients take as
 * well.
 */
public final class ProtobufBody {

  public static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";

  private static final byte[] MAGIC = {'k', '8', 's', 0};

  /** The groups whose messages are known, each loaded when it is first asked for. */
  private static final Map<String, Supplier<FileDescriptor>> GROUPS =
      Map.of(
          "v1", V1::getDescriptor,
          "batch/v1", V1Batch::getDescriptor,
          "authorization.k8s.io/v1", V1Authorization::getDescriptor);

  private ProtobufBody() {}

  /**
   * The object as it would be in JSON.
   *
   * @throws ApiException 400 when the body can't be read, 415 when its kind has no known message
   */
  public static ObjectNode read(byte[] body) {
    if (body.length < MAGIC.length
        || !Arrays.equals(body, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw ApiException.badRequest(
          "the provided data does not appear to be a protobuf message, expected prefix [107 56 115"
              + " 0]");
    }
    try {
      Unknown envelope = Unknown.parseFrom(Arrays.copyOfRange(body, MAGIC.length, body.length));
      String apiVersion = envelope.getTypeMeta().getApiVersion();
      String kind = envelope.getTypeMeta().getKind();
      Descriptor type =
          message(apiVersion, kind)
              .orElseThrow(
                  () -> ApiException.unsupportedMediaType("application/json, application/yaml"));
      ObjectNode object = MessageJson.of(DynamicMessage.parseFrom(type, envelope.getRaw()));
      return object.put("apiVersion", apiVersion).put("kind", kind);
    } catch (InvalidProtocolBufferException e) {
      throw ApiException.badRequest("couldn't read the protobuf message: " + e.getMessage());
    }
  }

  private static Optional<Descriptor> message(String apiVersion, String kind) {
    if (kind.equals("DeleteOptions")) {
      return Optional.of(Meta.DeleteOptions.getDescriptor());
    }
    return Optional.ofNullable(GROUPS.get(apiVersion))
        .map(file -> file.get().findMessageTypeByName(kind));
  }
}
