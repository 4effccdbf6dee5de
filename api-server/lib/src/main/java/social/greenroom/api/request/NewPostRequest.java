package social.greenroom.api.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.FieldError;
import social.greenroom.api.variant.PublishTime;

/**
 * What somebody asks to be posted. Its limits are those of the PostRequest resource that it
 * becomes: what is accepted here, the cluster takes.
 *
 * @param text the thought, in the asker's own words
 * @param accountIds where it shall go; absent or empty for all of the talent's accounts
 * @param publishAt when it should go out, if that matters
 */
@Schema(name = "NewPostRequest")
public record NewPostRequest(
    @NotNull(message = "Say whose post it is: send talentId.") UUID talentId,
    @NotBlank(message = "Say what the post should be about.")
        @Size(max = 8_000, message = "A request has at most 8,000 characters; shorten it.")
        String text,
    @Nullable
        @Size(
            max = 50,
            message = "A request names at most 50 accounts; leave some out, or send none for all.")
        List<@NotNull(message = "An account's id is missing.") UUID> accountIds,
    @Nullable @Size(max = 20, message = "A request has at most 20 attachments; remove some.")
        List<@Valid @NotNull(message = "An attachment is missing.") AttachedFile> attachments,
    @Nullable PublishTime publishAt,
    @Nullable
        @Size(max = 2_048, message = "A link has at most 2,048 characters.")
        @Pattern(regexp = "https?://\\S+", message = "A link begins with https:// or http://.")
        String link) {
  /** The accounts that are named; none means all of the talent's. */
  List<UUID> namedAccounts() {
    return accountIds == null ? List.of() : accountIds;
  }

  /** The attachments, in order. */
  List<AttachedFile> files() {
    return attachments == null ? List.of() : attachments;
  }

  /** What is named twice, with the field of the second. */
  List<FieldError> duplicates() {
    var errors = new ArrayList<FieldError>();
    var accounts = new HashSet<UUID>();
    for (int i = 0; i < namedAccounts().size(); i++) {
      if (!accounts.add(namedAccounts().get(i))) {
        errors.add(
            new FieldError(
                "accountIds[%d]".formatted(i), "This account is named twice; name it once."));
      }
    }
    var uris = new HashSet<String>();
    for (int i = 0; i < files().size(); i++) {
      if (!uris.add(files().get(i).uri())) {
        errors.add(
            new FieldError(
                "attachments[%d].uri".formatted(i),
                "This file is attached twice; remove one of the two."));
      }
    }
    return errors;
  }
}
