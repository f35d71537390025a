using Shouldly;
using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.Vendors;

/// <summary>Every endpoint that reads is called by a client of ours, in both dialects, and understood.</summary>
public sealed class EndpointCoverageTests
{
    public static TheoryData<string, string, string> Rows =>
        [.. from line in Checklist.Committed
            where line.Kind == "read" && VendorContracts.All.ContainsKey(line.Vendor)
            from row in line.Rows
            from dialect in VendorContract.Dialects
            select new TheoryDataRow<string, string, string>(line.Vendor, row, dialect)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task ReadingEndpoint_IsHitAndUnderstoodByOurClient(string vendor, string row, string dialect)
    {
        await using var world = await VendorWorld.StartAsync(VendorContracts.All[vendor], dialect);
        world.Contract.Probes.Keys.ShouldContain(row);

        await world.Contract.Probes[row](world, TestContext.Current.CancellationToken);

        world.Simulator.Counters.Hits(vendor, row, dialect).ShouldBeGreaterThan(0);
        world.Simulator.Hits.All.ShouldNotContain(hit => hit.SecretIn == "query");
    }

    [Fact]
    public void ReadingEndpoints_AreRowsOfTheSimulatorsTable()
    {
        var rows = EndpointTable.All.Select(row => (row.Vendor, row.Name)).ToHashSet();

        (from line in Checklist.Committed from row in line.Rows where !rows.Contains((line.Vendor, row)) select $"{line.Vendor} {row}").ShouldBeEmpty();
    }

    [Fact]
    public void RowsOfTheSimulatorsTable_ThatOnlyRead_AreReadingEndpoints()
    {
        var listed = Checklist.Committed.SelectMany(line => line.Rows.Select(row => (line.Vendor, row))).ToHashSet();

        EndpointTable.All.Where(row => !row.HasEffect && row.Name != "unknown_command" && !listed.Contains((row.Vendor, row.Name)))
            .Select(row => $"{row.Vendor} {row.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void CommittedList_SaysWhatFieldNotesSays()
    {
        var notes = Checklist.InFieldNotes();
        Assert.SkipWhen(notes is null, "The vendors' documents are not beside this clone.");

        Checklist.Committed.Select(line => line.Source).Where(source => !source.StartsWith("field-notes", StringComparison.Ordinal)).Order().ShouldBe(notes!.Distinct().Order());
    }
}
