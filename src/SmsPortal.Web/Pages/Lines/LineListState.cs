using SmsPortal.Reading;
using SmsPortal.Storage;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Pages.Lines;

/// <summary>What one reading of the list of lines found.</summary>
/// <param name="Rows">The ones with the newest text first.</param>
/// <param name="Matching">How many lines match.</param>
/// <param name="All">How many lines there are without the filters.</param>
/// <param name="Expiring">How many end within seven days.</param>
/// <param name="Unassigned">How many nobody was granted; null for those who may not know.</param>
/// <param name="Choices">Vendors and groups to narrow to.</param>
public sealed record LineListSnapshot(IReadOnlyList<LineListRow> Rows, int Matching, int All, int Expiring, int? Unassigned, FilterChoices Choices);

/// <summary>The list of lines, without Blazor.</summary>
public sealed class LineListState
{
    /// <summary>The most rows shown; more are found by narrowing.</summary>
    public const int Most = 500;

    private List<LineListRow> _rows = [];

    public IReadOnlyList<LineListRow> Rows => _rows;

    public LineListSnapshot? Snapshot { get; private set; }

    /// <summary>What stands beside the title: <c>214</c> or <c>8 of 214</c>.</summary>
    public string? Note => Snapshot is not { } read || read.All == 0 ? null : read.Matching == read.All ? Words.Of("{0:N0}", read.All) : Words.Of(Strings.CountOfAll, read.Matching, read.All);

    /// <summary>True when lines that match are not shown.</summary>
    public bool IsCut => Snapshot is { } read && read.Matching > _rows.Count;

    /// <summary>Another list begins.</summary>
    public void Begin()
    {
        _rows = [];
        Snapshot = null;
    }

    /// <summary>The list was read. What stood keeps its place, so that nothing moves under the pointer; what is new comes first.</summary>
    public void Show(LineListSnapshot snapshot)
    {
        var places = _rows.Select((row, place) => (row.Id, place)).ToDictionary(row => row.Id, row => row.place);
        _rows = [.. snapshot.Rows.Where(row => !places.ContainsKey(row.Id)), .. snapshot.Rows.Where(row => places.ContainsKey(row.Id)).OrderBy(row => places[row.Id])];
        Snapshot = snapshot;
    }

    /// <summary>Texts arrived: the lines they came to have a newer last text. True when one is shown.</summary>
    public bool Take(IReadOnlyList<StoredMessage> messages)
    {
        var changed = false;
        foreach (var message in messages)
        {
            var place = _rows.FindIndex(row => row.Id == message.LineId);
            if (place >= 0 && (_rows[place].LastMessageAt is not { } last || last < message.At))
            {
                _rows[place] = _rows[place] with { LastMessageAt = message.At };
                changed = true;
            }
        }

        return changed;
    }
}
