package social.greenroom.sandbox.exchange;

import java.time.Instant;

/** How a network words its own trouble. */
public interface Dialect {
  /** The service refuses to handle the request; nothing was accepted. */
  Reply unavailable();

  /** Too many requests. {@code telling}: whether the reset time is told. */
  Reply rateLimited(Instant reset, boolean telling);

  /** The credential is no longer good. */
  Reply revoked();

  /** The network has this text already. */
  Reply duplicate();

  /** A success that nobody can read: an answer of an unknown shape. */
  Reply garbled();
}
