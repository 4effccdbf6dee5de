package social.greenroom.standalone.kube.cel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.projectnessie.cel.checker.Decls;
import org.projectnessie.cel.common.types.BoolT;
import org.projectnessie.cel.common.types.Err;
import org.projectnessie.cel.common.types.StringT;
import org.projectnessie.cel.common.types.TypeT;
import org.projectnessie.cel.common.types.pb.ProtoTypeRegistry;
import org.projectnessie.cel.common.types.ref.BaseVal;
import org.projectnessie.cel.common.types.ref.Type;
import org.projectnessie.cel.common.types.ref.Val;

/** A URL inside a rule. */
final class UrlValue extends BaseVal {

  static final org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.Type TYPE =
      Decls.newObjectType("kubernetes.URL");

  private static final Type RUNTIME_TYPE = TypeT.newObjectTypeValue("kubernetes.URL");
  private static final ProtoTypeRegistry VALUES = ProtoTypeRegistry.newRegistry();

  private final URI uri;

  private UrlValue(URI uri) {
    this.uri = uri;
  }

  /**
   * An error value when the text is no absolute URL or path, as Go's {@code url.ParseRequestURI}
   * says.
   */
  static Val of(Val text) {
    String url = String.valueOf(text.value());
    try {
      URI uri = new URI(url);
      if (uri.getScheme() == null && !url.startsWith("/")) {
        return Err.newErr("URL parse error during conversion from string: invalid URI %s", url);
      }
      return new UrlValue(uri);
    } catch (URISyntaxException e) {
      return Err.newErr("URL parse error during conversion from string: %s", e.getMessage());
    }
  }

  /** {@code getQuery}. */
  static Val query(Val url) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    String raw = url instanceof UrlValue value ? value.uri.getRawQuery() : null;
    if (raw != null) {
      Pattern.compile("&")
          .splitAsStream(raw)
          .forEach(
              pair -> {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query
                    .computeIfAbsent(URLDecoder.decode(name, UTF_8), n -> new ArrayList<>())
                    .add(URLDecoder.decode(value, UTF_8));
              });
    }
    return VALUES.nativeToValue(query);
  }

  /** A part of a URL that a function reads; empty where the URL has none. */
  enum Part {
    SCHEME("getScheme") {
      @Override
      @Nullable String read(URI uri) {
        return uri.getScheme();
      }
    },
    HOST("getHost") {
      @Override
      @Nullable String read(URI uri) {
        return uri.getAuthority();
      }
    },
    HOSTNAME("getHostname") {
      @Override
      @Nullable String read(URI uri) {
        return uri.getHost();
      }
    },
    PORT("getPort") {
      @Override
      @Nullable String read(URI uri) {
        return uri.getPort() < 0 ? null : Integer.toString(uri.getPort());
      }
    },
    ESCAPED_PATH("getEscapedPath") {
      @Override
      @Nullable String read(URI uri) {
        return uri.getRawPath();
      }
    };

    private final String function;

    Part(String function) {
      this.function = function;
    }

    abstract @Nullable String read(URI uri);

    String function() {
      return function;
    }

    Val of(Val url) {
      if (url instanceof UrlValue value) {
        return StringT.stringOf(Objects.requireNonNullElse(read(value.uri), ""));
      }
      return Err.noSuchOverload(null, function, url);
    }
  }

  @Override
  public <T> T convertToNative(Class<T> type) {
    return type.cast(type == String.class ? uri.toString() : uri);
  }

  @Override
  public Val convertToType(Type type) {
    return Err.newTypeConversionError(RUNTIME_TYPE, type);
  }

  @Override
  public Val equal(Val other) {
    return other instanceof UrlValue url && url.uri.equals(uri) ? BoolT.True : BoolT.False;
  }

  @Override
  public Type type() {
    return RUNTIME_TYPE;
  }

  @Override
  public Object value() {
    return uri;
  }
}
