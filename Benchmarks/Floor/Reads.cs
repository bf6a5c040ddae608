using System.Text;
using System.Text.Json;
using JsonApi.Definitions;

namespace Benchmarks.Floor;

/// <summary>The read endpoints: one or two statements, rows written as they come.</summary>
internal static class Reads
{
    internal static int List(FloorConnection connection, byte[] company, HttpRequest http)
    {
        var query = http.QueryString.Value ?? "";
        if (!ListRequest.TryRead(query, out var request))
            return StatusCodes.Status400BadRequest;
        var withItems = request.Include is not null;
        var rows = Choose(connection, request);
        if (rows is null)
            return StatusCodes.Status400BadRequest;
        if (request.Total)
            connection.Begin.Run();
        rows.Bind(1, company);
        if (request.After is null)
            rows.Bind(3, request.Size + 1).Bind(4, request.Offset);
        else
            rows.Bind(4, request.Size + 1);

        var writer = connection.Writer;
        writer.WriteStartObject();
        writer.WriteStartArray("data"u8);
        connection.IncludedWriter.WriteStartArray();
        var hasNext = WriteRows(connection, rows, request.Size, withItems);
        writer.WriteEndArray();
        WriteIncluded(connection, withItems);
        writer.WriteStartObject("meta"u8);
        if (request.Total)
            WriteTotal(connection, company, request.Implicit == true);
        writer.WriteEndObject();
        request.WriteLinks(writer, http.Path.Value!, query, hasNext);
        writer.WriteEndObject();
        return StatusCodes.Status200OK;
    }

    internal static int CollectionItem(FloorConnection connection, byte[] company, string id)
    {
        var row = connection.CollectionItem;
        Bind(row, company, id);
        try
        {
            if (!row.Step())
                return StatusCodes.Status404NotFound;
            WriteOne(connection.Writer, row);
            return StatusCodes.Status200OK;
        }
        finally
        {
            row.Reset();
        }
    }

    internal static int Collection(FloorConnection connection, byte[] company, HttpRequest http, string id)
    {
        if (http.Query["include"] != "collection_items,collection_items.item,collection_items.item.photo")
            return StatusCodes.Status400BadRequest;
        connection.Begin.Run();
        var found = WriteCollection(connection, company, id);
        connection.Commit.Run();
        return found ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
    }

    /// <summary>The search of the workload: its three values from the body, everything else as it always is.</summary>
    internal static int Search(FloorConnection connection, byte[] company, ReadOnlySpan<byte> body)
    {
        const int Size = 25;
        var rows = connection.SearchPage.Bind(1, company).Bind(5, Size + 1);
        var json = new Utf8JsonReader(body);
        while (json.Read())
            if (json.TokenType == JsonTokenType.PropertyName)
                if (json.ValueTextEquals("gte"u8) && json.Read())
                    rows.Bind(2, json.GetInt64());
                else if (json.ValueTextEquals("buffer_time_before"u8) && json.Read())
                    rows.Bind(3, json.GetInt64());
                else if (json.ValueTextEquals("prefix"u8) && json.Read())
                    rows.Bind(4, Encoding.UTF8.GetBytes(WireText.Fold(json.GetString()!)));
        var writer = connection.Writer;
        writer.WriteStartObject();
        writer.WriteStartArray("data"u8);
        for (var written = 0; rows.Step() && written < Size; written++)
            Documents.WriteProductGroup(writer, rows);
        rows.Reset();
        writer.WriteEndArray();
        WriteEmptyMeta(writer);
        writer.WriteEndObject();
        return StatusCodes.Status200OK;
    }

    /// <summary>A whole document with one collection item.</summary>
    internal static void WriteOne(Utf8JsonWriter writer, Statement row)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("data"u8);
        Documents.WriteCollectionItem(writer, row);
        WriteEmptyMeta(writer);
        writer.WriteEndObject();
    }

    private static Statement? Choose(FloorConnection connection, in ListRequest request)
    {
        if (request is { CollectionId: { } collection, Implicit: null, Sort: "position", Total: false })
        {
            var list = request.Include is null ? connection.CollectionPage : connection.CollectionPageWithItems;
            Bind(list, default, collection);
            return list;
        }

        if (request is not { CollectionId: null, Sort: "-created_at", Include: null })
            return null;
        if (request is { After: not null, Implicit: null, Total: false })
        {
            var (createdAt, id) = request.Cursor();
            return connection.NewestPageAfter.Bind(2, createdAt).Bind(3, id);
        }
        if (request.Implicit is { } kind)
            return connection.NewestOfKindPage.Bind(2, kind ? 1 : 0);
        return request.Total ? null : connection.NewestPage;
    }

    private static bool WriteRows(FloorConnection connection, Statement rows, int size, bool withItems)
    {
        var written = 0;
        while (rows.Step())
        {
            // One row more than the page size, which shows whether there is a next page.
            if (written++ == size)
                break;
            if (withItems)
            {
                Documents.WriteCollectionItemWithItem(connection.Writer, rows);
                Documents.WriteItemAndPhoto(connection.IncludedWriter, rows, connection.Seen);
            }
            else
            {
                Documents.WriteCollectionItem(connection.Writer, rows);
            }
        }

        rows.Reset();
        return written > size;
    }

    private static bool WriteCollection(FloorConnection connection, byte[] company, string id)
    {
        var writer = connection.Writer;
        var collection = connection.Collection;
        Bind(collection, company, id);
        var found = collection.Step();
        if (found)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("data"u8);
            Documents.StartCollection(writer, collection);
        }

        collection.Reset();
        if (!found)
            return false;
        var rows = connection.WholeCollectionWithItems;
        Bind(rows, company, id);
        connection.IncludedWriter.WriteStartArray();
        while (rows.Step())
        {
            Documents.WriteCollectionItemIdentifier(writer, rows);
            Documents.WriteCollectionItemWithItem(connection.IncludedWriter, rows);
            Documents.WriteItemAndPhoto(connection.IncludedWriter, rows, connection.Seen);
        }

        rows.Reset();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        WriteIncluded(connection, included: true);
        WriteEmptyMeta(writer);
        writer.WriteEndObject();
        return true;
    }

    private static void WriteIncluded(FloorConnection connection, bool included)
    {
        if (!included)
            return;
        connection.IncludedWriter.WriteEndArray();
        connection.IncludedWriter.Flush();
        connection.Writer.WritePropertyName("included"u8);
        connection.Writer.WriteRawValue(connection.Included.WrittenSpan, skipInputValidation: true);
    }

    private static void WriteTotal(FloorConnection connection, byte[] company, bool isImplicit)
    {
        var count = connection.CountOfKind.Bind(1, company).Bind(2, isImplicit ? 1 : 0);
        count.Step();
        connection.Writer.WriteStartObject("total"u8);
        connection.Writer.WriteNumber("count"u8, count.Number(0));
        connection.Writer.WriteEndObject();
        count.Reset();
        connection.Commit.Run();
    }

    private static void WriteEmptyMeta(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("meta"u8);
        writer.WriteEndObject();
    }

    private static void Bind(Statement statement, ReadOnlySpan<byte> company, string id)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (!company.IsEmpty)
            statement.Bind(1, company);
        // An id of any other length is no uuid and matches no row.
        statement.Bind(2, id.Length <= 64 && Encoding.UTF8.TryGetBytes(id, bytes, out var length) ? bytes[..length] : "-"u8);
    }
}
