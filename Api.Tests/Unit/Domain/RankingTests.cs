using System.Numerics;
using Api.Tests.Properties;
using Domain.Favourites;
using NUnit.Framework;

namespace Api.Tests.Unit.Domain;

internal sealed class RankingTests
{
    [TestCase(null, null, Ranking.Gap)]
    [TestCase(10L, null, 10 + Ranking.Gap)]
    [TestCase(null, 10L, 10 - Ranking.Gap)]
    [TestCase(1L, 3L, 2L)]
    [TestCase(-2L, 0L, -1L)]
    [TestCase(1L, 2L, null)]
    [TestCase(long.MaxValue, null, null)]
    [TestCase(null, long.MinValue, null)]
    [TestCase(long.MaxValue - 1, long.MaxValue, null)]
    public void A_rank_is_between_its_neighbours(long? before, long? after, long? expected) => Assert.That(Ranking.Between(before, after), Is.EqualTo(expected));

    [Test]
    public void A_rank_is_in_the_middle_of_any_two() =>
        PropertyCheck.Run(1_000, seed => new Random(seed), _ => [], random =>
        {
            var (one, other) = (random.NextInt64(long.MinValue, long.MaxValue), random.NextInt64(long.MinValue, long.MaxValue));
            var (before, after) = (Math.Min(one, other), Math.Max(one, other));
            if (after - (BigInteger)before < 2)
                return;
            var rank = Ranking.Between(before, after)!.Value;
            Assert.That(BigInteger.Abs((rank - (BigInteger)before) - (after - (BigInteger)rank)), Is.LessThanOrEqualTo(BigInteger.One));
        });
}
