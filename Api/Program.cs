using Api;
using Api.Commands;

if (CommandLine.Run(args) is { } exitCode)
    return exitCode;
try
{
    CatalogServer.Build(args).Run();
    return CommandLine.Success;
}
catch (IOException fault)
{
    Console.Error.WriteLine($"error: {fault.Message} Another address can be given with --urls.");
    return CommandLine.Failure;
}
