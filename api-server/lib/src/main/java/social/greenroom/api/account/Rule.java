package social.greenroom.api.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import social.greenroom.core.schedule.RuleWords;

/**
 * A rule of posting, and who said it.
 *
 * @param rule which one it is, such as {@code cooldown}
 * @param words what it says, such as {@code cooldown 4 hours}
 * @param source who said it, such as {@code account instagram-anna}, {@code set by the talent}, or
 *     {@code default}
 */
@Schema(name = "Rule")
public record Rule(String rule, String words, String source) {
  static Rule of(RuleWords rule) {
    return new Rule(rule.rule(), rule.words(), rule.source().words());
  }
}
