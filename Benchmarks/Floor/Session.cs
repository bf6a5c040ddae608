using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Persistence.Sqlite;

namespace Benchmarks.Floor;

/// <summary>A connection with everything a request needs, made once: statements, writers, the set of written resources.</summary>
internal sealed class Session
{
    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    internal Session(SqliteDatabase database)
    {
        Connection = database.OpenConnection();
        Collection = Prepare(Shapes.CollectionById);
        Place = Prepare(Shapes.CollectionItemById);
        CollectionPage = Prepare(Shapes.CollectionPage);
        CollectionPageWithItems = Prepare(Shapes.CollectionPageWithItems);
        WholeCollectionWithItems = Prepare(Shapes.WholeCollectionWithItems);
        NewestPage = Prepare(Shapes.NewestPage);
        NewestOfKindPage = Prepare(Shapes.NewestOfKindPage);
        NewestPageAfter = Prepare(Shapes.NewestPageAfter);
        SearchPage = Prepare(Shapes.SearchPage);
        CountOfKind = Prepare(Shapes.CountOfKind);
        Begin = Prepare("BEGIN");
        Commit = Prepare("COMMIT");
        Writer = new Utf8JsonWriter(Included, WriterOptions);
        IncludedWriter = new Utf8JsonWriter(Included, WriterOptions);
    }

    internal SqliteConnection Connection { get; }
    internal Statement Collection { get; }
    internal Statement Place { get; }
    internal Statement CollectionPage { get; }
    internal Statement CollectionPageWithItems { get; }
    internal Statement WholeCollectionWithItems { get; }
    internal Statement NewestPage { get; }
    internal Statement NewestOfKindPage { get; }
    internal Statement NewestPageAfter { get; }
    internal Statement SearchPage { get; }
    internal Statement CountOfKind { get; }
    internal Statement Begin { get; }
    internal Statement Commit { get; }

    internal Utf8JsonWriter Writer { get; }

    /// <summary>Included resources come from the same rows as the data but stand after them.</summary>
    internal ArrayBufferWriter<byte> Included { get; } = new(64 * 1024);

    internal Utf8JsonWriter IncludedWriter { get; }

    internal HashSet<Guid> Seen { get; } = [];

    internal Statement Prepare(string sql) => new(Connection.Handle!, sql);
}

internal sealed class ConnectionPool(SqliteDatabase database)
{
    private readonly Stack<Session> _idle = new();

    internal Session Rent()
    {
        lock (_idle)
            if (_idle.TryPop(out var session))
                return session;
        return new Session(database);
    }

    /// <summary>Not called for a session whose request failed: its statements may be in the middle of something.</summary>
    internal void Return(Session session)
    {
        lock (_idle)
            _idle.Push(session);
    }
}
