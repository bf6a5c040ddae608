namespace Api.Tests.Support;

/// <summary>A text with carets before the marked positions: <c>page[size]=5&amp;^sort=x</c>.</summary>
/// <param name="Text">The text without the carets.</param>
/// <param name="Positions">The marked positions, in characters of that text.</param>
internal sealed record MarkedText(string Text, IReadOnlyList<int> Positions)
{
    /// <summary>At the end of a text: the error is about something missing.</summary>
    internal const string Nowhere = "^nowhere";

    internal static MarkedText Parse(string marked)
    {
        var pieces = marked.Split('^');
        var positions = new List<int>();
        var length = 0;
        foreach (var piece in pieces[..^1])
            positions.Add(length += piece.Length);
        return new MarkedText(string.Concat(pieces), positions);
    }

    /// <summary>The text with carets at some positions, -1 being nowhere.</summary>
    internal static string Mark(string text, IEnumerable<int> positions)
    {
        foreach (var position in positions.OrderDescending())
            text = position < 0 ? text + Nowhere : text.Insert(position, "^");
        return text;
    }
}
