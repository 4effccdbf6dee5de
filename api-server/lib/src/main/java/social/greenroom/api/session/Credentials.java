package social.greenroom.api.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person signs in with. */
@Schema(name = "Credentials")
public record Credentials(
    @NotBlank(message = "Enter your e-mail address.")
        @Size(max = 254, message = "An e-mail address has at most 254 characters.")
        String email,
    @NotBlank(message = "Enter your password.")
        @Size(max = 1024, message = "A password has at most 1,024 characters.")
        String password) {
  @Override
  public String toString() {
    return "Credentials[%s]".formatted(email);
  }
}
