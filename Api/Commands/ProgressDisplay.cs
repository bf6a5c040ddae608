using System.Globalization;
using Api.Import.Tate;

namespace Api.Commands;

/// <summary>A bar that redraws itself on a terminal, a line every few seconds elsewhere.</summary>
internal sealed class ProgressDisplay(TextWriter output, bool isTerminal) : IDisposable
{
    private const int Width = 40;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenBars = TimeSpan.FromMilliseconds(100);

    private long _lastShown = TimeProvider.System.GetTimestamp();
    private int _drawn;

    internal void Show(TateProgress progress)
    {
        var enough = isTerminal ? BetweenBars : BetweenLines;
        if (TimeProvider.System.GetElapsedTime(_lastShown) < enough && !(isTerminal && progress.Fraction is 0 or 1))
            return;
        _lastShown = TimeProvider.System.GetTimestamp();
        var percent = progress.Fraction.ToString("P0", CultureInfo.InvariantCulture);
        if (!isTerminal)
        {
            output.WriteLine($"{progress.Stage}: {percent}");
            return;
        }
        var full = (int)(progress.Fraction * Width);
        var text = $"{progress.Stage,-9} [{new string('#', full)}{new string('.', Width - full)}] {percent}";
        output.Write('\r' + text.PadRight(_drawn));
        output.Flush();
        _drawn = text.Length;
    }

    /// <summary>Clears the bar before other output.</summary>
    internal void Finish()
    {
        if (_drawn > 0)
            output.Write('\r' + new string(' ', _drawn) + '\r');
        _drawn = 0;
    }

    public void Dispose() => Finish();
}
