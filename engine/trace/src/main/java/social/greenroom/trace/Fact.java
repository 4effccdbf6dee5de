package social.greenroom.trace;

/**
 * What a span may say about its work. There is none for contents, names, handles, addresses or
 * secrets: what isn't here can't be said.
 */
public enum Fact {
  TENANT("greenroom.tenant.id"),
  REQUEST("greenroom.request.id"),
  VARIANT("greenroom.variant.id"),
  DISPATCH("greenroom.dispatch.id"),
  /** The network's name, as {@code linkedin}. */
  PLATFORM("greenroom.platform"),
  /** Which try to send it is, from 1. */
  ATTEMPT("greenroom.attempt"),
  /** How the work ended, in one of the words that the code knows. */
  OUTCOME("greenroom.outcome"),
  METHOD("http.request.method"),
  /** The path's pattern, never the path. */
  ROUTE("http.route"),
  STATUS("http.response.status_code");

  private final String key;

  Fact(String key) {
    this.key = key;
  }

  /** The attribute's name. */
  public String key() {
    return key;
  }
}
