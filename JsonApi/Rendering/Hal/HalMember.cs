using System.Text;

namespace JsonApi.Rendering.Hal;

/// <summary>A member of a resource: an attribute, a number, or what is computed.</summary>
internal sealed record HalMember(string Name, bool IsNumber, Action<HalWriter, HalRow>? Write)
{
    internal byte[] Utf8 { get; } = Encoding.UTF8.GetBytes($"\"{Name}\":");
}
