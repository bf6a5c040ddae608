using Api;
using Benchmarks;
using Benchmarks.Floor;
using Benchmarks.Json;

try
{
    switch (args.FirstOrDefault())
    {
        case "floor":
            await FloorServer.Build(Options.Required(args, "--urls"), Options.Required(args, "--db")).RunAsync();
            break;
        case "server":
            // Its greeting would appear in the middle of the table.
            Console.SetOut(TextWriter.Null);
            // The very server that is shipped, with one endpoint more.
            var server = CatalogServer.Build(
            [
                "--urls", Options.Required(args, "--urls"), "--Demo:Enabled", "false",
                "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning",
                "--ConnectionStrings:Catalog", $"Data Source={Options.Required(args, "--db")}",
            ]);
            ServerStats.Map(server);
            await server.RunAsync();
            break;
        case "json":
            JsonRun.Run();
            break;
        default:
            await new BenchmarkRun(Options.Read(args)).RunAsync();
            break;
    }

    return 0;
}
catch (Exception failure) when (failure is FormatException or InvalidDataException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
