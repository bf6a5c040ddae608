using System.Runtime.InteropServices;
using System.Text.Json;
using Domain.Companies;
using Persistence.Model.Configurations;

namespace Persistence.Queries;

/// <summary>The values of a statement, by number from 1. SQL text never holds a value; the first is the company.</summary>
internal sealed class SqlParameters
{
    /// <summary>The number of the company that all rows belong to.</summary>
    internal const int Company = 1;

    private readonly List<object> _values = [];

    /// <summary>Values as <see cref="Stored"/> returns them.</summary>
    internal ReadOnlySpan<object> Values => CollectionsMarshal.AsSpan(_values);

    /// <summary>Begins a statement over the rows of a company.</summary>
    internal void Begin(Guid companyId)
    {
        _values.Clear();
        _values.Add(companyId);
    }

    /// <summary>Writes a placeholder for a value into the text.</summary>
    internal void Add(SqlBuffer sql, object value) => sql.Parameter(Add(value));

    /// <summary>Takes a value that the text may name several times; returns its number.</summary>
    internal int Add(object value)
    {
        _values.Add(Stored(value));
        return _values.Count;
    }

    /// <summary>A value of a property as a value that statements take: string, long, double, bool, Guid, DateTimeOffset or bytes.</summary>
    internal static object Stored(object value) => value switch
    {
        string or long or double or bool or Guid or DateTimeOffset or byte[] => value,
        int whole => (long)whole,
        // A set of flags is stored as a number: it has no name of its own.
        TokenScopes scopes => (long)scopes,
        Enum name => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString()),
        IEnumerable<string> texts => WireConversions.Write(texts),
        _ => throw new NotSupportedException($"{value.GetType()} is not a stored type."),
    };
}
