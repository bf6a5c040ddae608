using NUnit.Framework;

// Fixtures run side by side, the tests of one fixture one after the other. A fixture that measures time, kills processes or counts
// what others change says [NonParallelizable]; Api.Tests/README.md lists the reasons.
[assembly: Parallelizable(ParallelScope.Fixtures)]
