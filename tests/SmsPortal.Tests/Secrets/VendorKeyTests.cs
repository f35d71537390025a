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

/// <summary>Keys that can be recognised, through every fault of every endpoint that the polls read; then they are looked for.</summary>
public sealed class VendorKeyTests : IAsyncLifetime
{
    private static readonly TimeSpan LongerThanAnyPause = TimeSpan.FromHours(2);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(15);
    private static readonly string[] Kinds = [.. FaultKinds.Named.Except([FaultKinds.Delay], StringComparer.Ordinal), "401", "500", "502", "503"];

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["coolsms token"] = "cool+canary/7f3a=Qz19x", ["smspool key"] = "canarypool7f3aQz19x0000000000032", ["jooksms secret"] = "jook+canary/7f3a=Qz19x",
        ["getsms key"] = "get+canary/7f3a=Qz19x", ["smspins key"] = "pins+canary/7f3a=Qz19x",
    };

    private SimulatedPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await SimulatedPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task AKey_StandsInNoLogAndInNoTable_WhateverTheVendorDoes_AndAPlantedLeakIsFound()
    {
        var faults = 0;
        foreach (var vendor in VendorNames.All)
        {
            var account = await ConnectAsync(vendor);
            foreach (var endpoint in await ReadEndpointsAsync(vendor, account))
            {
                foreach (var kind in Kinds)
                {
                    _portal.Simulator.Faults.Add(new Fault { Vendor = vendor, Endpoint = endpoint, Kind = kind, Times = -1, RetryAfterSeconds = 5, DelaySeconds = 1 });
                    GiveUpAfter(kind is FaultKinds.Hang or FaultKinds.Drip ? Soon : Late);
                    _portal.Advance(LongerThanAnyPause);
                    await _portal.PollAsync(account);
                    _portal.Simulator.Faults.Clear();
                    faults++;
                }
            }

            GiveUpAfter(Late);
            await WrongKeyAsync(vendor);
        }

        faults.ShouldBeGreaterThan(Kinds.Length * VendorNames.All.Count, "several endpoints of each vendor were disturbed");
        _portal.Log.Text.ShouldContain("Trace:");
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

    // What healthy polls call.
    private async Task<IReadOnlyList<string>> ReadEndpointsAsync(string vendor, int account)
    {
        _portal.Simulator.Counters.Reset();
        for (var i = 0; i < 3; i++)
        {
            _portal.Advance(LongerThanAnyPause);
            await _portal.PollAsync(account);
        }

        return [.. EndpointTable.All.Where(row => row.Vendor == vendor && _portal.Simulator.Counters.Hits(vendor, row.Name) > 0).Select(row => row.Name)];
    }
}
