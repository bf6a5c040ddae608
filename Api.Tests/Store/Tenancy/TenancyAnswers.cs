using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Tenancy;

/// <summary>What the tests of tenancy read in answers.</summary>
internal static class TenancyAnswers
{
    internal static int Total(this Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return answer.Json["meta"]!["stats"]!["total"]!["count"]!.GetValue<int>();
    }
}
