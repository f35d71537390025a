using System.Text.Json;
using Shouldly;
using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.Vendors;
using Xunit;

namespace SmsPortal.Tests.Vendors;

/// <summary>What every reading capability of every vendor promises, in both dialects: a right answer or a failure of the one vocabulary, nothing lost, no key told.</summary>
public sealed class ReadContractTests
{
    public static TheoryData<string, string> Vendors =>
        [.. VendorContracts.InEachDialect.Select(row => new TheoryDataRow<string, string>(row.Vendor, row.Dialect))];

    public static TheoryData<string, string, string> Troubles =>
        [.. from row in VendorContracts.InEachDialect from fault in ContractFault.All select new TheoryDataRow<string, string, string>(row.Vendor, row.Dialect, fault.Name)];

    public static TheoryData<string, int> Echoes =>
        [.. from vendor in VendorContracts.All.Keys from status in (int[])[200, 400, 429, 500] select new TheoryDataRow<string, int>(vendor, status)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task Reading_WithoutTrouble_FindsEveryTextOnce(string vendor, string dialect)
    {
        await using var world = await VendorWorld.StartAsync(VendorContracts.All[vendor], dialect);
        var store = new Store(world);

        await world.Contract.ArriveAsync(world, "Your code is 00415 😀", Stop);
        await store.ReadAllAsync(Stop);
        await world.Contract.ArriveAsync(world, "No code in this one", Stop);
        await store.ReadAllAsync(Stop);
        await store.ReadAllAsync(Stop);

        store.Texts.ShouldBe(world.IssuedTexts, ignoreOrder: true);
        store.Texts.Count().ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task Reading_AfterTheVendorChangedItsShapes_StoresNothingTwice(string vendor, string dialect)
    {
        await using var world = await VendorWorld.StartAsync(VendorContracts.All[vendor], dialect);
        var store = new Store(world);
        await world.Contract.ArriveAsync(world, "Your code is 00415 😀", Stop);
        await world.Contract.ArriveAsync(world, "No code in this one", Stop);
        await store.ReadAllAsync(Stop);

        world.Simulator.Dialects[vendor] = VendorContract.Dialects.Single(other => other != dialect);
        await store.ReadAllAsync(Stop);

        store.Texts.ShouldBe(world.IssuedTexts, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Reading_UnderTrouble_FailsInTheVocabularyAndLosesNothing(string vendor, string dialect, string trouble)
    {
        var fault = ContractFault.All.Single(candidate => candidate.Name == trouble);
        await using var world = await VendorWorld.StartAsync(VendorContracts.All[vendor], dialect);
        var store = new Store(world);
        await world.Contract.ArriveAsync(world, "Your code is 00415 😀", Stop);
        await world.Contract.ArriveAsync(world, "No code in this one", Stop);
        await world.Contract.BeforeReadingAsync(world, Stop);
        // Two lines of each kind show what all would: one that sleeps, one that does not.
        var lines = (await store.LinesAsync(Stop)).GroupBy(line => line.Kind).SelectMany(kind => kind.Take(2)).ToList();
        var right = await RightAnswersAsync(world, lines);

        world.Simulator.Faults.Add(fault.At(vendor));
        // A memory of its own: a session token of before would hide the trouble of getting one.
        var session = world.NewSession(fault.Patience, memory: new VendorMemory());
        foreach (var (name, readAsync) in store.Readings(lines))
        {
            await ReadUnderTroubleAsync(world, fault, name, () => readAsync(session, Stop), right.GetValueOrDefault(name));
        }

        store.Texts.Except(world.IssuedTexts).ShouldBeEmpty("a broken answer made a text up");
        world.Simulator.Faults.Clear();
        await world.Contract.ArriveAsync(world, "After the trouble: 0042", Stop);
        await store.ReadAllAsync(Stop);
        store.Texts.ShouldBe(world.IssuedTexts, ignoreOrder: true);
        world.Simulator.Hits.Elsewhere.ShouldBeEmpty("a redirect was followed");
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task Reading_WithWrongCredentials_NamesTheField(string vendor, string dialect)
    {
        await using var world = await VendorWorld.StartAsync(VendorContracts.All[vendor], dialect);
        var store = new Store(world);
        var lines = await store.LinesAsync(Stop);
        var wrong = world.Contract.Credentials.ToDictionary(field => field.Key, _ => "wrong-0123456789-wrong-0123456789");
        var session = world.NewSession(TimeSpan.FromSeconds(60), wrong, new VendorMemory());

        foreach (var (name, readAsync) in store.Readings(lines))
        {
            if (name == "lines" && lines is [{ Kind: LineKind.TwoWay }])
            {
                // The one line of a two-way account is known without a call.
                continue;
            }

            var failure = (await Should.ThrowAsync<VendorException>(() => readAsync(session, Stop), name)).Failure;

            failure.Kind.ShouldBe(VendorFailureKind.KeyRejected, name);
            world.Vendor.CredentialFields.Select(field => field.Name).ShouldContain(failure.Field, name);
        }
    }

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task Reading_OfAVendorThatEchoesTheKey_DoesNotTellIt(string vendor, int status)
    {
        var contract = VendorContracts.All[vendor];
        await using var world = await VendorWorld.StartAsync(contract, VendorContract.Dialects[0]);
        var store = new Store(world);
        var lines = await store.LinesAsync(Stop);
        await using var echo = await ScriptedVendor.StartAsync(TimeProvider.System, [.. contract.Credentials.Select(field => (field.Key, field.Value))]);
        var said = $"You sent {string.Join(" and ", contract.Credentials.Values)}";
        echo.Answer("*", JsonSerializer.Serialize(new { success = 0, result = "error", status = "error", response = "error", message = said, errors = new[] { said } }), status);

        foreach (var (name, readAsync) in store.Readings(lines).Where(reading => reading.Name != "lines" || lines is not [{ Kind: LineKind.TwoWay }]))
        {
            TellsNoKey(world, await Should.ThrowAsync<VendorException>(() => readAsync(echo.Session, Stop), name));
        }

        echo.Calls.ShouldNotBeEmpty();
    }

    private static async Task<Dictionary<string, string>> RightAnswersAsync(VendorWorld world, IReadOnlyList<VendorLine> lines)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, readAsync) in new Store(world).Readings(lines))
        {
            answers[name] = await readAsync(world.Session, Stop);
        }

        return answers;
    }

    private static async Task ReadUnderTroubleAsync(VendorWorld world, ContractFault fault, string name, Func<Task<string>> readAsync, string? right)
    {
        var hits = world.Simulator.Hits.All.Count;
        try
        {
            var answer = await readAsync();
            if (world.Simulator.Hits.All.Count > hits)
            {
                (fault.MayAnswer || fault.Allowed.Count == 0).ShouldBeTrue($"{name} answered under \"{fault.Name}\"");
                answer.ShouldBe(right, name);
            }
        }
        catch (VendorException failure)
        {
            var allowed = fault.IsWebPage ? [.. fault.Allowed, .. world.Contract.WebPageKinds] : fault.Allowed;
            allowed.ShouldContain(failure.Failure.Kind, $"{name} under \"{fault.Name}\": {failure.Message}");
            CheckWait(fault, failure.Failure, name);
            TellsNoKey(world, failure);
        }
    }

    private static void CheckWait(ContractFault fault, VendorFailure failure, string name)
    {
        if (fault.SaysWait)
        {
            failure.RetryAfter.ShouldNotBeNull(name).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromSeconds(ContractFault.WaitSeconds));
        }
        else if (failure.Kind == VendorFailureKind.RateLimited)
        {
            failure.RetryAfter.ShouldBeNull(name);
        }
    }

    private static void TellsNoKey(VendorWorld world, VendorException failure)
    {
        var told = string.Join('\n', failure.ToString(), failure.Failure.ToString(), failure.Failure.Raw);
        foreach (var field in world.Vendor.CredentialFields.Where(field => field.IsSecret))
        {
            told.ShouldNotContain(world.Contract.Credentials[field.Name]);
        }
    }
}
