using System.Buffers.Text;
using System.Text.Json;

namespace Benchmarks.Floor;

/// <summary>Writes rows as JSON:API resource objects.</summary>
internal static class Documents
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText Attributes = JsonEncodedText.Encode("attributes");
    private static readonly JsonEncodedText Relationships = JsonEncodedText.Encode("relationships");
    private static readonly JsonEncodedText Item = JsonEncodedText.Encode("item");
    private static readonly JsonEncodedText Photo = JsonEncodedText.Encode("photo");
    private static readonly JsonEncodedText Photos = JsonEncodedText.Encode("photos");
    private static readonly JsonEncodedText CollectionItems = JsonEncodedText.Encode("collection_items");
    private static readonly JsonEncodedText ProductGroups = JsonEncodedText.Encode("product_groups");
    private static readonly JsonEncodedText Meta = JsonEncodedText.Encode("meta");
    private static readonly JsonEncodedText Collections = JsonEncodedText.Encode("collections");

    /// <summary>A collection item without relationships.</summary>
    internal static void WriteCollectionItem(Utf8JsonWriter writer, Statement row)
    {
        StartResource(writer, row.Text(Shapes.CollectionItem.Id), CollectionItems, row, Shapes.CollectionItem.Attributes);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A collection item that names its item.</summary>
    internal static void WriteCollectionItemWithItem(Utf8JsonWriter writer, Statement row)
    {
        var shape = Shapes.CollectionItemWithItem;
        StartResource(writer, row.Text(shape.Id), CollectionItems, row, shape.Attributes);
        writer.WriteStartObject(Item);
        writer.WriteStartObject(Data);
        writer.WriteString(Type, row.Text(shape.Kind));
        writer.WriteString(Id, row.Text(shape.ItemId));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>The row's item, then its photo, where they were not written before.</summary>
    internal static void WriteItemAndPhoto(Utf8JsonWriter writer, Statement row, HashSet<Guid> seen)
    {
        var shape = Shapes.CollectionItemWithItem;
        var item = row.Text(shape.ItemId);
        if (!seen.Add(Read(item)))
            return;
        var kind = row.Text(shape.Kind);
        writer.WriteStartObject();
        writer.WriteString(Id, item);
        writer.WriteString(Type, kind);
        writer.WriteStartObject(Attributes);
        ColumnWriter.Write(writer, row, kind.SequenceEqual("bundles"u8) ? shape.Bundle : shape.ProductGroup);
        writer.WriteEndObject();
        writer.WriteStartObject(Relationships);
        writer.WriteStartObject(Photo);
        var photo = row.Text(shape.PhotoId);
        if (photo.IsEmpty)
            writer.WriteNull(Data);
        else
            WriteLinkage(writer, photo);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (photo.IsEmpty || !seen.Add(Read(photo)))
            return;
        StartResource(writer, photo, Photos, row, shape.Photo);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A whole document with one collection.</summary>
    internal static void WriteCollection(Utf8JsonWriter writer, Statement row)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(Data);
        StartResource(writer, row.Text(Shapes.CollectionId), Collections, row, Shapes.Collection);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject(Meta);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A product group without relationships.</summary>
    internal static void WriteProductGroup(Utf8JsonWriter writer, Statement row)
    {
        var shape = Shapes.ProductGroup;
        StartResource(writer, row.Text(shape.Id), ProductGroups, row, shape.Attributes);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A product group up to the open object of its relationships.</summary>
    internal static void StartProductGroup(Utf8JsonWriter writer, Statement row) =>
        StartResource(writer, row.Text(Shapes.ProductGroupWithPhoto.Id), ProductGroups, row, Shapes.ProductGroupWithPhoto.Attributes);

    /// <summary>A product or a property.</summary>
    internal static void WritePart(Utf8JsonWriter writer, JsonEncodedText type, Statement row, Shapes.PartShape shape)
    {
        StartResource(writer, row.Text(shape.Id), type, row, shape.Attributes);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    internal static void WritePartIdentifier(Utf8JsonWriter writer, JsonEncodedText type, Statement row, Shapes.PartShape shape)
    {
        writer.WriteStartObject();
        writer.WriteString(Type, type);
        writer.WriteString(Id, row.Text(shape.Id));
        writer.WriteEndObject();
    }

    /// <summary>The photo of a product group, in its relationships and among the included resources.</summary>
    internal static void WritePhoto(Utf8JsonWriter writer, Utf8JsonWriter included, Statement row, HashSet<Guid> seen)
    {
        writer.WriteStartObject(Photo);
        var photo = row.Text(Shapes.ProductGroupWithPhoto.PhotoId);
        if (photo.IsEmpty)
            writer.WriteNull(Data);
        else
            WriteLinkage(writer, photo);
        writer.WriteEndObject();
        if (photo.IsEmpty || !seen.Add(Read(photo)))
            return;
        StartResource(included, photo, Photos, row, Shapes.ProductGroupWithPhoto.Photo);
        included.WriteEndObject();
        included.WriteEndObject();
    }

    /// <summary>A collection up to the open array of its collection items' identifiers.</summary>
    internal static void StartCollection(Utf8JsonWriter writer, Statement row)
    {
        StartResource(writer, row.Text(Shapes.CollectionId), Collections, row, Shapes.Collection);
        writer.WriteStartObject(CollectionItems);
        writer.WriteStartArray(Data);
    }

    internal static void WriteCollectionItemIdentifier(Utf8JsonWriter writer, Statement row)
    {
        writer.WriteStartObject();
        writer.WriteString(Type, CollectionItems);
        writer.WriteString(Id, row.Text(Shapes.CollectionItemWithItem.Id));
        writer.WriteEndObject();
    }

    private static void WriteLinkage(Utf8JsonWriter writer, ReadOnlySpan<byte> photo)
    {
        writer.WriteStartObject(Data);
        writer.WriteString(Type, Photos);
        writer.WriteString(Id, photo);
        writer.WriteEndObject();
    }

    private static void StartResource(
        Utf8JsonWriter writer, ReadOnlySpan<byte> id, JsonEncodedText type, Statement row, Column[] attributes)
    {
        writer.WriteStartObject();
        writer.WriteString(Id, id);
        writer.WriteString(Type, type);
        writer.WriteStartObject(Attributes);
        ColumnWriter.Write(writer, row, attributes);
        writer.WriteEndObject();
        writer.WriteStartObject(Relationships);
    }

    private static Guid Read(ReadOnlySpan<byte> id) =>
        Utf8Parser.TryParse(id, out Guid value, out _) ? value : throw new InvalidOperationException("Not a uuid in an id column.");
}
