using System.Globalization;

namespace Persistence.Queries;

/// <summary>SQL text in a reused buffer, so that looking a known statement up costs no string.</summary>
internal sealed class SqlBuffer
{
    private const int Smallest = 256;

    private char[] _text = [];
    private int _length;

    internal ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    internal void Clear() => _length = 0;

    internal SqlBuffer Append(ReadOnlySpan<char> sql)
    {
        if (_length + sql.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(_length + sql.Length, Math.Max(Smallest, _text.Length * 2)));
        sql.CopyTo(_text.AsSpan(_length));
        _length += sql.Length;
        return this;
    }

    internal SqlBuffer Append(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var written, provider: CultureInfo.InvariantCulture);
        return Append(digits[..written]);
    }

    internal SqlBuffer Column(string alias, string column) => Append(alias).Append(".").Append(column);

    /// <summary>The placeholder of a value, by its number from 1.</summary>
    internal SqlBuffer Parameter(int number) => Append("?").Append(number);
}
