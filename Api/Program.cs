using Api;
using Api.Commands;
using Api.Photos;
using Persistence.Connections;

// A photo worker loads nothing of the server: a method's types are loaded when it is first called.
return args is [PhotoWorker.Command, ..] ? PhotoWorker.Run(args) : Run(args);

static int Run(string[] args)
{
    if (CommandLine.Run(args) is { } exitCode)
        return exitCode;
    try
    {
        CatalogServer.Build(args).Run();
        return CommandLine.Success;
    }
    catch (IOException fault)
    {
        Console.Error.WriteLine($"error: {fault.Message} Another address can be given with --urls, another catalogue with --ConnectionStrings:Catalog.");
        return CommandLine.Failure;
    }
    catch (Exception fault) when (fault is FormatException or InvalidOperationException { TargetSite.DeclaringType.Namespace: "Microsoft.Extensions.Configuration" })
    {
        Console.Error.WriteLine($"error: a setting is wrong: {fault.Message}");
        return CommandLine.WrongUsage;
    }
    catch (Exception fault) when (fault is StoreException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"error: the catalogue cannot be opened: {fault.Message} Another can be given with --ConnectionStrings:Catalog.");
        return CommandLine.Failure;
    }
}
