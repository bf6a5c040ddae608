using System.Buffers;
using System.Text;
using System.Text.Json;
using JsonApi.Definitions;

namespace Benchmarks.Floor;

/// <summary>The statements of the favourites API on one connection, and the answers from them.</summary>
internal sealed class FavouritesStatements
{
    private readonly Statement _items, _artworks, _countBefore, _begin, _commit, _rollback, _insert, _find, _delete;
    private readonly Utf8JsonWriter _writer, _rowWriter;
    private readonly ArrayBufferWriter<byte> _answer = new(1024);
    private readonly ArrayBufferWriter<byte> _rows;

    internal FavouritesStatements(FloorConnection connection)
    {
        (_writer, _rowWriter, _rows) = (connection.Writer, connection.IncludedWriter, connection.Included);
        _items = connection.Prepare(FavouritesShapes.Items);
        _artworks = connection.Prepare(FavouritesShapes.Artworks);
        _countBefore = connection.Prepare(FavouritesShapes.CountBefore);
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _rollback = connection.Prepare("ROLLBACK");
        _insert = connection.Prepare(FavouritesShapes.Insert);
        _find = connection.Prepare(FavouritesShapes.Find);
        _delete = connection.Prepare(FavouritesShapes.Delete);
    }

    /// <summary>The document of the last request.</summary>
    internal ReadOnlySpan<byte> Answer => _answer.WrittenSpan;

    internal void List(FavouritesCaller caller, FavouritesRequest request, string server, string query, bool isOfArtworks)
    {
        var name = isOfArtworks ? "artworks" : "collection_items";
        var address = $"{server}{HalDocuments.Root}/{name}";
        var rows = (isOfArtworks ? _artworks : _items).Bind(1, caller.Company).Bind(2, Encoding.ASCII.GetBytes(request.Collection)).Bind(3, caller.User)
            .Bind(4, request.After?.Rank ?? long.MinValue).Bind(5, request.After?.Id ?? []).Bind(6, FavouritesRequest.Size + 1).Bind(7, request.Offset);
        // Whether there is a next page is known after the rows, and written before them.
        var next = WriteRows(rows, caller, request, server, isOfArtworks);
        Start();
        _writer.WriteStartObject();
        _writer.WriteNull("total_count"u8);
        _writer.WriteStartObject("_links"u8);
        HalDocuments.WriteLink(_writer, "self"u8, address + query);
        if (next is { } last)
            HalDocuments.WriteLink(_writer, "next"u8, request.Next(address, last.Rank, last.Id));
        _writer.WriteEndObject();
        _writer.WriteStartObject("_embedded"u8);
        _writer.WritePropertyName(name);
        _writer.WriteRawValue(_rows.WrittenSpan, skipInputValidation: true);
        _writer.WriteEndObject();
        _writer.WriteEndObject();
        _writer.Flush();
    }

    /// <summary>What the page ends at, where more follow.</summary>
    private (long Rank, string Id)? WriteRows(Statement rows, FavouritesCaller caller, FavouritesRequest request, string server, bool isOfArtworks)
    {
        _rows.ResetWrittenCount();
        _rowWriter.Reset(_rows);
        _rowWriter.WriteStartArray();
        var (count, before, last, hasNext) = (0, (long)request.Offset, (Rank: 0L, Id: ""), false);
        while (rows.Step())
        {
            hasNext = count++ == FavouritesRequest.Size;
            if (hasNext)
                break;
            if (count == 1 && !isOfArtworks && request.After is not null)
                before = CountBefore(caller.Company, Encoding.ASCII.GetBytes(request.Collection), rows.Number(0));
            if (isOfArtworks)
                HalDocuments.WriteArtwork(_rowWriter, rows, server);
            else
                HalDocuments.WriteItem(_rowWriter, rows, server, request.Collection, request.User, before + count);
            if (count == FavouritesRequest.Size)
                last = (rows.Number(0), Encoding.ASCII.GetString(rows.Text(1)));
        }
        rows.Reset();
        _rowWriter.WriteEndArray();
        _rowWriter.Flush();
        return hasNext ? last : null;
    }

    /// <summary>The id of the new item, or null where it cannot be made.</summary>
    internal string? Add(FavouritesCaller caller, string collection, string artwork, string server)
    {
        var (key, now) = (Encoding.ASCII.GetBytes(collection), Encoding.ASCII.GetBytes(WireText.Write(WireText.Now(TimeProvider.System))));
        var id = WireText.Write(Guid.CreateVersion7());
        _begin.Run();
        _insert.Bind(1, caller.Company).Bind(2, key).Bind(3, caller.User).Bind(4, Encoding.ASCII.GetBytes(id)).Bind(5, now)
            .Bind(6, Encoding.ASCII.GetBytes(artwork));
        var isAdded = _insert.Step();
        if (isAdded)
            KeepItem(caller, _insert, key, server);
        _insert.Reset();
        (isAdded ? _commit : _rollback).Run();
        return isAdded ? id : null;
    }

    /// <summary>Whether there was such an item.</summary>
    internal bool Delete(FavouritesCaller caller, string id, string server)
    {
        var key = Encoding.ASCII.GetBytes(id);
        _begin.Run();
        _find.Bind(1, caller.Company).Bind(2, key).Bind(3, caller.User);
        var isFound = _find.Step();
        if (isFound)
            KeepItem(caller, _find, _find.Text(5).ToArray(), server);
        _find.Reset();
        if (isFound)
            _delete.Bind(1, caller.Company).Bind(2, key).Run();
        (isFound ? _commit : _rollback).Run();
        return isFound;
    }

    private void KeepItem(FavouritesCaller caller, Statement row, byte[] collection, string server)
    {
        Start();
        var position = CountBefore(caller.Company, collection, row.Number(0)) + 1;
        HalDocuments.WriteItem(_writer, row, server, Encoding.ASCII.GetString(collection), Encoding.ASCII.GetString(caller.User), position);
        _writer.Flush();
    }

    private long CountBefore(byte[] company, byte[] collection, long rank)
    {
        _countBefore.Bind(1, company).Bind(2, collection).Bind(3, rank).Step();
        var count = _countBefore.Number(0);
        _countBefore.Reset();
        return count;
    }

    private void Start()
    {
        _answer.ResetWrittenCount();
        _writer.Reset(_answer);
    }
}
