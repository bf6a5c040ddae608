namespace Api.Commands;

/// <summary>The command line is wrong; shown with the usage of the command that it names.</summary>
internal sealed class UsageException(string message, string? usage = null) : Exception(message)
{
    internal string? Usage => usage;
}
