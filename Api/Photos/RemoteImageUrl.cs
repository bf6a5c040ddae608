using FluentValidation;

namespace Api.Photos;

/// <summary>
/// URLs of images that lie elsewhere (<c>remote_photo_url</c>, <c>remote_image_url</c>, <c>external_image_url</c>). They are kept and
/// handed out, never fetched, so what matters is that a browser can take them for nothing but an address of the web.
/// </summary>
internal static class RemoteImageUrl
{
    internal const int MaxLength = 2048;
    internal const string Message = "should be an absolute http or https URL of 2,048 characters at most, without user name and password";

    internal static bool IsValid(string text) =>
        text.Length <= MaxLength
        && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        // Parsers forgive these, each in its own way.
        && !text.Any(character => character is '\\' or '"' or '<' or '>' || char.IsControl(character) || char.IsWhiteSpace(character))
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Host.Length > 0
        && !Authority(text).Contains('@');

    /// <summary>The rule as a validator takes it; null is for another rule to refuse.</summary>
    internal static IRuleBuilderOptions<T, string?> MustBeRemoteImageUrl<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || IsValid(text)).WithErrorCode("invalid_url").WithMessage(Message);

    /// <summary>As it is written: a parser may have dropped an empty user name.</summary>
    private static ReadOnlySpan<char> Authority(string text)
    {
        var rest = text.AsSpan(text.IndexOf("//", StringComparison.Ordinal) + 2);
        var end = rest.IndexOfAny('/', '?', '#');
        return end < 0 ? rest : rest[..end];
    }
}
