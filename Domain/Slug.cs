using System.Globalization;
using System.Text;

namespace Domain;

/// <summary>The name of a collection or item as it stands in a URL: lower-case ASCII letters, digits and hyphens.</summary>
public static class Slug
{
    public const int MaxLength = 200;

    /// <summary>
    /// Transliterates a name: accents fall, wide letters and ligatures are spelled out, everything that is not a letter or digit becomes
    /// one hyphen. A name of which nothing is left (such as <c>[???]</c>) gets the word <paramref name="whenEmpty"/>.
    /// </summary>
    public static string From(string name, string whenEmpty)
    {
        var slug = new StringBuilder(Math.Min(name.Length, MaxLength));
        // The framework does not normalize U+FFFE, which is neither letter nor digit.
        foreach (var character in name.Replace('\uFFFE', '-').Normalize(NormalizationForm.FormKD))
        {
            if (slug.Length >= MaxLength)
                break;
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(char.ToLowerInvariant(character));
            else if (Letters(character) is { } letters)
                slug.Append(letters);
            else if (!IsMark(character) && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var text = slug.ToString(0, Math.Min(slug.Length, MaxLength)).TrimEnd('-');
        return text.Length > 0 ? text : whenEmpty;
    }

    /// <summary>The slug itself for 1, then <c>slug-2</c>, <c>slug-3</c>, …, cut so that the number always fits.</summary>
    public static string Numbered(string slug, int number)
    {
        if (number < 2)
            return slug;
        var suffix = "-" + number.ToString(CultureInfo.InvariantCulture);
        return slug.Length + suffix.Length <= MaxLength ? slug + suffix : slug[..(MaxLength - suffix.Length)] + suffix;
    }

    private static bool IsMark(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // Letters that Unicode does not take apart into a base letter and a mark.
    private static string? Letters(char character) => character switch
    {
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        _ => null,
    };
}
