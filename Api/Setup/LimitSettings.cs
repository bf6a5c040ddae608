using Persistence.Connections;

namespace Api.Setup;

/// <summary>The section <c>Limits</c>: how companies share the database.</summary>
internal static class LimitSettings
{
    internal static ConnectionLimits Connections(IConfiguration configuration)
    {
        var (section, standard) = (configuration.GetSection("Limits"), new ConnectionLimits());
        var readers = Number("Readers", standard.Readers, 2, 256);
        return standard with
        {
            Readers = readers,
            ReadersPerCompany = Number("ReadersPerCompany", Math.Min(standard.ReadersPerCompany, readers - 1), 1, readers - 1),
            WaitingPerCompany = Number("WaitingPerCompany", standard.WaitingPerCompany, 1, 100_000),
            ReadTime = TimeSpan.FromSeconds(Number("ReadSeconds", (int)standard.ReadTime.TotalSeconds, 1, 600)),
            WriteTime = TimeSpan.FromSeconds(Number("WriteSeconds", (int)standard.WriteTime.TotalSeconds, 1, 600)),
        };

        int Number(string name, int value, int least, int most) => section.GetValue(name, value) is var given && given >= least && given <= most
            ? given
            : throw new FormatException($"Limits:{name} should be from {least} to {most}; it is {given}.");
    }
}
