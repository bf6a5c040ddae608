using JsonApi.Definitions;

namespace Persistence.Import;

/// <summary>
/// Ids and times for rows that are written in bulk: every row is one microsecond younger than the one before, and its id (a
/// UUID of version 7) sorts the same way. So "newest first" has one answer, and the keys are written in key order.
/// </summary>
public sealed class ImportStamps(TimeProvider clock)
{
    private DateTimeOffset _last = WireText.Now(clock);

    public Stamp Next()
    {
        _last = _last.AddMicroseconds(1);
        return new Stamp(Id(_last), _last);
    }

    // RFC 9562, section 6.2, method 3: the twelve bits behind the milliseconds hold the fraction of the millisecond.
    private static Guid Id(DateTimeOffset time)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(time).TryWriteBytes(bytes, bigEndian: true, out _);
        var fraction = (int)(time.Ticks % TimeSpan.TicksPerMillisecond / TimeSpan.TicksPerMicrosecond) * 4;
        bytes[6] = (byte)(0x70 | (fraction >> 8));
        bytes[7] = (byte)fraction;
        return new Guid(bytes, bigEndian: true);
    }
}

public readonly record struct Stamp(Guid Id, DateTimeOffset Time);
