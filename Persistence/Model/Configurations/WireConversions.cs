using System.Text.Encodings.Web;
using System.Text.Json;
using JsonApi.Definitions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Persistence.Model.Configurations;

/// <summary>Values are stored the way they are written on the wire, so that rendering copies bytes.</summary>
internal static class WireConversions
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>36 lower-case characters.</summary>
    internal sealed class Uuid() : ValueConverter<Guid, string>(id => id.ToString("D"), text => Guid.Parse(text));

    /// <summary><c>2025-07-09T12:28:43.601222+00:00</c>: UTC and of fixed width, so that text order is time order.</summary>
    internal sealed class Instant() : ValueConverter<DateTimeOffset, string>(time => WireText.Write(time), text => WireText.ReadInstant(text));

    /// <summary>A JSON array of strings, each character as it is: what is written is copied into answers.</summary>
    internal sealed class Texts() : ValueConverter<List<string>, string>(
        texts => Write(texts), text => JsonSerializer.Deserialize<List<string>>(text, Relaxed)!);

    internal sealed class TextsComparer() : ValueComparer<List<string>>(
        (one, other) => one!.SequenceEqual(other!), texts => texts.Count, texts => texts.ToList());

    internal static string Write(IEnumerable<string> texts) => JsonSerializer.Serialize(texts, Relaxed);

    /// <summary>The enum member's name in snake case.</summary>
    internal sealed class EnumName<TEnum>() : ValueConverter<TEnum, string>(
        value => WireText.Write(value), text => WireText.ReadEnum<TEnum>(text))
        where TEnum : struct, Enum;
}
