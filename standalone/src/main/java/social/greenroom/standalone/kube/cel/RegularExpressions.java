package social.greenroom.standalone.kube.cel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.projectnessie.cel.common.types.Err;
import org.projectnessie.cel.common.types.StringT;
import org.projectnessie.cel.common.types.pb.ProtoTypeRegistry;
import org.projectnessie.cel.common.types.ref.Val;

/** {@code find} and {@code findAll}. */
final class RegularExpressions {

  private static final ProtoTypeRegistry VALUES = ProtoTypeRegistry.newRegistry();

  private RegularExpressions() {}

  static Val find(Val text, Val pattern) {
    try {
      Matcher matcher = matcher(text, pattern);
      return StringT.stringOf(matcher.find() ? matcher.group() : "");
    } catch (PatternSyntaxException e) {
      return Err.newErr("Illegal regex: %s", e.getDescription());
    }
  }

  static Val findAll(Val text, Val pattern, long limit) {
    try {
      Matcher matcher = matcher(text, pattern);
      List<String> found = new ArrayList<>();
      while (found.size() < limit && matcher.find()) {
        found.add(matcher.group());
      }
      return VALUES.nativeToValue(found);
    } catch (PatternSyntaxException e) {
      return Err.newErr("Illegal regex: %s", e.getDescription());
    }
  }

  private static Matcher matcher(Val text, Val pattern) {
    return Pattern.compile(String.valueOf(pattern.value())).matcher(String.valueOf(text.value()));
  }
}
