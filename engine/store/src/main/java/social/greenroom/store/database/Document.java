package social.greenroom.store.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jspecify.annotations.Nullable;

/** Values kept in a jsonb column. */
public final class Document {
  // An older program reads what a newer one wrote, so fields it doesn't know are passed over.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Document() {}

  /** The value as JSON, to be bound as {@code cast(:name as jsonb)}; null stays null. */
  public static @Nullable String write(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("This can't be written as JSON.", e);
    }
  }

  /** Reads a jsonb column of that type. */
  static <T> ColumnMapper<T> column(TypeReference<T> type) {
    return (row, column, context) -> {
      var text = row.getString(column);
      try {
        return text == null ? null : JSON.readValue(text, type);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Column %d can't be read.".formatted(column), e);
      }
    };
  }
}
