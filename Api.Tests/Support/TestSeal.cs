using JsonApi.Planning;

namespace Api.Tests.Support;

internal static class TestSeal
{
    /// <summary>Cursors of one test are good in the next.</summary>
    internal static readonly CursorSeal Fixed = new(new byte[32]);
}
