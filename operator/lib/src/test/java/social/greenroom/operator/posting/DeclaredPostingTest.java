package social.greenroom.operator.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.schedule.Embargo;
import social.greenroom.core.schedule.MissedPolicy;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.WeeklySlot;
import social.greenroom.crds.account.AccountLimits;
import social.greenroom.crds.account.PostingSchedule;
import social.greenroom.crds.talent.TalentPolicy;
import social.greenroom.crds.tenant.TenantDefaults;

class DeclaredPostingTest {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).registerModule(new JavaTimeModule());

  @Test
  void whatIsLeftOutIsLeftToOthers() throws JsonProcessingException {
    assertThat(DeclaredPosting.by((TalentPolicy) null)).isEqualTo(PostingDeclaration.SILENT);
    assertThat(DeclaredPosting.by(null, null)).isEqualTo(PostingDeclaration.SILENT);
    assertThat(DeclaredPosting.by(read("{dailyCap: 1}", TalentPolicy.class)))
        .isEqualTo(PostingDeclaration.SILENT);
    assertThat(DeclaredPosting.by(read("{slots: []}", PostingSchedule.class), null))
        .isEqualTo(PostingDeclaration.SILENT);
  }

  @Test
  void anEmptyListOfBlackoutsIsADeclaration() throws JsonProcessingException {
    assertThat(DeclaredPosting.by(read("{blackouts: []}", TalentPolicy.class)).blackouts())
        .isEqualTo(List.of());
    assertThat(DeclaredPosting.by(read("{blackouts: []}", PostingSchedule.class), null).blackouts())
        .isEqualTo(List.of());
  }

  @Test
  void everyRuleIsRead() throws JsonProcessingException {
    var declared =
        DeclaredPosting.by(
            read(
                """
                dailyPostCap: 5
                cooldown: 1h30m
                slots: [{day: monday, time: "09:30"}]
                blackouts: [{from: "2030-12-24T00:00:00Z", until: "2030-12-25T00:00:00Z"}]
                embargo: {notBefore: "2030-01-01T00:00:00Z"}
                missed: {action: PublishLate, grace: 3h}
                bestTimes: [{day: friday, time: "20:00"}]
                repeatWindow: 48h
                """,
                TenantDefaults.class));
    assertThat(declared)
        .isEqualTo(
            new PostingDeclaration(
                5,
                Duration.ofMinutes(90),
                List.of(new WeeklySlot(DayOfWeek.MONDAY, LocalTime.of(9, 30))),
                List.of(
                    new Blackout(
                        Instant.parse("2030-12-24T00:00:00Z"),
                        Instant.parse("2030-12-25T00:00:00Z"),
                        "")),
                new Embargo(Instant.parse("2030-01-01T00:00:00Z"), null),
                MissedPolicy.publishLate(Duration.ofHours(3)),
                List.of(new WeeklySlot(DayOfWeek.FRIDAY, LocalTime.of(20, 0))),
                Duration.ofDays(2)));
    var account =
        DeclaredPosting.by(
            read("{bestTimes: [{day: friday, time: '20:00'}]}", PostingSchedule.class),
            read("{repeatWindow: 0h}", AccountLimits.class));
    assertThat(account.bestTimes())
        .containsExactly(new WeeklySlot(DayOfWeek.FRIDAY, LocalTime.of(20, 0)));
    assertThat(account.repeatWindow()).isZero();
    assertThat(DeclaredPosting.by(read("{missed: {action: Ask}}", TenantDefaults.class)).missed())
        .isEqualTo(MissedPolicy.ASK);
  }

  private static <T> T read(String yaml, Class<T> type) throws JsonProcessingException {
    return YAML.readValue(yaml, type);
  }
}
