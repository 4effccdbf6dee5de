package social.greenroom.standalone.kube;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/**
 * Where the API listens and where it keeps its objects.
 *
 * @param host an address of this machine's loopback interface
 * @param port 0 for any that is free
 * @param dataSource a PostgreSQL database of its own, whose role may create tables
 * @param sealingKey seals Secrets
 */
public record KubeConfig(String host, int port, DataSource dataSource, SecretKey sealingKey) {

  private static final int KEY_BYTES = 32;

  /**
   * As the constructor, with the key as bytes.
   *
   * @param key 32 bytes
   */
  public static KubeConfig of(String host, int port, DataSource dataSource, byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "The key that seals Secrets has " + key.length + " bytes: it must have 32.");
    }
    return new KubeConfig(host, port, dataSource, new SecretKeySpec(key, "AES"));
  }
}
