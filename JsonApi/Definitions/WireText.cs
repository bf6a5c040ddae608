using System.Globalization;
using System.Text;
using System.Text.Json;

namespace JsonApi.Definitions;

/// <summary>The text of values on the wire. Stores that keep text keep this text.</summary>
public static class WireText
{
    private const string InstantFormat = "yyyy-MM-ddTHH:mm:ss.ffffff+00:00";

    /// <summary>UTC with six digits: <c>2025-07-09T12:28:43.601222+00:00</c>.</summary>
    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>36 lower-case characters.</summary>
    public static string Write(Guid id) => id.ToString("D");

    /// <summary>The member's name in snake case: <c>SalesItem</c> is <c>sales_item</c>.</summary>
    public static string Write<TEnum>(TEnum value) where TEnum : struct, Enum => EnumNames<TEnum>.Names[value];

    /// <summary>The reverse of <see cref="Write(DateTimeOffset)"/>; throws on any other text.</summary>
    public static DateTimeOffset ReadInstant(string text) =>
        DateTimeOffset.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>The reverse of <see cref="Write{TEnum}(TEnum)"/>; throws on an unknown name.</summary>
    public static TEnum ReadEnum<TEnum>(string text) where TEnum : struct, Enum => EnumNames<TEnum>.Values[text];

    /// <summary>The same for an enum type that is only known at run time.</summary>
    public static object ReadEnum(Type enumType, string text) =>
        Enum.Parse(enumType, Enum.GetNames(enumType).First(name => JsonNamingPolicy.SnakeCaseLower.ConvertName(name) == text));

    /// <summary>All names of an enum, in the order of declaration.</summary>
    public static string[] Names(Type enumType) =>
        [.. Enum.GetNames(enumType).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>The current time without fractions of a microsecond, which the wire does not have.</summary>
    public static DateTimeOffset Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>Case folding, the same on every database: NFC, then upper case without culture.</summary>
    public static string Fold(string text) => Compose(text).ToUpperInvariant();

    /// <summary>The framework throws on U+FFFE, a valid character that composes with none, so the parts around it are composed one by one.</summary>
    private static string Compose(string text) => text.Contains('\uFFFE', StringComparison.Ordinal)
        ? string.Join('\uFFFE', text.Split('\uFFFE').Select(part => part.Normalize(NormalizationForm.FormC)))
        : text.Normalize(NormalizationForm.FormC);

    private static class EnumNames<TEnum> where TEnum : struct, Enum
    {
        internal static readonly Dictionary<TEnum, string> Names =
            Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        internal static readonly Dictionary<string, TEnum> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
