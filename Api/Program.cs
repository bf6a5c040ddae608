if (Api.Commands.CommandLine.Run(args) is { } exitCode)
    return exitCode;
return 0;
