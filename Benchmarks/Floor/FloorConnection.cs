using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Persistence.Sqlite;

namespace Benchmarks.Floor;

/// <summary>A connection with everything a request needs, made once: statements, writers, the set of written resources.</summary>
internal sealed class FloorConnection
{
    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    internal FloorConnection(SqliteDatabase database)
    {
        Connection = database.OpenConnection();
        Collection = Prepare(Shapes.CollectionById);
        CollectionItem = Prepare(Shapes.CollectionItemById);
        CollectionPage = Prepare(Shapes.CollectionPage);
        CollectionPageWithItems = Prepare(Shapes.CollectionPageWithItems);
        WholeCollectionWithItems = Prepare(Shapes.WholeCollectionWithItems);
        NewestPage = Prepare(Shapes.NewestPage);
        NewestOfKindPage = Prepare(Shapes.NewestOfKindPage);
        NewestPageAfter = Prepare(Shapes.NewestPageAfter);
        SearchPage = Prepare(Shapes.SearchPage);
        ProductGroupPage = Prepare(Shapes.ProductGroupPage);
        ProductsOfPage = Prepare(Shapes.ProductsOfPage);
        PropertiesOfPage = Prepare(Shapes.PropertiesOfPage);
        CountOfKind = Prepare(Shapes.CountOfKind);
        Begin = Prepare("BEGIN");
        Commit = Prepare("COMMIT");
        Writer = new Utf8JsonWriter(Included, WriterOptions);
        IncludedWriter = new Utf8JsonWriter(Included, WriterOptions);
    }

    internal SqliteConnection Connection { get; }
    internal Statement Collection { get; }
    internal Statement CollectionItem { get; }
    internal Statement CollectionPage { get; }
    internal Statement CollectionPageWithItems { get; }
    internal Statement WholeCollectionWithItems { get; }
    internal Statement NewestPage { get; }
    internal Statement NewestOfKindPage { get; }
    internal Statement NewestPageAfter { get; }
    internal Statement SearchPage { get; }
    internal Statement ProductGroupPage { get; }
    internal Statement ProductsOfPage { get; }
    internal Statement PropertiesOfPage { get; }
    internal Statement CountOfKind { get; }
    internal Statement Begin { get; }
    internal Statement Commit { get; }

    internal Utf8JsonWriter Writer { get; }

    /// <summary>Included resources are read from the same rows as the data and written after them.</summary>
    internal ArrayBufferWriter<byte> Included { get; } = new(64 * 1024);

    internal Utf8JsonWriter IncludedWriter { get; }

    internal HashSet<Guid> Seen { get; } = [];

    internal Statement Prepare(string sql) => new(Connection.Handle!, sql);
}

internal sealed class ConnectionPool(SqliteDatabase database)
{
    private readonly Stack<FloorConnection> _idle = new();

    internal FloorConnection Rent()
    {
        lock (_idle)
            if (_idle.TryPop(out var connection))
                return connection;
        return new FloorConnection(database);
    }

    /// <summary>Not called for a connection whose request failed: its statements may be in the middle of something.</summary>
    internal void Return(FloorConnection connection)
    {
        lock (_idle)
            _idle.Push(connection);
    }
}
