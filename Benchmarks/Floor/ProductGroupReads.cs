using System.Globalization;
using System.Text.Json;

namespace Benchmarks.Floor;

/// <summary>A page of product groups with products, properties and photos: three statements, read side by side in one order.</summary>
internal static class ProductGroupReads
{
    internal const string Include = "products,properties,photo";

    private const int Size = 25;

    private static readonly JsonEncodedText Products = JsonEncodedText.Encode("products");
    private static readonly JsonEncodedText Properties = JsonEncodedText.Encode("properties");

    internal static int List(FloorConnection connection, byte[] company, HttpRequest http)
    {
        if (http.Query["include"] != Include || !int.TryParse(http.Query["page[number]"], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return StatusCodes.Status400BadRequest;
        var (groups, products, properties) = (connection.ProductGroupPage, connection.ProductsOfPage, connection.PropertiesOfPage);
        connection.Begin.Run();
        foreach (var statement in (Statement[])[groups, products, properties])
            statement.Bind(1, company).Bind(2, statement == groups ? Size + 1 : Size).Bind(3, (number - 1L) * Size);
        var (writer, included) = (connection.Writer, connection.IncludedWriter);
        writer.WriteStartObject();
        writer.WriteStartArray("data"u8);
        included.WriteStartArray();
        var (hasProduct, hasProperty) = (products.Step(), properties.Step());
        for (var written = 0; groups.Step() && written < Size; written++)
        {
            Documents.StartProductGroup(writer, groups);
            WriteParts(connection, Products, products, Shapes.Product, ref hasProduct);
            WriteParts(connection, Properties, properties, Shapes.Property, ref hasProperty);
            Documents.WritePhoto(writer, included, groups, connection.Seen);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        foreach (var statement in (Statement[])[groups, products, properties])
            statement.Reset();
        connection.Commit.Run();
        writer.WriteEndArray();
        included.WriteEndArray();
        included.Flush();
        writer.WritePropertyName("included"u8);
        writer.WriteRawValue(connection.Included.WrittenSpan, skipInputValidation: true);
        writer.WriteStartObject("meta"u8);
        writer.WriteEndObject();
        writer.WriteEndObject();
        return StatusCodes.Status200OK;
    }

    private static void WriteParts(FloorConnection connection, JsonEncodedText type, Statement parts, Shapes.PartShape shape, ref bool hasPart)
    {
        connection.Writer.WriteStartObject(type);
        connection.Writer.WriteStartArray("data"u8);
        var group = connection.ProductGroupPage.Text(Shapes.ProductGroupWithPhoto.Id);
        while (hasPart && parts.Text(shape.Group).SequenceEqual(group))
        {
            Documents.WritePartIdentifier(connection.Writer, type, parts, shape);
            Documents.WritePart(connection.IncludedWriter, type, parts, shape);
            hasPart = parts.Step();
        }
        connection.Writer.WriteEndArray();
        connection.Writer.WriteEndObject();
    }
}
