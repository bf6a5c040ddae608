using System.Globalization;
using System.Runtime.InteropServices;

namespace Api.Photos;

/// <summary>
/// Set before the worker reads a byte of an image: limits of its own process that it cannot raise again. The
/// server ends the process after <see cref="PhotoSettings.TimeLimit"/>; processor time is for a server that dies first. Memory is limited here on
/// Linux alone: Windows has no such limits and macOS does not enforce this one, so there the server watches it (<see cref="PhotoWorkerProcess"/>).
/// </summary>
internal static class PhotoWorkerLimits
{
    /// <summary>On top of what the runtime has reserved at its start. A picture of 50 megapixels takes 700 MB in the worst of its formats.</summary>
    internal const long MaxMemory = 1024L * 1024 * 1024;

    internal const int MaxProcessorSeconds = 61;
    internal const int MaxFileBytes = 32 * 1024 * 1024;

    private const int ProcessorTime = 0;
    private const int FileSize = 1;
    private const int CoreSize = 4;
    private const int AddressSpaceOnLinux = 9;

    internal static void Apply()
    {
        if (OperatingSystem.IsWindows())
            return;
        Set(CoreSize, 0);
        Set(ProcessorTime, MaxProcessorSeconds);
        Set(FileSize, MaxFileBytes);
        if (OperatingSystem.IsLinux())
            Set(AddressSpaceOnLinux, AddressSpace() + MaxMemory);
    }

    private static void Set(int resource, long value)
    {
        var limit = new Limit { Soft = (nuint)value, Hard = (nuint)value };
        if (SetLimit(resource, in limit) != 0)
            throw new InvalidOperationException($"The limit {resource} cannot be set: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    private static long AddressSpace()
    {
        const string name = "VmSize:";
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.AsSpan(name.Length).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024;
    }

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, in Limit limit);

    private struct Limit
    {
        public nuint Soft;
        public nuint Hard;
    }
}
