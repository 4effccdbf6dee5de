package social.greenroom.store.database;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Maps rows to records whose components are named as the columns. Jdbi works out anew with every
 * statement which column goes where, and reads the record's annotations for it, which took a fifth
 * of the operator's time in a reconcile; here it is worked out once for each list of columns.
 */
final class RecordMappers implements RowMapperFactory {
  private final Map<Class<?>, RowMapper<?>> mappers = new ConcurrentHashMap<>();

  @Override
  public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
    return type instanceof Class<?> row && row.isRecord()
        ? Optional.of(mappers.computeIfAbsent(row, each -> new OfColumns<>(each)))
        : Optional.empty();
  }

  private static final class OfColumns<T> implements RowMapper<T> {
    private final RowMapper<T> mapper;
    private final Map<List<String>, RowMapper<T>> known = new ConcurrentHashMap<>();

    OfColumns(Class<T> row) {
      this.mapper = ConstructorMapper.of(row);
    }

    @Override
    public T map(ResultSet row, StatementContext context) throws SQLException {
      return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
      var columns = columns(rows);
      var found = known.get(columns);
      if (found == null) {
        found = mapper.specialize(rows, context);
        known.put(columns, found);
      }
      return found;
    }

    private static List<String> columns(ResultSet rows) throws SQLException {
      var shape = rows.getMetaData();
      var names = new ArrayList<String>(shape.getColumnCount());
      for (int i = 1; i <= shape.getColumnCount(); i++) {
        names.add(shape.getColumnLabel(i));
      }
      return names;
    }
  }
}
