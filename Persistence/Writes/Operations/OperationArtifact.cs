using System.Text.Json;
using JsonApi.Definitions;

namespace Persistence.Writes.Operations;

/// <summary>The file that an operation made.</summary>
/// <param name="Url">Its path on this server.</param>
/// <param name="FileName">The name to save it under.</param>
/// <param name="ExpiresAt">When it is deleted.</param>
public sealed record OperationArtifact(string Url, string FileName, DateTimeOffset ExpiresAt)
{
    /// <summary>What the attribute is where there is no file.</summary>
    internal const string None = """{"url":null}""";

    /// <summary>As it is stored and answered; nothing in it needs an escape. The URL comes first: see <c>AttributeDefinition.Url</c>.</summary>
    internal string Json => $$"""{"url":"{{Url}}","filename":"{{FileName}}","expires_at":"{{WireText.Write(ExpiresAt)}}"}""";

    /// <summary>The URL in what is stored.</summary>
    internal static string UrlOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("url").GetString()!;
    }
}
