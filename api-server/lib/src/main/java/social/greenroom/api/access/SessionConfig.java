package social.greenroom.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people stay signed in, and how often sign-in may be tried. */
@ConfigMapping(prefix = "greenroom.session")
public interface SessionConfig {
  /** How long a session lasts from sign-in. */
  @WithDefault("7D")
  Duration lifetime();

  /**
   * Mark the cookie Secure even when the request came over plain HTTP; set it where something else
   * ends TLS and doesn't say so.
   */
  @WithDefault("false")
  boolean secureCookie();

  SignIn signIn();

  /** Limits on failed sign-ins, within {@link #per()}. */
  interface SignIn {
    @WithDefault("30")
    int failuresPerAddress();

    @WithDefault("10")
    int failuresPerEmail();

    @WithDefault("15M")
    Duration per();
  }
}
