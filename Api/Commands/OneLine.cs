namespace Api.Commands;

/// <summary>A name within a line of a list: what would end the line or a column becomes a space.</summary>
internal static class OneLine
{
    internal static string Of(string name) => string.Concat(name.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
