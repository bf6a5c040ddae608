using System.Buffers;
using System.Text;
using System.Text.Json;
using JsonApi.Definitions;
using Persistence.Sqlite;

namespace Benchmarks.Floor;

/// <summary>Adding and removing a collection item. SQLite has one writer: requests queue here instead of on its busy timeout.</summary>
internal sealed class Writes(SqliteDatabase database) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lazy<WriteStatements> _connection = new(() => new WriteStatements(new FloorConnection(database)));

    internal async Task CreateAsync(HttpContext context, byte[] company)
    {
        var body = context.Request.BodyReader;
        var read = await body.ReadAsync();
        while (!read.IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await body.ReadAsync();
        }

        var asked = Parse(read.Buffer);
        body.AdvanceTo(read.Buffer.End);
        await _turn.WaitAsync();
        try
        {
            Create(context, company, asked);
        }
        finally
        {
            _turn.Release();
        }
    }

    internal async Task DeleteAsync(HttpContext context, byte[] company)
    {
        var id = Encoding.UTF8.GetBytes((string)context.Request.RouteValues["id"]!);
        await _turn.WaitAsync();
        try
        {
            Delete(context, company, id);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private void Create(HttpContext context, byte[] company, (byte[]? Collection, byte[]? Item) asked)
    {
        var write = _connection.Value;
        var response = context.Response;
        response.ContentType = "application/vnd.api+json";
        var id = asked is { Collection: { } collection, Item: { } item }
            ? write.Create(company, collection, item, Encoding.UTF8.GetBytes(WireText.Write(WireText.Now(TimeProvider.System))))
            : null;
        if (id is null)
        {
            response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        response.StatusCode = StatusCodes.Status201Created;
        response.Headers.Location = $"{context.Request.Path}/{Encoding.ASCII.GetString(id)}";
        write.WriteAnswer(response.BodyWriter);
    }

    private void Delete(HttpContext context, byte[] company, byte[] id)
    {
        var write = _connection.Value;
        var response = context.Response;
        response.ContentType = "application/vnd.api+json";
        response.StatusCode = write.Delete(company, id);
        if (response.StatusCode == StatusCodes.Status200OK)
            write.WriteAnswer(response.BodyWriter);
    }

    private static (byte[]? Collection, byte[]? Item) Parse(in ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        byte[]? collection = null, item = null;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 3)
                continue;
            if (reader.ValueTextEquals("collection_id"u8))
                collection = ReadId(ref reader);
            else if (reader.ValueTextEquals("item_id"u8))
                item = ReadId(ref reader);
        }

        return (collection, item);
    }

    private static byte[]? ReadId(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id)
            ? Encoding.ASCII.GetBytes(WireText.Write(id))
            : null;
}
