using Benchmarks;
using Benchmarks.Floor;

try
{
    switch (args.FirstOrDefault())
    {
        case "floor":
            await FloorServer.Build(Options.Required(args, "--urls"), Options.Required(args, "--db")).RunAsync();
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
