using SmsPortal.Storage;
using SmsPortal.Web.Components;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Pages.Lines;

/// <summary>A line as the list shows it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Status">Its state.</param>
/// <param name="Holders">Who was granted it; null for those who may not know.</param>
public sealed record LineListRow(LineRow Line, LineStatus Status, IReadOnlyList<LineHolder>? Holders)
{
    private const int HoldersShown = 2;

    public long Id => Line.Id;

    /// <summary>The newest text.</summary>
    public DateTimeOffset? LastMessageAt { get; init; } = Line.LastMessageAt;

    /// <summary>What people call it; a bare number as people read numbers.</summary>
    public string Name => Line.DisplayName == Line.E164 || Line.DisplayName == Line.Number ? PhoneText.Show(Line.E164, Line.Number)! : Line.DisplayName;

    /// <summary>The number in groups.</summary>
    public string? Number => PhoneText.Show(Line.E164, Line.Number);

    /// <summary><c>rental</c>, <c>telephone · auto-check</c>.</summary>
    public string Kind => Line.AutoCheckWanted ? $"{KindNames.Of(Line.Kind)} · {Strings.AutoCheck}" : KindNames.Of(Line.Kind);

    public string Groups => string.Join(", ", Line.Groups);

    /// <summary>True when admins alone can read it.</summary>
    public bool IsUnassigned => Holders is { Count: 0 };

    /// <summary><c>Ana, Growth (4) +2</c></summary>
    public string HolderNames
    {
        get
        {
            var names = (Holders ?? []).Select(holder => holder.People is { } people ? $"{holder.Name} ({people})" : holder.Name).Distinct(StringComparer.Ordinal).ToList();
            return names.Count <= HoldersShown ? string.Join(", ", names) : $"{string.Join(", ", names.Take(HoldersShown))} +{names.Count - HoldersShown}";
        }
    }
}
