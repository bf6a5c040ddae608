using System.Text;
using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering.Hal;

/// <summary>
/// How the resources of a definition are written in HAL: which of their attributes, in which order, and their links. The other
/// attributes of the definition are read for links and computed members only.
/// </summary>
/// <param name="type">The definition's type, which is also the relation under which lists embed its resources.</param>
public sealed class HalResource(string type)
{
    /// <summary>The type of the definition.</summary>
    public string Type { get; } = type;

    /// <summary>The names of the members, but for links.</summary>
    public IReadOnlyList<string> MemberNames => Members.ConvertAll(member => member.Name);

    internal List<HalMember> Members { get; } = [];

    internal List<HalLink> Links { get; } = [];

    /// <summary>Writes these attributes as they are, datetimes without fractions.</summary>
    public HalResource Attributes(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            Members.Add(new HalMember(name, IsNumber: false, null));
        return this;
    }

    /// <summary>Writes which of the rows of its list a resource is, from 1.</summary>
    public HalResource Number(string name)
    {
        Members.Add(new HalMember(name, IsNumber: true, null));
        return this;
    }

    /// <summary>Writes a member that is made of several values of the row.</summary>
    public HalResource Computed(string name, Action<HalWriter, HalRow> write)
    {
        Members.Add(new HalMember(name, IsNumber: false, write));
        return this;
    }

    /// <summary>
    /// Writes a link: <c>/users/{user_id}</c>, each name in braces an attribute. The server's address is written before a template that
    /// begins with a slash. Where an attribute is null there is no link.
    /// </summary>
    public HalResource Link(string relation, string template)
    {
        Links.Add(new HalLink(relation, template));
        return this;
    }
}
