using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Benchmarks.Floor;

/// <summary>Writes rows of <see cref="FavouritesShapes"/> as HAL resources.</summary>
internal static class HalDocuments
{
    internal const string Root = "/api/v2";

    private const int WholeSeconds = 19;

    /// <param name="server">The server's address, with which every link begins.</param>
    internal static void WriteItem(Utf8JsonWriter writer, Statement row, string server, string collection, string user, long position)
    {
        var id = Encoding.ASCII.GetString(row.Text(1));
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        WriteTime(writer, "created_at"u8, row.Text(2));
        WriteTime(writer, "updated_at"u8, row.Text(3));
        writer.WriteNumber("position"u8, position);
        writer.WriteStartObject("_links"u8);
        WriteLink(writer, "self"u8, $"{server}{Root}/collection_items/{id}?collection_id={collection}&user_id={user}");
        WriteLink(writer, "user"u8, $"{server}{Root}/users/{user}");
        WriteLink(writer, "collection"u8, $"{server}{Root}/collections/{collection}");
        WriteLink(writer, "artwork"u8, $"{server}{Root}/artworks/{Encoding.ASCII.GetString(row.Text(4))}");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    internal static void WriteArtwork(Utf8JsonWriter writer, Statement row, string server)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, row.Text(2));
        writer.WriteString("slug"u8, row.Text(3));
        WriteTime(writer, "created_at"u8, row.Text(4));
        WriteTime(writer, "updated_at"u8, row.Text(5));
        writer.WriteString("title"u8, row.Text(6));
        WriteText(writer, "category"u8, row, 7);
        WriteText(writer, "medium"u8, row, 8);
        WriteText(writer, "date"u8, row, 9);
        writer.WriteStartObject("dimensions"u8);
        WriteSize(writer, "in", 25.4, row);
        WriteSize(writer, "cm", 10, row);
        writer.WriteEndObject();
        writer.WriteString("artist_id"u8, row.Text(13));
        writer.WriteString("artist_name"u8, row.Text(14));
        WriteText(writer, "credit_line"u8, row, 15);
        writer.WriteStartObject("_links"u8);
        WriteLink(writer, "self"u8, $"{server}{Root}/artworks/{Encoding.ASCII.GetString(row.Text(2))}");
        WriteLink(writer, "artists"u8, $"{server}{Root}/artists/{Encoding.ASCII.GetString(row.Text(13))}");
        WriteLink(writer, "thumbnail"u8, row, 16);
        WriteLink(writer, "image"u8, row, 17);
        WriteLink(writer, "permalink"u8, row, 18);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    internal static void WriteLink(Utf8JsonWriter writer, ReadOnlySpan<byte> relation, string href)
    {
        writer.WriteStartObject(relation);
        writer.WriteString("href"u8, href);
        writer.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter writer, ReadOnlySpan<byte> relation, Statement row, int column)
    {
        if (row.IsNull(column))
            return;
        writer.WriteStartObject(relation);
        writer.WriteString("href"u8, row.Text(column));
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Statement row, int column)
    {
        if (row.IsNull(column))
            writer.WriteNull(name);
        else
            writer.WriteString(name, row.Text(column));
    }

    private static void WriteTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> instant)
    {
        Span<byte> text = stackalloc byte[WholeSeconds + 6];
        instant[..WholeSeconds].CopyTo(text);
        "+00:00"u8.CopyTo(text[WholeSeconds..]);
        writer.WriteString(name, text);
    }

    private static void WriteSize(Utf8JsonWriter writer, string unit, double length, Statement row)
    {
        Span<char> text = stackalloc char[96];
        var filled = 0;
        for (var column = 10; column < 13; column++)
            if (!row.IsNull(column))
            {
                text[filled..].TryWrite(CultureInfo.InvariantCulture, $"{(filled > 0 ? " × " : "")}{Side(row, column, length)}", out var written);
                filled += written;
            }
        writer.WriteStartObject(unit);
        if (filled == 0)
            writer.WriteNull("text"u8);
        else
        {
            text[filled..].TryWrite($" {unit}", out var written);
            writer.WriteString("text"u8, text[..(filled + written)]);
        }
        WriteSide(writer, "height"u8, row, 10, length);
        WriteSide(writer, "width"u8, row, 11, length);
        WriteSide(writer, "depth"u8, row, 12, length);
        writer.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Statement row, int column, double length)
    {
        if (row.IsNull(column))
            writer.WriteNull(name);
        else
            writer.WriteNumber(name, Side(row, column, length));
    }

    private static double Side(Statement row, int column, double length) => Math.Round(row.Real(column) / length, 2);
}
