using Shouldly;
using SmsPortal.Storage;
using SmsPortal.Web.Pages.Inbox;
using Xunit;

namespace SmsPortal.Tests.Pages.Inbox;

public sealed class InboxStateTests
{
    private readonly InboxState _state = new();
    private int _changes;

    public InboxStateTests()
    {
        _state.Begin();
        _state.Changed += () => _changes++;
    }

    [Fact]
    public void Batch_OfMany_IsOneChange()
    {
        Show(3, 1);
        _changes = 0;

        _state.Take([Rows.At(4, 4), Rows.At(5, 5), Rows.At(6, 6)]).ShouldBe(3);

        _changes.ShouldBe(1);
        Ids().ShouldBe([6, 5, 4, 3, 2, 1]);
    }

    [Fact]
    public void Message_Late_SlotsInByItsTime()
    {
        Show(3, 1);

        _state.Take([new MessageRow(Rows.Message(9) with { At = Rows.Noon.AddMinutes(2).AddSeconds(30) }, Rows.Line(), "", "")]);

        Ids().ShouldBe([3, 9, 2, 1]);
    }

    [Fact]
    public void Messages_OfOneMoment_AreOrderedById()
    {
        _state.Show([], null, null);

        _state.Take([Rows.At(2, 5), Rows.At(3, 5), Rows.At(1, 5)]);

        Ids().ShouldBe([3, 2, 1]);
    }

    [Fact]
    public void Message_SeenBefore_IsDroppedWithoutAChange()
    {
        Show(3, 1);
        _changes = 0;

        _state.Take([Rows.At(3, 3), Rows.At(1, 1)]).ShouldBe(0);

        _changes.ShouldBe(0);
        Ids().ShouldBe([3, 2, 1]);
    }

    [Fact]
    public void Message_DuringTheFirstReading_JoinsWhatWasRead()
    {
        _state.Take([Rows.At(3, 3), Rows.At(4, 4)]);

        Show(3, 1);

        Ids().ShouldBe([4, 3, 2, 1]);
    }

    [Fact]
    public void Message_OlderThanThePage_WaitsForItsPage()
    {
        _state.Show(Rows.Page(20, 11), new MessagePosition(Rows.Noon.AddMinutes(11), 11), null);

        _state.Take([Rows.At(30, 5)]).ShouldBe(0);

        _state.Rows.Count.ShouldBe(10);
    }

    [Fact]
    public void Rows_BeyondTheMost_DropTheOldestAndCanBeReadAgain()
    {
        _state.Show(Rows.Page(InboxState.Most, 1), null, null);

        _state.Take([Rows.At(501, 501), Rows.At(502, 502)]);

        _state.Rows.Count.ShouldBe(InboxState.Most);
        Ids().First().ShouldBe(502);
        Ids().Last().ShouldBe(3);
        _state.Next.ShouldBe(new MessagePosition(Rows.Noon.AddMinutes(3), 3));
    }

    [Fact]
    public void Rows_WhileNobodyAskedForOlderOnes_StayFewAndTheOthersComeBackByScrolling()
    {
        Show(InboxState.PageSize, 1);

        _state.Take(Rows.Page(InboxState.Live + 20, InboxState.PageSize + 1));

        _state.Rows.Count.ShouldBe(InboxState.Live);
        _state.Next.ShouldBe(new MessagePosition(Rows.Noon.AddMinutes(21), 21));
        _state.Append(Rows.Page(20, 1), null, null);
        _state.Rows.Count.ShouldBe(InboxState.Live + 20);
    }

    [Fact]
    public void Rows_OlderBeyondTheMost_DropTheNewestAndSayThatNewOnesMustBeRead()
    {
        _state.Show(Rows.Page(520, 51), new MessagePosition(Rows.Noon.AddMinutes(51), 51), null);

        _state.Append(Rows.Page(50, 1), null, null);
        _state.Take([Rows.At(600, 600)]);

        _state.Rows.Count.ShouldBe(InboxState.Most);
        Ids().First().ShouldBe(500);
        _state.IsDetached.ShouldBeTrue();
        _state.NewCount.ShouldBe(1);
        _state.MustReadForNew.ShouldBeTrue();
    }

    [Fact]
    public void Message_WhileHeld_WaitsBehindThePillAndMovesNothing()
    {
        Show(3, 1);
        _state.Hold(true);

        _state.Take([Rows.At(4, 4), Rows.At(5, 5)]);

        _state.NewCount.ShouldBe(2);
        Ids().ShouldBe([3, 2, 1]);
        _state.Take([Rows.At(5, 5)]).ShouldBe(0);
    }

    [Fact]
    public void Pill_Pressed_ShowsWhatWaited()
    {
        Show(3, 1);
        _state.Hold(true);
        _state.Take([Rows.At(5, 5), Rows.At(4, 4)]);

        _state.ShowNew();

        _state.NewCount.ShouldBe(0);
        Ids().ShouldBe([5, 4, 3, 2, 1]);
    }

    [Fact]
    public void Hold_Ended_LetsWhatWaitedIn()
    {
        Show(3, 1);
        _state.Hold(true);
        _state.Take([Rows.At(4, 4)]);
        _changes = 0;

        _state.Hold(false);

        _changes.ShouldBe(1);
        Ids().ShouldBe([4, 3, 2, 1]);
    }

    [Fact]
    public void Reading_Again_ShowsEachOnceAndForgetsWhatIsGone()
    {
        Show(4, 1);
        _state.Take([Rows.At(5, 5)]);

        _state.ShowAgain([Rows.At(7, 7), Rows.At(6, 6), Rows.At(5, 5), Rows.At(3, 3)], null, null);

        Ids().ShouldBe([7, 6, 5, 3]);
    }

    [Fact]
    public void Reading_AgainWhileHeld_KeepsNewOnesBehindThePill()
    {
        Show(4, 1);
        _state.Hold(true);

        _state.ShowAgain([Rows.At(6, 6), Rows.At(5, 5), Rows.At(4, 4), Rows.At(3, 3)], null, null);

        Ids().ShouldBe([4, 3]);
        _state.NewCount.ShouldBe(2);
        _state.ShowNew();
        Ids().ShouldBe([6, 5, 4, 3]);
    }

    [Fact]
    public void Marks_Changed_AreOneChangeAndOnlyWhenTheyDiffer()
    {
        Show(3, 1);
        _changes = 0;

        _state.SetUnread(new HashSet<long> { 2 }).ShouldBeTrue();
        _state.SetUnread(new HashSet<long> { 2 }).ShouldBeFalse();

        _changes.ShouldBe(1);
        _state.Rows.Where(row => row.IsUnread).Select(row => row.Id).ShouldBe([2]);
    }

    [Fact]
    public void Line_Renamed_IsShownOnItsRows()
    {
        Show(2, 1);

        _state.SetLines(new Dictionary<long, LineRow> { [5] = Rows.Line("New name") }).ShouldBeTrue();

        _state.Rows.ShouldAllBe(row => row.LineName == "New name");
    }

    [Fact]
    public void Failure_OfOlderRows_KeepsWhatIsThere()
    {
        Show(3, 1);
        _state.BeginOlder();

        _state.Fail(new InboxFailure("no", "id"));

        _state.Phase.ShouldBe(InboxPhase.Ready);
        _state.IsLoadingOlder.ShouldBeFalse();
        _state.Rows.Count.ShouldBe(3);
    }

    [Fact]
    public void Failure_OfTheFirstReading_IsTheWholePage()
    {
        _state.Fail(new InboxFailure("no", "id"));

        _state.Phase.ShouldBe(InboxPhase.Failed);
    }

    private void Show(int from, int to) => _state.Show(Rows.Page(from, to), null, null);

    private IEnumerable<long> Ids() => _state.Rows.Select(row => row.Id);
}
