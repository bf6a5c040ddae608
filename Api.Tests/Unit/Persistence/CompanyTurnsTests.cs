using NUnit.Framework;
using Persistence.Connections;

namespace Api.Tests.Unit.Persistence;

/// <summary>Companies share slots in turn.</summary>
internal sealed class CompanyTurnsTests
{
    private static readonly Guid A = new(1, 0, 0, new byte[8]), B = new(2, 0, 0, new byte[8]), C = new(3, 0, 0, new byte[8]);

    [Test]
    public void One_company_has_no_more_than_its_share_and_another_finds_a_slot_at_once()
    {
        var turns = new CompanyTurns(slots: 4, share: 2, maxWaiting: 10);
        var a = Enumerable.Range(0, 5).Select(_ => Enter(turns, A)).ToList();
        Assert.That(a.Select(turn => turn.IsCompleted), Is.EqualTo(new[] { true, true, false, false, false }));
        Assert.That(Enter(turns, B).IsCompletedSuccessfully, Is.True);
        turns.Leave(A);
        Assert.That(a[2].Wait(TimeSpan.FromSeconds(10)), Is.True, "in the order they came");
        Assert.That(a[3].IsCompleted, Is.False);
    }

    [Test]
    public async Task Those_who_wait_get_turns_company_by_company()
    {
        var turns = new CompanyTurns(slots: 1, share: 1, maxWaiting: 10);
        await Enter(turns, A);
        var order = new List<string>();
        var waiting = new List<Task>();
        foreach (var (company, name) in new[] { (A, "a1"), (A, "a2"), (A, "a3"), (B, "b1"), (B, "b2"), (C, "c1") })
            waiting.Add(Take(company, name));
        turns.Leave(A);
        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(order, Is.EqualTo(new[] { "a1", "b1", "c1", "a2", "b2", "a3" }));

        async Task Take(Guid company, string name)
        {
            await Enter(turns, company);
            order.Add(name);
            turns.Leave(company);
        }
    }

    [Test]
    public async Task Too_many_of_one_company_are_refused_and_another_is_not()
    {
        var turns = new CompanyTurns(slots: 1, share: 1, maxWaiting: 2);
        await Enter(turns, A);
        var waiting = new[] { Enter(turns, A), Enter(turns, A) };
        Assert.That(() => Enter(turns, A), Throws.TypeOf<TooManyWaitingException>());
        var other = Enter(turns, B);
        turns.Leave(A);
        await waiting[0].WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(other.IsCompleted, Is.False);
        turns.Leave(A);
        await other.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Test]
    public async Task Whoever_gives_up_leaves_no_slot_taken()
    {
        var turns = new CompanyTurns(slots: 1, share: 1, maxWaiting: 1);
        await Enter(turns, A);
        using var cancellation = new CancellationTokenSource();
        var canceled = turns.EnterAsync(A, TimeSpan.FromMinutes(1), cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        Assert.That(async () => await canceled, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await turns.EnterAsync(A, TimeSpan.FromMilliseconds(20), CancellationToken.None), Throws.TypeOf<StoreUnavailableException>());
        turns.Leave(A);
        Assert.That(Enter(turns, B).IsCompletedSuccessfully, Is.True);
    }

    [Test]
    public async Task Many_companies_at_once_never_have_more_than_there_is()
    {
        var turns = new CompanyTurns(slots: 3, share: 2, maxWaiting: 1_000);
        var (running, most) = (0, 0);
        var byCompany = new int[5];
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => Task.Run(async () =>
        {
            var company = i % 5;
            using var cancellation = new CancellationTokenSource();
            if (i % 7 == 0)
                cancellation.CancelAfter(i % 3);
            try
            {
                await turns.EnterAsync(new Guid(company + 1, 0, 0, new byte[8]), TimeSpan.FromMinutes(1), cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            Assert.That(Interlocked.Increment(ref byCompany[company]), Is.LessThanOrEqualTo(2));
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            Interlocked.Decrement(ref byCompany[company]);
            turns.Leave(new Guid(company + 1, 0, 0, new byte[8]));
        })));
        Assert.That((running, most), Is.EqualTo((0, 3)));
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.That(Enter(turns, A).IsCompletedSuccessfully, Is.True);
    }

    private static Task Enter(CompanyTurns turns, Guid company) => turns.EnterAsync(company, TimeSpan.FromMinutes(1), CancellationToken.None).AsTask();
}
