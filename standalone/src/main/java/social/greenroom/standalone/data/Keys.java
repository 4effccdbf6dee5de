package social.greenroom.standalone.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The deployment's key, made on the first run and readable by its owner alone, and what is derived
 * from it: HMAC-SHA256 of a label, so that no password needs to be kept.
 */
public final class Keys {
  private static final int BYTES = 32;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Path file;
  private final byte[] key;

  private Keys(Path file, byte[] key) {
    this.file = file;
    this.key = key;
  }

  /** Reads the key from the folder, or makes it there. */
  public static Keys in(Path folder) {
    var file = folder.resolve("deployment.key");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(folder);
        write(file);
      }
      var key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length != BYTES) {
        throw new IllegalArgumentException("wrong length");
      }
      return new Keys(file, key);
    } catch (IOException | IllegalArgumentException e) {
      throw new StartException(
          "The key %s can't be read. Restore it from a backup: without it the stored tokens can't be opened. Or start afresh with --reset."
              .formatted(file),
          e);
    }
  }

  /** The file with the deployment's key, Base64. */
  public Path file() {
    return file;
  }

  /** 32 bytes for one purpose. */
  public byte[] derive(String purpose) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A password for a program's login. */
  public String password(String purpose) {
    return HexFormat.of().formatHex(derive("password/" + purpose));
  }

  /** A password a person can type: four groups of four letters, about 78 bits. */
  public String readablePassword(String purpose) {
    var bytes = derive("person/" + purpose);
    var text = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      if (i > 0 && i % 4 == 0) {
        text.append('-');
      }
      text.append(LETTERS.charAt(Byte.toUnsignedInt(bytes[i]) % LETTERS.length()));
    }
    return text.toString();
  }

  private static void write(Path file) throws IOException {
    var key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var partial = Files.createTempFile(file.getParent(), "deployment", ".partial", owner);
    Files.writeString(partial, Base64.getEncoder().encodeToString(key), StandardOpenOption.SYNC);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    Arrays.fill(key, (byte) 0);
  }
}
