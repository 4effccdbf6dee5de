package social.greenroom.standalone.kube.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.object.ObjectKey;

/**
 * Seals Secrets before they reach the database: AES-256-GCM over the whole object (annotations and
 * managed fields can repeat its data), bound to its namespace and name, so that a row copied under
 * another name doesn't open.
 */
final class SecretSeal {

  private static final String SECRETS = "secrets";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  SecretSeal(SecretKey key) {
    this.key = key;
  }

  /** The text to store for an object's JSON. */
  String toRow(ObjectKey object, byte[] json) {
    if (!object.resource().equals(SECRETS)) {
      return new String(json, UTF_8);
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, object, nonce).doFinal(json);
      byte[] whole =
          ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      ObjectNode row = KubeJson.object().put("sealed", Base64.getEncoder().encodeToString(whole));
      return KubeJson.text(row);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is missing from this Java runtime.", e);
    }
  }

  /** The object's JSON from the stored text. */
  byte[] fromRow(ObjectKey object, String row) {
    if (!object.resource().equals(SECRETS)) {
      return row.getBytes(UTF_8);
    }
    JsonNode sealed = KubeJson.object(row).path("sealed");
    ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.asText()));
    byte[] nonce = new byte[NONCE_BYTES];
    whole.get(nonce);
    byte[] body = new byte[whole.remaining()];
    whole.get(body);
    try {
      return cipher(Cipher.DECRYPT_MODE, object, nonce).doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The Secret "
              + object.namespace()
              + "/"
              + object.name()
              + " doesn't open with this data directory's key: put the key back that it was sealed"
              + " with, or start with a new data directory.",
          e);
    }
  }

  private Cipher cipher(int mode, ObjectKey object, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(("secrets/" + object.namespace() + "/" + object.name()).getBytes(UTF_8));
    return cipher;
  }
}
