using System.Text.Json;

namespace Persistence.Queries;

/// <summary>What a column of <see cref="SqlDialect.Rows"/> holds.</summary>
internal enum RowType
{
    Id,
    Integer,
    Text,
}

/// <summary>Many rows as one parameter of a statement: a JSON array of arrays.</summary>
internal static class JsonRows
{
    internal static string Of(IEnumerable<object?[]> rows) => JsonSerializer.Serialize(rows);

    internal static string Of(IEnumerable<Guid> ids) => JsonSerializer.Serialize(ids.Select(id => new[] { id }));
}
