using JsonApi.Planning;

namespace Api.Tests.Support;

internal static class TestSigner
{
    /// <summary>Cursors of one test are good in the next.</summary>
    internal static readonly CursorSigner Fixed = new(new byte[32]);
}
