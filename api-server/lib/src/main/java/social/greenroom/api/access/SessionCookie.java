package social.greenroom.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import social.greenroom.core.access.SessionToken;

/** The cookie that carries a session's token. */
@ApplicationScoped
public class SessionCookie {
  /** The cookie's name. */
  public static final String NAME = "greenroom_session";

  private final SessionConfig config;

  SessionCookie(SessionConfig config) {
    this.config = config;
  }

  /** The cookie for a new session. */
  public NewCookie carrying(SessionToken token, boolean https) {
    return cookie(token.value(), config.lifetime(), https);
  }

  /** The cookie that makes a browser forget the session. */
  public NewCookie forgotten(boolean https) {
    return cookie("", Duration.ZERO, https);
  }

  private NewCookie cookie(String value, Duration age, boolean https) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .maxAge(Math.toIntExact(age.toSeconds()))
        .httpOnly(true)
        .secure(https || config.secureCookie())
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
