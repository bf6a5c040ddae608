using System.Text;

namespace JsonApi.Rendering.Hal;

/// <summary>A link, its template cut into the texts between the attributes.</summary>
internal sealed class HalLink
{
    internal HalLink(string relation, string template)
    {
        Relation = relation;
        Utf8 = Encoding.UTF8.GetBytes($"\"{relation}\":{{\"href\":\"");
        var parts = template.Split('{', '}');
        Texts = [.. parts.Where((_, at) => at % 2 == 0).Select(Encoding.UTF8.GetBytes)];
        Attributes = [.. parts.Where((_, at) => at % 2 == 1)];
    }

    internal string Relation { get; }

    internal byte[] Utf8 { get; }

    /// <summary>One more than attributes.</summary>
    internal byte[][] Texts { get; }

    internal string[] Attributes { get; }
}
