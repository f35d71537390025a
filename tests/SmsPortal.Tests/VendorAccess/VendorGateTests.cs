using System.Text;
using Shouldly;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.VendorAccess;

/// <summary>What the gate does with trouble: classify, back off, honour Retry-After, tell no key.</summary>
public sealed class VendorGateTests : IAsyncLifetime
{
    private SimulatedPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await SimulatedPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task AFailingVendor_IsCalledAgainAfterStepsThatDouble_AndASuccessEndsThem()
    {
        var id = await _portal.ConnectAsync("getsms");
        _portal.Simulator.Faults.Add(new Fault { Vendor = "getsms", Kind = "503", Times = 3 });

        foreach (var seconds in (int[])[15, 30, 60])
        {
            (await BalanceAsync(id)).Failure!.Kind.ShouldBe(VendorFailureKind.VendorDown);
            _portal.Advance(TimeSpan.FromSeconds(seconds - 1));
            (await BalanceAsync(id)).WasHeld.ShouldBeTrue();
            _portal.Advance(TimeSpan.FromSeconds(1));
        }

        (await _portal.Get<AccountQueries>().FindHealthAsync(id, CancellationToken.None))!.ConsecutiveFailures.ShouldBe(3);
        (await BalanceAsync(id)).IsSuccess.ShouldBeTrue();
        var health = await _portal.Get<AccountQueries>().FindHealthAsync(id, CancellationToken.None);
        (health!.ConsecutiveFailures, health.FailureKind, health.BlockedUntil).ShouldBe((0, null, null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RetryAfter_IsKeptAlsoForAPersonAndAfterARestart(bool asDate)
    {
        var id = await _portal.ConnectAsync("getsms");
        _portal.Simulator.Faults.Add(new Fault { Vendor = "getsms", Kind = "429", RetryAfterSeconds = 600, RetryAfterDate = asDate, Times = 1 });
        (await BalanceAsync(id)).Failure!.Kind.ShouldBe(VendorFailureKind.RateLimited);
        var calls = Calls();

        _portal.Advance(TimeSpan.FromSeconds(580));
        (await BalanceAsync(id)).Failure!.RetryAfter!.Value.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        (await _portal.Desk.TestAsync(id, CancellationToken.None)).IsDone.ShouldBeFalse();
        await _portal.StartNodeAsync();
        (await BalanceAsync(id)).WasHeld.ShouldBeTrue();
        Calls().ShouldBe(calls);

        _portal.Advance(TimeSpan.FromSeconds(60));
        (await BalanceAsync(id)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task APersonWhoTests_PassesOverABackOff()
    {
        var id = await _portal.ConnectAsync("getsms");
        _portal.Simulator.Faults.Add(new Fault { Vendor = "getsms", Kind = "503", Times = 1 });
        await BalanceAsync(id);
        (await BalanceAsync(id)).WasHeld.ShouldBeTrue();

        (await _portal.Desk.TestAsync(id, CancellationToken.None)).IsDone.ShouldBeTrue();

        (await BalanceAsync(id)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task ARejectedKey_WaitsLongAndIsShownInTheVendorsWords()
    {
        var id = await _portal.ConnectAsync("getsms");
        _portal.Simulator.GetSms.Accounts.Clear();

        (await BalanceAsync(id)).Failure!.Field.ShouldBe("api_key");

        var health = (await _portal.Get<AccountQueries>().FindHealthAsync(id, CancellationToken.None))!;
        (health.FailureKind, health.FailureMessage).ShouldBe(("KeyRejected", "Unauthorized"));
        (health.BlockedUntil - _portal.Clock.GetUtcNow())!.Value.ShouldBe(TimeSpan.FromMinutes(15), tolerance: TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task AnAnswerAboutTheThingAskedFor_IsNoTroubleOfTheAccount()
    {
        var id = await _portal.ConnectAsync("smspins");

        var outcome = await _portal.Get<VendorGate>().CallAsync(id, (vendor, session, stop) => ((IRequestChecks)vendor).ReadCheckAsync(session, "1", "999999", stop), CancellationToken.None);

        outcome.Failure!.Kind.ShouldBe(VendorFailureKind.NotFound);
        (await _portal.Get<AccountQueries>().FindHealthAsync(id, CancellationToken.None))!.FailureKind.ShouldBeNull();
    }

    [Fact]
    public async Task AnExceptionNobodyExpected_IsABadAnswerWithoutTheKey()
    {
        var id = await _portal.ConnectAsync("getsms");

        var outcome = await _portal.Get<VendorGate>().CallAsync<int>(id, (_, _, _) => throw new InvalidCastException("at https://x/?key=sim-getsms-key"), CancellationToken.None);

        outcome.Failure!.Kind.ShouldBe(VendorFailureKind.BadAnswer);
        outcome.Failure.Message.ShouldContain("***");
        _portal.Log.Text.ShouldNotContain("sim-getsms-key");
    }

    [Fact]
    public async Task ACallerWhoGivesUp_IsNoFailureOfTheVendor()
    {
        var id = await _portal.ConnectAsync("getsms");
        _portal.Simulator.Faults.Add(new Fault { Vendor = "getsms", Kind = "hang", Times = 1, DelaySeconds = 60 });
        using var given = new CancellationTokenSource();
        var call = _portal.Get<VendorGate>().CallAsync(id, ReadBalanceAsync, given.Token);
        await Eventually.TrueAsync(() => _portal.Simulator.Faults.Pending.Count == 0);

        await given.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call);
        (await _portal.Get<AccountQueries>().FindHealthAsync(id, CancellationToken.None))!.LastFailureAt.ShouldBeNull();
    }

    [Fact]
    public async Task CallsOfAnAccount_KeepTheVendorsPace()
    {
        await using var portal = await SimulatedPortal.StartAsync(services => Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions.Configure<GateOptions>(services, gate => gate.PaceFactor = 1));
        var id = await portal.ConnectAsync("getsms");
        var gate = portal.Get<VendorGate>();
        await gate.CallAsync(id, ReadBalanceAsync, CancellationToken.None);

        var second = gate.CallAsync(id, ReadBalanceAsync, CancellationToken.None);
        await Eventually.TrueAsync(() => portal.Clock.WaitingTimers > 0);
        var calls = portal.Simulator.Hits.All.Count;
        portal.Advance(TimeSpan.FromSeconds(1));

        (await second).IsSuccess.ShouldBeTrue();
        portal.Simulator.Hits.All.Count.ShouldBe(calls + 1);
    }

    [Theory]
    [InlineData("coolsms")]
    [InlineData("smspool")]
    [InlineData("jooksms")]
    [InlineData("getsms")]
    [InlineData("smspins")]
    public async Task NoFaultAtAll_TellsAKeyInAFailureTheLogOrTheStore(string vendor)
    {
        var id = await _portal.ConnectAsync(vendor);
        var told = new StringBuilder();
        foreach (var kind in (string[])["401", "500", "html", "empty", "truncated", "wrong_types", "reset", "reset_mid_body", "redirect", "large", "429"])
        {
            _portal.Simulator.Faults.Add(new Fault { Vendor = vendor, Kind = kind, Times = 1 });
            var outcome = await _portal.Get<VendorGate>().CallNowAsync(id, (room, session, stop) => ((ICheckAccount)room).CheckAccountAsync(session, stop), CancellationToken.None);
            told.Append(outcome.Failure).Append(outcome.Failure?.Raw);
            _portal.Simulator.Faults.Clear();
            _portal.Advance(TimeSpan.FromHours(1));
        }

        told.Append(_portal.Log.Text).Append(await _portal.ScalarAsync<string>("SELECT string_agg(h::text, ' ') FROM account_health h"));
        var secret = SimulatedPortal.Credentials(vendor).Values.Last();
        told.ToString().ShouldContain("VendorDown");
        foreach (var form in new Redaction(secret).Forms)
        {
            told.ToString().ShouldNotContain(form, Case.Insensitive);
        }
    }

    private int Calls() => _portal.Simulator.Hits.All.Count;

    private Task<VendorOutcome<decimal>> BalanceAsync(int id) => _portal.Get<VendorGate>().CallAsync(id, ReadBalanceAsync, CancellationToken.None);

    private static Task<decimal> ReadBalanceAsync(IVendor vendor, VendorSession session, CancellationToken stop) => ((IReadBalance)vendor).ReadBalanceAsync(session, stop);

    private sealed record Redaction(string Secret)
    {
        public IEnumerable<string> Forms => [Secret, Uri.EscapeDataString(Secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)), Convert.ToHexString(Encoding.UTF8.GetBytes(Secret))];
    }
}
