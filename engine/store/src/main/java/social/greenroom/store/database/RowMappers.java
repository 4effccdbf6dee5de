package social.greenroom.store.database;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.reflect.ReflectionMappers;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.FollowUp;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.WeeklySlot;
import social.greenroom.core.talent.TalentProfile;
import social.greenroom.store.request.Attachment;
import social.greenroom.store.request.IntakeSpec;
import social.greenroom.store.series.SeriesAsked;
import social.greenroom.store.series.SeriesSpec;
import social.greenroom.store.vault.SealedSecret;

/** How columns become values. Rows are records whose components are named as the columns. */
final class RowMappers {
  private RowMappers() {}

  static Jdbi register(Jdbi jdbi) {
    jdbi.installPlugin(new PostgresPlugin());
    // An exception names the statement and never its values, which may be secret.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(
            failure -> failure.getShortMessage() + statement(failure.getStatementContext()));
    jdbi.getConfig(ReflectionMappers.class).setStrictMatching(true);
    jdbi.registerRowMapper(new RecordMappers());
    jdbi.registerColumnMapper(
        StopPolicy.class,
        (row, column, context) -> {
          var policy = row.getString(column);
          return policy == null ? null : StopPolicy.of(policy);
        });
    jdbi.registerColumnMapper(
        SealedSecret.class,
        (row, column, context) -> {
          var bytes = row.getBytes(column);
          return bytes == null ? null : SealedSecret.of(bytes);
        });
    jdbi.registerColumnMapper(
        TalentProfile.class, Document.column(new TypeReference<TalentProfile>() {}));
    jdbi.registerColumnMapper(
        ToolMapping.class, Document.column(new TypeReference<ToolMapping>() {}));
    jdbi.registerColumnMapper(
        IntakeSpec.class, Document.column(new TypeReference<IntakeSpec>() {}));
    jdbi.registerColumnMapper(
        SeriesSpec.class, Document.column(new TypeReference<SeriesSpec>() {}));
    jdbi.registerColumnMapper(
        SeriesAsked.class, Document.column(new TypeReference<SeriesAsked>() {}));
    jdbi.registerColumnMapper(
        PostingDeclaration.class, Document.column(new TypeReference<PostingDeclaration>() {}));
    jdbi.registerColumnMapper(OwnCaps.class, Document.column(new TypeReference<OwnCaps>() {}));
    jdbi.registerColumnMapper(JsonNode.class, Document.column(new TypeReference<JsonNode>() {}));
    jdbi.registerColumnMapper(
        new GenericType<List<WeeklySlot>>() {},
        Document.column(new TypeReference<List<WeeklySlot>>() {}));
    jdbi.registerColumnMapper(
        new GenericType<List<Blackout>>() {},
        Document.column(new TypeReference<List<Blackout>>() {}));
    jdbi.registerColumnMapper(
        new GenericType<List<Attachment>>() {},
        Document.column(new TypeReference<List<Attachment>>() {}));
    jdbi.registerColumnMapper(
        new GenericType<List<String>>() {}, Document.column(new TypeReference<List<String>>() {}));
    jdbi.registerColumnMapper(
        new GenericType<Map<String, String>>() {},
        Document.column(new TypeReference<Map<String, String>>() {}));
    jdbi.registerColumnMapper(
        new GenericType<List<OwnPost>>() {},
        Document.column(new TypeReference<List<OwnPost>>() {}));
    jdbi.registerColumnMapper(
        FollowUp.Kind.class, (row, column, context) -> FollowUp.Kind.of(row.getString(column)));
    return jdbi;
  }

  private static String statement(@Nullable StatementContext context) {
    return context == null ? "" : " [" + context.getRawSql() + "]";
  }
}
