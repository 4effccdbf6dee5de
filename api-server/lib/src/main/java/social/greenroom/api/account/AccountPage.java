package social.greenroom.api.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of accounts. */
public record AccountPage(
    List<Account> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
