using Domain;

namespace Api.Photos;

/// <summary>The name that the URL of a photo ends in. It is part of the URL alone: files are found by the name that cannot be guessed.</summary>
internal static class PhotoFileName
{
    private const string Nameless = "upload";
    private const int MaxLength = 100;

    /// <summary>The name of an uploaded file without folders and extension, or the name of what it shows, as it can be written in a URL.</summary>
    internal static string From(string? fileName, string? name)
    {
        if (fileName is null)
            return Slug.From(name ?? "", Nameless) is var slug && slug.Length > MaxLength ? slug[..MaxLength].TrimEnd('-') : slug;
        var file = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var stem = Path.GetFileNameWithoutExtension(file).Trim();
        if (!stem.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'))
            stem = Slug.From(stem, "");
        stem = stem.Length > MaxLength ? stem[..MaxLength] : stem;
        return stem.Trim('.') is { Length: > 0 } safe ? safe : Nameless;
    }
}
