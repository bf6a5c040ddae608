using System.Globalization;
using System.Text;
using AnyAscii;

namespace Domain;

/// <summary>The name of a collection or item in a URL: lower-case ASCII letters, digits and hyphens.</summary>
public static class Slug
{
    public const int MaxLength = 200;

    /// <summary>
    /// Transliterates a name. Accents are dropped, wide letters and ligatures are spelled out, letters and digits of other scripts are
    /// written in Latin ones (an ideograph is a word of its own), an emoji becomes its name, and everything else becomes one hyphen.
    /// A name of which nothing is left (such as <c>[???]</c>) gets the word <paramref name="whenEmpty"/>.
    /// </summary>
    public static string From(string name, string whenEmpty)
    {
        var slug = new StringBuilder(Math.Min(name.Length, MaxLength));
        var isOtherScript = false;
        // The framework does not normalize U+FFFE, which is neither letter nor digit.
        foreach (var rune in name.Replace('\uFFFE', '-').Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (slug.Length >= MaxLength)
                break;
            if (!IsMark(rune))
                isOtherScript = !TryAppendLatin(slug, rune) && TryAppendOther(slug, rune, isOtherScript);
            else if (isOtherScript)
                AppendLetters(slug, rune.Transliterate());
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

    /// <summary>Appends a character that consists of ASCII or of letters spelled out here; false for any other.</summary>
    private static bool TryAppendLatin(StringBuilder slug, Rune rune)
    {
        if (rune.IsAscii)
        {
            AppendAscii(slug, (char)rune.Value);
            return true;
        }
        var parts = rune.ToString().Normalize(NormalizationForm.FormKD);
        if (!parts.All(part => char.IsAscii(part) || Letters(part) is not null || IsMark(new Rune(char.IsSurrogate(part) ? ' ' : part))))
            return false;
        foreach (var part in parts)
            if (Letters(part) is { } letters)
                slug.Append(letters);
            else if (char.IsAscii(part))
                AppendAscii(slug, part);
        return true;
    }

    /// <summary>Appends a character of another script, an emoji's name, or a hyphen; false where a mark that follows is no part of a word.</summary>
    private static bool TryAppendOther(StringBuilder slug, Rune rune, bool isAfterOther)
    {
        var text = rune.Transliterate();
        if (IsIdeograph(rune) || IsEmoji(text))
        {
            AppendHyphen(slug);
            foreach (var character in text)
                AppendAscii(slug, (char)character);
            AppendHyphen(slug);
            return false;
        }
        var isLetter = Rune.GetUnicodeCategory(rune) switch
        {
            // Some vowels are marks that take space, and Japanese has a sign that lengthens one; beside Latin letters they are signs.
            UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ModifierLetter => isAfterOther,
            _ => Rune.IsLetter(rune) || Rune.IsNumber(rune),
        };
        if (isLetter)
            AppendLetters(slug, text);
        else
            AppendHyphen(slug);
        return isLetter;
    }

    /// <summary>Appends letters and digits. Signs such as the soft one of Cyrillic are written with apostrophes, which do not divide a word.</summary>
    private static void AppendLetters(StringBuilder slug, ReadOnlySpan<byte> text)
    {
        foreach (var character in text)
            if (char.IsAsciiLetterOrDigit((char)character))
                slug.Append(char.ToLowerInvariant((char)character));
    }

    private static void AppendAscii(StringBuilder slug, char character)
    {
        if (char.IsAsciiLetterOrDigit(character))
            slug.Append(char.ToLowerInvariant(character));
        else
            AppendHyphen(slug);
    }

    private static void AppendHyphen(StringBuilder slug)
    {
        if (slug.Length > 0 && slug[^1] != '-')
            slug.Append('-');
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>Han characters, whose names would otherwise run into one long word.</summary>
    private static bool IsIdeograph(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>Emoji are transliterated to names between colons.</summary>
    private static bool IsEmoji(ReadOnlySpan<byte> text) => text is [(byte)':', _, .., (byte)':'];

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
