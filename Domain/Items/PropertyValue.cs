using System.Globalization;
using System.Text.RegularExpressions;

namespace Domain.Items;

/// <summary>What the value of a property may be, by its type.</summary>
public static partial class PropertyValue
{
    /// <summary>What is wrong with a value. A value that is not required may be left out, whatever its type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="value">The value; null where there is none.</param>
    /// <param name="isRequired">Whether there has to be one.</param>
    /// <param name="options">The values of the type select.</param>
    public static PropertyFault Check(PropertyType type, string? value, bool isRequired, IReadOnlyList<string> options) =>
        value is null ? isRequired ? PropertyFault.Blank : PropertyFault.None
        : type switch
        {
            PropertyType.DateField when !IsDate(value) => PropertyFault.NoDate,
            PropertyType.Email when !Email().IsMatch(value) => PropertyFault.NoEmail,
            PropertyType.Phone when !Phone().IsMatch(value) => PropertyFault.NoPhone,
            PropertyType.Select when !options.Contains(value) => PropertyFault.NoOption,
            _ => PropertyFault.None,
        };

    /// <summary>A value as it is kept: one of blanks alone is none.</summary>
    public static string? Kept(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static bool IsDate(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>One @ between parts without blanks. Whether there is a mailbox, only a message to it shows.</summary>
    [GeneratedRegex(@"\A[^@\s]+@[^@\s.]+(\.[^@\s.]+)*\z")]
    private static partial Regex Email();

    /// <summary>Three digits or more, with the signs that people put between them and an extension.</summary>
    [GeneratedRegex(@"\A(\s*\+)?([\s()./-]*[0-9]){3,}[\s()./-]*((x|ext\.?|#)\s*[0-9]+\s*)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Phone();
}
