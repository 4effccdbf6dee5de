package social.greenroom.standalone.kube.cel;

import java.util.ArrayList;
import java.util.List;
import org.projectnessie.cel.Ast;
import org.projectnessie.cel.Env;
import org.projectnessie.cel.Env.AstIssuesTuple;
import org.projectnessie.cel.EnvOption;
import org.projectnessie.cel.Library;
import org.projectnessie.cel.Program;
import org.projectnessie.cel.checker.Decls;
import org.projectnessie.cel.common.types.pb.ProtoTypeRegistry;
import org.projectnessie.cel.extension.StringsLib;
import org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.Type;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.schema.Schema;
import social.greenroom.standalone.kube.schema.ValidationRule;

/**
 * Compiles the rules of one schema node. They are checked against the node's types, and then
 * compiled without types, since values are plain maps and lists when a rule runs.
 */
final class RuleCompiler {

  private static final Env BASE =
      Env.newEnv(StringsLib.strings(), Library.Lib(new KubernetesFunctions()));
  private static final Env UNTYPED =
      BASE.extend(
          EnvOption.declarations(
              Decls.newVar("self", Decls.Dyn), Decls.newVar("oldSelf", Decls.Dyn)));

  private final Env typed;
  private final String path;
  private final List<FieldError> errors;

  RuleCompiler(Schema schema, String path, List<FieldError> errors) {
    this.path = path;
    this.errors = errors;
    SchemaTypes types = new SchemaTypes();
    Type self = types.declare(schema, "selfType");
    typed =
        BASE.extend(
            EnvOption.customTypeProvider(types),
            EnvOption.customTypeAdapter(ProtoTypeRegistry.newRegistry()),
            EnvOption.declarations(Decls.newVar("self", self), Decls.newVar("oldSelf", self)));
  }

  /** The rules that compile; the others are told as errors. */
  List<CompiledRule> compile(List<ValidationRule> rules) {
    List<CompiledRule> compiled = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      ValidationRule rule = rules.get(i);
      String at = path + ".x-kubernetes-validations[" + i + "]";
      if (rule.optionalOldSelf()) {
        errors.add(
            FieldError.forbidden(
                at + ".optionalOldSelf", "optional values are not supported by this API server"));
        continue;
      }
      int before = errors.size();
      Program condition = program(rule.rule(), Decls.Bool, at + ".rule");
      Program message =
          rule.messageExpression().isEmpty()
              ? condition
              : program(rule.messageExpression(), Decls.String, at + ".messageExpression");
      if (errors.size() == before) {
        compiled.add(new CompiledRule(rule, condition, message));
      }
    }
    return compiled;
  }

  private Program program(String expression, Type wanted, String at) {
    // Parsed first, since checking what couldn't be parsed fails otherwise than by issues.
    AstIssuesTuple checked = typed.parse(expression);
    if (!checked.hasIssues()) {
      checked = typed.check(checked.getAst());
    }
    if (checked.hasIssues()) {
      errors.add(FieldError.invalid(at, expression, "compilation failed: " + checked.getIssues()));
      return NEVER_RUN;
    }
    Ast ast = checked.getAst();
    if (!ast.getResultType().equals(wanted) && !ast.getResultType().equals(Decls.Dyn)) {
      String type = wanted.equals(Decls.Bool) ? "bool" : "string";
      errors.add(FieldError.invalid(at, expression, "must evaluate to " + type));
      return NEVER_RUN;
    }
    AstIssuesTuple untyped = UNTYPED.compile(expression);
    if (untyped.hasIssues()) {
      errors.add(FieldError.invalid(at, expression, "compilation failed: " + untyped.getIssues()));
      return NEVER_RUN;
    }
    return UNTYPED.program(untyped.getAst());
  }

  private static final Program NEVER_RUN =
      input -> {
        throw new IllegalStateException("a rule that doesn't compile is never run");
      };
}
