package social.greenroom.standalone.kube.cel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.projectnessie.cel.EnvOption;
import org.projectnessie.cel.Library;
import org.projectnessie.cel.ProgramOption;
import org.projectnessie.cel.checker.Decls;
import org.projectnessie.cel.common.types.BoolT;
import org.projectnessie.cel.common.types.Err;
import org.projectnessie.cel.common.types.ref.Val;
import org.projectnessie.cel.interpreter.functions.Overload;
import org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.Decl;
import org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.Type;

/** The functions that Kubernetes adds to CEL for URLs, regular expressions and lists. */
final class KubernetesFunctions implements Library {

  private static final Type ITEM = Decls.newTypeParamType("T");
  private static final Type ITEMS = Decls.newListType(ITEM);
  private static final List<String> OF_ITEM = List.of("T");

  @Override
  public List<EnvOption> getCompileOptions() {
    List<Decl> declared = new ArrayList<>();
    declared.add(function("url", "string_to_url", List.of(Decls.String), UrlValue.TYPE));
    declared.add(function("isURL", "is_url_string", List.of(Decls.String), Decls.Bool));
    for (UrlValue.Part part : UrlValue.Part.values()) {
      declared.add(method(part.function(), List.of(UrlValue.TYPE), Decls.String));
    }
    Type queryType = Decls.newMapType(Decls.String, Decls.newListType(Decls.String));
    declared.add(method("getQuery", List.of(UrlValue.TYPE), queryType));
    declared.add(method("find", List.of(Decls.String, Decls.String), Decls.String));
    declared.add(
        Decls.newFunction(
            "findAll",
            Decls.newInstanceOverload(
                "string_find_all",
                List.of(Decls.String, Decls.String),
                Decls.newListType(Decls.String)),
            Decls.newInstanceOverload(
                "string_find_all_limited",
                List.of(Decls.String, Decls.String, Decls.Int),
                Decls.newListType(Decls.String))));
    for (ListFunctions function : ListFunctions.values()) {
      Type result = function.isPredicate() ? Decls.Bool : ITEM;
      String id = "list_" + function.function();
      declared.add(
          Decls.newFunction(
              function.function(),
              Decls.newParameterizedInstanceOverload(id, List.of(ITEMS), result, OF_ITEM)));
    }
    return List.of(EnvOption.declarations(declared));
  }

  @Override
  public List<ProgramOption> getProgramOptions() {
    List<Overload> overloads = new ArrayList<>();
    overloads.add(Overload.unary("url", UrlValue::of));
    overloads.add(
        Overload.unary("isURL", text -> Err.isError(UrlValue.of(text)) ? BoolT.False : BoolT.True));
    for (UrlValue.Part part : UrlValue.Part.values()) {
      overloads.add(Overload.unary(part.function(), part::of));
    }
    overloads.add(Overload.unary("getQuery", UrlValue::query));
    overloads.add(Overload.binary("find", RegularExpressions::find));
    overloads.add(
        Overload.overload(
            "findAll",
            null,
            null,
            (text, pattern) -> RegularExpressions.findAll(text, pattern, Long.MAX_VALUE),
            args -> RegularExpressions.findAll(args[0], args[1], args[2].intValue())));
    Arrays.stream(ListFunctions.values())
        .forEach(f -> overloads.add(Overload.unary(f.function(), (Val list) -> f.of(list))));
    return List.of(ProgramOption.functions(overloads.toArray(Overload[]::new)));
  }

  private static Decl function(String name, String id, List<Type> arguments, Type result) {
    return Decls.newFunction(name, Decls.newOverload(id, arguments, result));
  }

  private static Decl method(String name, List<Type> arguments, Type result) {
    return Decls.newFunction(name, Decls.newInstanceOverload("kube_" + name, arguments, result));
  }
}
