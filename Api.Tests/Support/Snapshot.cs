using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Api.Tests.Support;

/// <summary>
/// JSON held against a file beside the test, by Verify's conventions: <c>TestClass.Method.verified.json</c> is what was approved;
/// on a difference <c>TestClass.Method.received.json</c> is written, to be read and renamed. Uuids and datetimes are scrubbed by
/// rule, the same value to the same name, so that shape, member order and identity stay; the server's port is not kept.
/// </summary>
internal static partial class Snapshot
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The folder of the test project's sources.</summary>
    internal static string ProjectFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;

    /// <summary>Fails unless the document, scrubbed, is the approved one.</summary>
    internal static void Verify(JsonNode document, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        if (Difference(document, Path.ChangeExtension(file, method)) is { } difference)
            Assert.Fail(difference);
    }

    /// <summary>What differs from <c>PATH.verified.json</c>, or null; leaves <c>PATH.received.json</c> only when something does.</summary>
    internal static string? Difference(JsonNode document, string path)
    {
        var received = Scrub(document) + "\n";
        var verified = File.Exists(path + ".verified.json") ? File.ReadAllText(path + ".verified.json") : null;
        File.Delete(path + ".received.json");
        if (received == verified)
            return null;
        File.WriteAllText(path + ".received.json", received);
        var name = Path.GetFileName(path);
        return verified is null
            ? $"{name}.verified.json is missing. Received:\n{received}"
            : $"{name}.verified.json differs {FirstDifference(verified, received)}. Received:\n{received}";
    }

    /// <summary>The document, indented, with stable names for what differs from run to run.</summary>
    internal static string Scrub(JsonNode document)
    {
        var text = document.ToJsonString(Indented);
        text = Server().Replace(text, "http://server/");
        return Moments().Replace(Uuids().Replace(text, Named("Guid")), Named("DateTime"));
    }

    private static MatchEvaluator Named(string kind)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return match =>
        {
            if (!names.TryGetValue(match.Value, out var name))
                names.Add(match.Value, name = string.Create(CultureInfo.InvariantCulture, $"{kind}_{names.Count + 1}"));
            return name;
        };
    }

    private static string FirstDifference(string verified, string received)
    {
        var (expected, actual) = (verified.Split('\n'), received.Split('\n'));
        var line = 0;
        while (line < Math.Min(expected.Length, actual.Length) && expected[line] == actual[line])
            line++;
        return $"in line {line + 1}: expected '{expected.ElementAtOrDefault(line)}', received '{actual.ElementAtOrDefault(line)}'";
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Uuids();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Server();

    // Only the spelling of the wire counts as a datetime; any other spelling would be seen in the snapshot.
    [GeneratedRegex(@"(?<="")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00(?="")")]
    private static partial Regex Moments();
}
