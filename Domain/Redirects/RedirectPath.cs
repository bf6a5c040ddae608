using System.Globalization;
using System.Text;

namespace Domain.Redirects;

/// <summary>
/// The path of a URL on the store's own host, as redirects keep it: in one form, so that two spellings of one path are the same text
/// (RFC 3986, section 6.2.2), and with nothing in it that a browser or a server could take for another host or folder.
/// </summary>
public static class RedirectPath
{
    public const int MaxLength = 1_000;

    private const string NoControl = "should have no control characters";

    /// <summary>
    /// The path in its one form: percent-encoded only where that is needed, no slash at the end. Where the text is no path, what is wrong
    /// with it.
    /// </summary>
    public static (string? Path, string? Fault) Read(string text)
    {
        var path = new StringBuilder(text.Length);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEncoded = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            var value = isEncoded ? Convert.FromHexString(Encoding.ASCII.GetString(bytes, i + 1, 2))[0] : bytes[i];
            i += isEncoded ? 2 : 0;
            if ((isEncoded ? FaultOfEncoded(value) : FaultOf(value)) is { } fault)
                return (null, fault);
            Append(path, value, isEncoded);
        }
        var read = path.ToString();
        return FaultOf(read) is { } found ? (null, found) : (read.Length > 1 ? read.TrimEnd('/') : read, null);
    }

    private static void Append(StringBuilder path, byte value, bool isEncoded)
    {
        if (IsUnreserved(value) || (!isEncoded && value < 0x80))
            path.Append((char)value);
        else
            path.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
    }

    private static string? FaultOf(byte value) => value switch
    {
        < 0x20 or 0x7F => NoControl,
        (byte)'\\' => "should have no backslashes",
        (byte)'?' or (byte)'#' => "should be a path alone, without ? and #",
        (byte)'%' => "should have a % only before two hexadecimal digits",
        < 0x80 when !IsUnreserved(value) && !"!$&'()*+,;=:@/".Contains((char)value, StringComparison.Ordinal) =>
            $"should have the character '{(char)value}' percent-encoded",
        _ => null,
    };

    private static string? FaultOfEncoded(byte value) => value switch
    {
        < 0x20 or 0x7F => NoControl,
        (byte)'\\' or (byte)'/' => "should have no slashes or backslashes that are percent-encoded",
        _ => null,
    };

    private static string? FaultOf(string path)
    {
        if (!path.StartsWith('/'))
            return "should start with a slash: it is a path of this store, such as /products/red-bike";
        return path.Contains("//", StringComparison.Ordinal) ? "should have no two slashes in a row"
            : path.Split('/').Any(segment => segment is "." or "..") ? "should have no segments . and .."
            : null;
    }

    private static bool IsUnreserved(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
}
