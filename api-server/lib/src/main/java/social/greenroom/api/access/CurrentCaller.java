package social.greenroom.api.access;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;

/** Holds the request's caller once its session has been found. */
@RequestScoped
public class CurrentCaller {
  private @Nullable Caller caller;

  void set(Caller found) {
    caller = found;
  }

  public boolean known() {
    return caller != null;
  }

  /**
   * The signed-in person.
   *
   * @throws ProblemException 401 when nobody is signed in
   */
  public Caller get() {
    if (caller == null) {
      throw ProblemException.of(ProblemKind.SIGN_IN_NEEDED, "Sign in first.");
    }
    return caller;
  }
}
