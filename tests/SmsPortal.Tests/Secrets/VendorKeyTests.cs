using System.Text;
using Microsoft.Extensions.Options;
using Npgsql;
using Shouldly;
using SmsPortal.Http;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using SmsPortal.VendorAccess;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.Secrets;

/// <summary>Keys that can be recognised, through every fault and through every endpoint that the polls read; then they are looked for.</summary>
public sealed class VendorKeyTests : IAsyncLifetime
{
    private static readonly TimeSpan LongerThanAnyPause = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(15);
    private static readonly string[] Kinds = [.. FaultKinds.Named.Except([FaultKinds.Delay], StringComparer.Ordinal), "401", "500", "502", "503"];
    private static readonly string[] KindsByEndpoint = [FaultKinds.Redirect, FaultKinds.Truncated, FaultKinds.Html, "401"];

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["coolsms token"] = "cool+canary/7f3a=Qz19x", ["smspool key"] = "canarypool7f3aqz19x0000000000032", ["jooksms secret"] = "jook+canary/7f3a=Qz19x",
        ["getsms key"] = "get+canary/7f3a=Qz19x", ["smspins key"] = "pinscanary7f3aQz19x",
    };

    private SimulatedPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await SimulatedPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task AKey_StandsInNoLogAndInNoTable_WhateverTheVendorDoes_AndAPlantedLeakIsFound()
    {
        var accounts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var vendor in VendorNames.All)
        {
            accounts[vendor] = await ConnectAsync(vendor);
        }

        var endpoints = await ReadEndpointsAsync(accounts);
        foreach (var kind in Kinds)
        {
            await DisturbAsync(accounts, [new Fault { Vendor = "*", Kind = kind }]);
        }

        // Under the first fault of a run the rest waits, so each endpoint has its turn alone.
        for (var turn = 0; turn < endpoints.Max(each => each.Value.Count); turn++)
        {
            foreach (var kind in KindsByEndpoint)
            {
                await DisturbAsync(accounts, [.. endpoints.Where(each => turn < each.Value.Count).Select(each => new Fault { Vendor = each.Key, Endpoint = each.Value[turn], Kind = kind })]);
            }
        }

        foreach (var vendor in VendorNames.All)
        {
            await WrongKeyAsync(vendor);
        }

        endpoints.ShouldAllBe(each => each.Value.Count > 0, "every vendor was read");
        _portal.Log.Text.ShouldContain("Debug:", customMessage: "the log was kept below Information");
        SecretSearch.Find(_portal.Log.Text, Keys).ShouldBeEmpty();
        SecretSearch.Find(await DatabaseText.ReadAsync(_portal.Get<NpgsqlDataSource>()), Keys).ShouldBeEmpty();

        // The same search finds what is there.
        foreach (var (name, key) in Keys)
        {
            var leak = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("somebody:" + key));
            await _portal.Get<SettingStore>().SetAsync("leak-" + name, leak, CancellationToken.None);
            SecretSearch.Find(await DatabaseText.ReadAsync(_portal.Get<NpgsqlDataSource>()), Keys).ShouldContain(found => found.StartsWith(name, StringComparison.Ordinal));
            SecretSearch.Find($"GET /x?key={Uri.EscapeDataString(key)}", Keys).ShouldContain(found => found.StartsWith(name, StringComparison.Ordinal));
            SecretSearch.Find(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(key)), Keys).ShouldContain($"{name} as hex");
        }
    }

    private void GiveUpAfter(TimeSpan time) => _portal.Get<IOptions<OutboundOptions>>().Value.TotalTimeout = time;

    private async Task<int> ConnectAsync(string vendor)
    {
        var key = Keys.Single(known => known.Key.StartsWith(vendor, StringComparison.Ordinal)).Value;
        var isPair = vendor is "jooksms" or "getsms";
        _portal.Simulator.Act(() => _portal.Simulator.World(vendor).AddAccount(new NewAccount { Vendor = vendor, Name = "canary", Credential = isPair ? "canary-id" : key, Secret = isPair ? key : "", Lines = 2 }));
        var result = await _portal.Desk.ConnectAsync(Form(vendor, key), CancellationToken.None);
        result.Errors.ShouldBeEmpty();
        return result.AccountId!.Value;
    }

    // The key with a slip in it: what the vendor complains of repeats nothing either.
    private async Task WrongKeyAsync(string vendor)
    {
        var key = Keys.Single(known => known.Key.StartsWith(vendor, StringComparison.Ordinal)).Value;
        var result = await _portal.Desk.ConnectAsync(Form(vendor, key + "x"), CancellationToken.None);
        SecretSearch.Find(string.Join('\n', result.Errors.Values), Keys).ShouldBeEmpty();
        result.AccountId.ShouldBeNull();
    }

    private AccountForm Form(string vendor, string key) => new()
    {
        VendorKey = vendor, Name = "Canary " + vendor, BaseAddress = _portal.Address(vendor), OwnNumbers = vendor == "jooksms" ? ["+12025550101"] : [],
        Credentials = SimulatedPortal.Credentials(vendor).Keys.ToDictionary(field => field, field => field is "client_id" or "user" ? "canary-id" : key, StringComparer.Ordinal),
    };

    private async Task DisturbAsync(Dictionary<string, int> accounts, IReadOnlyList<Fault> faults)
    {
        GiveUpAfter(faults[0].Kind is FaultKinds.Hang or FaultKinds.Drip ? Soon : Late);
        foreach (var fault in faults)
        {
            _portal.Simulator.Faults.Add(fault with { Times = -1, RetryAfterSeconds = 5, DelaySeconds = 1 });
        }

        await PollAllAsync(accounts);
        _portal.Simulator.Faults.Clear();
        GiveUpAfter(Late);
    }

    // What healthy polls call.
    private async Task<Dictionary<string, List<string>>> ReadEndpointsAsync(Dictionary<string, int> accounts)
    {
        _portal.Simulator.Counters.Reset();
        await PollAllAsync(accounts);
        await PollAllAsync(accounts);
        return VendorNames.All.ToDictionary(vendor => vendor, vendor => EndpointTable.All.Where(row => row.Vendor == vendor && _portal.Simulator.Counters.Hits(vendor, row.Name) > 0).Select(row => row.Name).ToList(), StringComparer.Ordinal);
    }

    private async Task PollAllAsync(Dictionary<string, int> accounts)
    {
        _portal.Advance(LongerThanAnyPause);
        await Task.WhenAll(accounts.Values.Select(_portal.PollAsync));
    }
}
