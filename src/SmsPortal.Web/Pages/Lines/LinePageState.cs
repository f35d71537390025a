using SmsPortal.Live;
using SmsPortal.Model;
using SmsPortal.Storage;

namespace SmsPortal.Web.Pages.Lines;

/// <summary>A line's page, without Blazor. Without a line it says nothing, and no address tells a foreign line from a missing one.</summary>
/// <param name="Row">The line with its state; null = there is none for this person.</param>
/// <param name="Numbers">The numbers that it carried, the newest first.</param>
/// <param name="LastCheck">SMSPins: the newest check.</param>
public sealed record LinePageState(LineListRow? Row, IReadOnlyList<LineNumber> Numbers, LineCheck? LastCheck)
{
    /// <summary>There is no such line for this person.</summary>
    public static LinePageState NotThere { get; } = new(null, [], null);

    /// <summary>Whether the person may do more with the line than read it.</summary>
    public static bool CanOperate(AccessScope? scope, long lineId) =>
        scope is not null && (scope.Viewer.SeesAll || (scope.Lines?.TryGetValue(lineId, out var line) == true && line.Level >= AccessLevel.Operate));
}
