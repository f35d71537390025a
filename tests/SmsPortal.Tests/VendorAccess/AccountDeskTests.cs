using Microsoft.EntityFrameworkCore;
using Shouldly;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.VendorAccess;

/// <summary>Connecting, testing, rotating, pausing and removing accounts, against the simulated vendors.</summary>
public sealed class AccountDeskTests : IAsyncLifetime
{
    private SimulatedPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await SimulatedPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("coolsms")]
    [InlineData("smspool")]
    [InlineData("jooksms")]
    [InlineData("getsms")]
    [InlineData("smspins")]
    public async Task Connect_WithTheRightKey_StoresItSealedAndShowsItsLastFour(string vendor)
    {
        var id = await _portal.ConnectAsync(vendor);

        var account = (await _portal.Get<AccountQueries>().FindAsync(id, CancellationToken.None)).ShouldNotBeNull();
        var secret = SimulatedPortal.Credentials(vendor).Values.Last();
        account.State.ShouldBe(AccountState.Active);
        account.KeyHint.ShouldEndWith("…" + secret[^4..]);
        account.KeyHint.ShouldNotContain(secret);
        account.KeyCiphertext.ShouldNotContain(secret);
        (await _portal.Desk.TestAsync(id, CancellationToken.None)).IsDone.ShouldBeTrue();
    }

    [Theory]
    [InlineData("coolsms", "token")]
    [InlineData("smspool", "key")]
    [InlineData("jooksms", "client_secret")]
    [InlineData("getsms", "api_key")]
    [InlineData("smspins", "key")]
    public async Task Connect_WithAWrongKey_ComplainsAtAFieldAndStoresNothing(string vendor, string field)
    {
        var form = _portal.Form(vendor);
        var wrong = new AccountForm { VendorKey = vendor, Name = "Wrong", BaseAddress = form.BaseAddress, Credentials = form.Credentials.ToDictionary(pair => pair.Key, pair => pair.Key == field ? "not-the-right-key-at-all" : pair.Value) };

        var result = await _portal.Desk.ConnectAsync(wrong, CancellationToken.None);

        result.IsDone.ShouldBeFalse();
        result.Errors.Keys.ShouldAllBe(key => form.Credentials.ContainsKey(key));
        (await _portal.ScalarAsync<long>("SELECT count(*) FROM vendor_account")).ShouldBe(0);
    }

    [Fact]
    public async Task Connect_WithFieldsThatCannotBe_ComplainsAtEachWithoutACall()
    {
        var result = await _portal.Desk.ConnectAsync(
            new AccountForm { VendorKey = "getsms", Name = " ", Credentials = new Dictionary<string, string> { ["user"] = "demo" }, BaseAddress = "http://example.com/", Currency = "Dollars", OwnNumbers = ["12"] }, CancellationToken.None);

        result.Errors.Keys.ShouldBe([AccountResult.Name, AccountResult.Currency, AccountResult.Address, AccountResult.OwnNumbers, "api_key"], ignoreOrder: true);
        _portal.Simulator.Counters.Hits("getsms", "balance").ShouldBe(0);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("/api/")]
    [InlineData("https://name:word@example.com/")]
    [InlineData("https://example.com/?x=1")]
    [InlineData("http://10.0.0.1/")]
    public async Task Connect_WithAnAddressThatIsNotAllowed_ComplainsAtTheAddress(string address)
    {
        var form = _portal.Form("getsms");

        var result = await _portal.Desk.ConnectAsync(new AccountForm { VendorKey = "getsms", Name = "X", Credentials = form.Credentials, BaseAddress = address }, CancellationToken.None);

        result.Errors.Keys.ShouldBe([AccountResult.Address]);
    }

    [Fact]
    public async Task Connect_TheSameKeyTwice_IsRefusedByNameOfItsHolder()
    {
        await _portal.ConnectAsync("getsms");
        var again = _portal.Form("getsms", "Second");

        var result = await _portal.Desk.ConnectAsync(new AccountForm { VendorKey = "getsms", Name = "Second", BaseAddress = again.BaseAddress, Credentials = new Dictionary<string, string> { ["user"] = "demo@example.com", ["api_key"] = " sim-getsms-key " } }, CancellationToken.None);

        result.Errors["api_key"].ShouldContain("Simulated");
    }

    [Fact]
    public async Task Rotate_ToTheStoredKeyToAnothersKeyAndToAWrongOne_IsRefused()
    {
        _portal.Simulator.GetSms.AddAccount(new NewAccount { Vendor = "getsms", Credential = "second", Secret = "second-getsms-key" });
        var first = await _portal.ConnectAsync("getsms");
        var form = _portal.Form("getsms", "Second");
        var second = await _portal.Desk.ConnectAsync(new AccountForm { VendorKey = "getsms", Name = "Second", BaseAddress = form.BaseAddress, Credentials = new Dictionary<string, string> { ["user"] = "second", ["api_key"] = "second-getsms-key" } }, CancellationToken.None);

        (await RotateAsync(first, "demo", "sim-getsms-key")).Errors["api_key"].ShouldContain("already");
        (await RotateAsync(first, "second", "second-getsms-key")).Errors["api_key"].ShouldContain("Second");
        (await RotateAsync(second.AccountId!.Value, "second", "wrong")).Errors.Keys.ShouldBe(["api_key"]);
        (await _portal.Desk.TestAsync(first, CancellationToken.None)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Rotate_ToANewKey_TakesItsPlaceAndEndsTheBackOff()
    {
        var id = await _portal.ConnectAsync("getsms");
        _portal.Simulator.Faults.Add(new Fault { Vendor = "getsms", Endpoint = "*", Kind = "401", Times = 1 });
        (await BalanceAsync(id)).Failure!.Kind.ShouldBe(VendorFailureKind.KeyRejected);
        (await BalanceAsync(id)).WasHeld.ShouldBeTrue();
        _portal.Simulator.GetSms.AddAccount(new NewAccount { Vendor = "getsms", Credential = "next", Secret = "next-getsms-key", Balance = 7 });

        (await RotateAsync(id, "next", "next-getsms-key")).IsDone.ShouldBeTrue();

        (await BalanceAsync(id)).Value.ShouldBe(7);
    }

    [Fact]
    public async Task Pause_StopsCallsAndResumeAllowsThem()
    {
        var id = await _portal.ConnectAsync("getsms");

        await _portal.Desk.PauseAsync(id, CancellationToken.None);
        var paused = await BalanceAsync(id);
        await _portal.Desk.ResumeAsync(id, CancellationToken.None);

        paused.WasHeld.ShouldBeTrue();
        (await BalanceAsync(id)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Remove_ErasesTheKeyAndClosesTheLinesAndLetsTheKeyBeConnectedAgain()
    {
        var id = await _portal.ConnectAsync("getsms");
        var secret = (await _portal.Get<WebhookPaths>().RenewAsync(id, CancellationToken.None)).ShouldNotBeNull();
        await _portal.Get<LineWriter>().EnsureAsync(id, new VendorLine("request:1", LineKind.OneTime) { Number = "12125550101" }, CancellationToken.None);

        (await _portal.Desk.RemoveAsync(id, CancellationToken.None)).IsDone.ShouldBeTrue();

        (await _portal.ScalarAsync<string>($"SELECT key_ciphertext || coalesce(key_fingerprint, '') || key_hint FROM vendor_account WHERE id = {id}")).ShouldBe("");
        (await _portal.ScalarAsync<long>($"SELECT count(*) FROM phone_line WHERE account_id = {id} AND gone_at IS NULL")).ShouldBe(0);
        (await _portal.Get<WebhookPaths>().FindAsync(secret, CancellationToken.None)).ShouldBeNull();
        (await BalanceAsync(id)).WasHeld.ShouldBeTrue();
        (await _portal.Desk.RenameAsync(id, "Ghost", CancellationToken.None)).IsDone.ShouldBeFalse();
        await _portal.ConnectAsync("getsms");
    }

    [Fact]
    public async Task ACiphertext_MovedToAnotherRow_IsNotOpened()
    {
        var first = await _portal.ConnectAsync("getsms");
        var other = await _portal.ConnectAsync("smspins");
        await using (var db = await _portal.Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync())
        {
            var key = (await db.Accounts.SingleAsync(account => account.Id == first)).KeyCiphertext;
            await db.Accounts.Where(account => account.Id == other).ExecuteUpdateAsync(set => set.SetProperty(account => account.KeyCiphertext, key));
        }

        var result = await _portal.Desk.TestAsync(other, CancellationToken.None);

        result.IsDone.ShouldBeFalse();
        _portal.Simulator.Hits.All.Count(hit => hit.Vendor == "smspins").ShouldBe(1, "only the test at connect called");
    }

    [Fact]
    public async Task AWebhookSecret_IsFoundUntilItIsRenewed()
    {
        var paths = _portal.Get<WebhookPaths>();
        var id = await _portal.ConnectAsync("getsms");
        var old = (await paths.RenewAsync(id, CancellationToken.None)).ShouldNotBeNull();
        (await paths.FindAsync(old, CancellationToken.None))!.Id.ShouldBe(id);

        var renewed = (await paths.RenewAsync(id, CancellationToken.None)).ShouldNotBeNull();

        (await paths.FindAsync(old, CancellationToken.None)).ShouldBeNull();
        (await paths.FindAsync(renewed, CancellationToken.None))!.Id.ShouldBe(id);
        (await _portal.ScalarAsync<bool>("SELECT bool_or(vendor_account::text LIKE '%" + renewed + "%') FROM vendor_account")).ShouldBeFalse();
    }

    private Task<AccountResult> RotateAsync(int id, string user, string key) =>
        _portal.Desk.RotateKeyAsync(id, new Dictionary<string, string> { ["user"] = user, ["api_key"] = key }, CancellationToken.None);

    private Task<VendorOutcome<decimal>> BalanceAsync(int id) =>
        _portal.Get<VendorGate>().CallAsync(id, (vendor, session, stop) => ((IReadBalance)vendor).ReadBalanceAsync(session, stop), CancellationToken.None);
}
