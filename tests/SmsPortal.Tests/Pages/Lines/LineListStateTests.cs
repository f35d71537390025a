using Shouldly;
using SmsPortal.Model;
using SmsPortal.Reading;
using SmsPortal.Storage;
using SmsPortal.Vendors;
using SmsPortal.Web.Pages.Lines;
using Xunit;

namespace SmsPortal.Tests.Pages.Lines;

public sealed class LineListStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void List_ReadAgain_KeepsThePlacesAndPutsNewLinesFirst()
    {
        var state = new LineListState();
        state.Show(Snapshot(Row(1), Row(2), Row(3)));

        state.Show(Snapshot(Row(3), Row(4), Row(1)));

        state.Rows.Select(row => row.Id).ShouldBe([4, 1, 3]);
    }

    [Fact]
    public void Text_OnAShownLine_IsItsLastAndAnOlderOneIsNot()
    {
        var state = new LineListState();
        state.Show(Snapshot(Row(1), Row(2)));

        state.Take([Message(2, Noon.AddMinutes(2))]).ShouldBeTrue();
        state.Take([Message(2, Noon)]).ShouldBeFalse();
        state.Take([Message(9, Noon.AddMinutes(3))]).ShouldBeFalse();

        state.Rows.Select(row => row.LastMessageAt).ShouldBe([null, Noon.AddMinutes(2)]);
    }

    [Fact]
    public void Note_OfANarrowedList_NamesBothCounts()
    {
        var state = new LineListState();
        state.Show(Snapshot(Row(1)) with { Matching = 8, All = 1214 });

        state.Note.ShouldBe(string.Format(System.Globalization.CultureInfo.CurrentCulture, "8 of {0:N0}", 1214));
        state.IsCut.ShouldBeTrue();
    }

    [Fact]
    public void Holders_OfALine_AreShortAndNobodyIsSaid()
    {
        var line = Row(1).Line;
        var status = new LineStatus(null, "ok");
        LineHolder Person(string name) => new(name, null, null, AccessLevel.Read, true, null);

        new LineListRow(line, status, [new LineHolder("Growth", 4, null, AccessLevel.Read, true, null), Person("Ana"), Person("Bo"), Person("Bo")]).HolderNames.ShouldBe("Growth (4), Ana +1");
        new LineListRow(line, status, []).IsUnassigned.ShouldBeTrue();
        new LineListRow(line, status, null).IsUnassigned.ShouldBeFalse("a member is not told");
    }

    [Fact]
    public void Address_OfAList_HoldsItsFilters()
    {
        var query = new LineListQuery { Vendor = "smspins", Group = 3, Expiring = true, Text = "a&b" };

        query.Url.ShouldBe("lines?q=a%26b&vendor=smspins&group=3&expiring=1");
        query.Narrows.ShouldBeTrue();
        new LineListQuery { Gone = true }.Narrows.ShouldBeFalse();
    }

    [Fact]
    public void Filter_ByNobody_IsForAdminsOnly()
    {
        var query = new LineListQuery { Nobody = true };

        query.ToFilter(new Viewer(Guid.NewGuid(), SeesAll: true, 0)).UnassignedOnly.ShouldBeTrue();
        query.ToFilter(new Viewer(Guid.NewGuid(), SeesAll: false, 0)).UnassignedOnly.ShouldBeFalse();
    }

    private static LineListSnapshot Snapshot(params LineListRow[] rows) => new(rows, rows.Length, rows.Length, 0, null, FilterChoices.None);

    private static LineListRow Row(long id) => new(
        new LineRow { Id = id, AccountId = 1, VendorKey = "smspool", AccountName = "Test", LineKey = "key", Kind = LineKind.Rental }, new LineStatus(null, "ok"), null);

    private static StoredMessage Message(long line, DateTimeOffset at) =>
        new(1, 1, line, true, "Uber", null, "text", null, null, null, null, null, null, at, at, at, ArrivalWay.Poll, true, false, true);
}
