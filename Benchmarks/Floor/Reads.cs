using System.Text;
using System.Text.Json;
using JsonApi.Definitions;

namespace Benchmarks.Floor;

/// <summary>The read endpoints: one or two statements, rows written as they come.</summary>
internal static class Reads
{
    internal static int List(Session session, byte[] company, HttpRequest http)
    {
        var query = http.QueryString.Value ?? "";
        if (!ListRequest.TryRead(query, out var request))
            return StatusCodes.Status400BadRequest;
        var withItems = request.Include is not null;
        var rows = Choose(session, request);
        if (rows is null)
            return StatusCodes.Status400BadRequest;
        if (request.Total)
            session.Begin.Run();
        rows.Bind(1, company);
        if (request.After is null)
            rows.Bind(3, request.Size + 1).Bind(4, request.Offset);
        else
            rows.Bind(4, request.Size + 1);

        var writer = session.Writer;
        writer.WriteStartObject();
        writer.WriteStartArray("data"u8);
        session.IncludedWriter.WriteStartArray();
        var hasNext = WriteRows(session, rows, request.Size, withItems);
        writer.WriteEndArray();
        WriteIncluded(session, withItems);
        writer.WriteStartObject("meta"u8);
        if (request.Total)
            WriteTotal(session, company, request.Implicit == true);
        writer.WriteEndObject();
        request.WriteLinks(writer, http.Path.Value!, query, hasNext);
        writer.WriteEndObject();
        return StatusCodes.Status200OK;
    }

    internal static int Place(Session session, byte[] company, string id)
    {
        var row = session.Place;
        Bind(row, company, id);
        try
        {
            if (!row.Step())
                return StatusCodes.Status404NotFound;
            WriteOne(session.Writer, row);
            return StatusCodes.Status200OK;
        }
        finally
        {
            row.Reset();
        }
    }

    internal static int Collection(Session session, byte[] company, HttpRequest http, string id)
    {
        if (http.Query["include"] != "collection_items,collection_items.item,collection_items.item.photo")
            return StatusCodes.Status400BadRequest;
        session.Begin.Run();
        var found = WriteCollection(session, company, id);
        session.Commit.Run();
        return found ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
    }

    /// <summary>The search of the workload: its three values from the body, everything else as it always is.</summary>
    internal static int Search(Session session, byte[] company, ReadOnlySpan<byte> body)
    {
        const int Size = 25;
        var rows = session.SearchPage.Bind(1, company).Bind(5, Size + 1);
        var json = new Utf8JsonReader(body);
        while (json.Read())
            if (json.TokenType == JsonTokenType.PropertyName)
                if (json.ValueTextEquals("gte"u8) && json.Read())
                    rows.Bind(2, json.GetInt64());
                else if (json.ValueTextEquals("buffer_time_before"u8) && json.Read())
                    rows.Bind(3, json.GetInt64());
                else if (json.ValueTextEquals("prefix"u8) && json.Read())
                    rows.Bind(4, Encoding.UTF8.GetBytes(WireText.Fold(json.GetString()!)));
        var writer = session.Writer;
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

    private static Statement? Choose(Session session, in ListRequest request)
    {
        if (request is { CollectionId: { } collection, Implicit: null, Sort: "position", Total: false })
        {
            var shelf = request.Include is null ? session.CollectionPage : session.CollectionPageWithItems;
            Bind(shelf, default, collection);
            return shelf;
        }

        if (request is not { CollectionId: null, Sort: "-created_at", Include: null })
            return null;
        if (request is { After: not null, Implicit: null, Total: false })
        {
            var (createdAt, id) = request.Cursor();
            return session.NewestPageAfter.Bind(2, createdAt).Bind(3, id);
        }
        if (request.Implicit is { } kind)
            return session.NewestOfKindPage.Bind(2, kind ? 1 : 0);
        return request.Total ? null : session.NewestPage;
    }

    private static bool WriteRows(Session session, Statement rows, int size, bool withItems)
    {
        var written = 0;
        while (rows.Step())
        {
            // One row more than the page was asked for: it tells whether there is a next one.
            if (written++ == size)
                break;
            if (withItems)
            {
                Documents.WriteCollectionItemWithItem(session.Writer, rows);
                Documents.WriteItemAndPhoto(session.IncludedWriter, rows, session.Seen);
            }
            else
            {
                Documents.WriteCollectionItem(session.Writer, rows);
            }
        }

        rows.Reset();
        return written > size;
    }

    private static bool WriteCollection(Session session, byte[] company, string id)
    {
        var writer = session.Writer;
        var collection = session.Collection;
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
        var rows = session.WholeCollectionWithItems;
        Bind(rows, company, id);
        session.IncludedWriter.WriteStartArray();
        while (rows.Step())
        {
            Documents.WriteCollectionItemIdentifier(writer, rows);
            Documents.WriteCollectionItemWithItem(session.IncludedWriter, rows);
            Documents.WriteItemAndPhoto(session.IncludedWriter, rows, session.Seen);
        }

        rows.Reset();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        WriteIncluded(session, included: true);
        WriteEmptyMeta(writer);
        writer.WriteEndObject();
        return true;
    }

    private static void WriteIncluded(Session session, bool included)
    {
        if (!included)
            return;
        session.IncludedWriter.WriteEndArray();
        session.IncludedWriter.Flush();
        session.Writer.WritePropertyName("included"u8);
        session.Writer.WriteRawValue(session.Included.WrittenSpan, skipInputValidation: true);
    }

    private static void WriteTotal(Session session, byte[] company, bool isImplicit)
    {
        var count = session.CountOfKind.Bind(1, company).Bind(2, isImplicit ? 1 : 0);
        count.Step();
        session.Writer.WriteStartObject("total"u8);
        session.Writer.WriteNumber("count"u8, count.Number(0));
        session.Writer.WriteEndObject();
        count.Reset();
        session.Commit.Run();
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
