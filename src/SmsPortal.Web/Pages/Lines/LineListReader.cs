using SmsPortal.Reading;
using SmsPortal.Storage;

namespace SmsPortal.Web.Pages.Lines;

/// <summary>Reads the list of lines with everything that a row shows.</summary>
public sealed class LineListReader(LineQueries lines, LineDetailQueries details, ReadingQueries reading, TimeProvider time)
{
    /// <summary>The list as the viewer may see it.</summary>
    public async Task<LineListSnapshot> ReadAsync(Viewer viewer, LineListQuery query, CancellationToken cancellationToken)
    {
        var filter = query.ToFilter(viewer);
        var found = await lines.ListAsync(viewer, filter, LineListState.Most, cancellationToken);
        var all = await lines.CountAsync(viewer, new LineFilter { IncludeGone = query.Gone }, cancellationToken);
        var matching = query.Narrows ? await lines.CountAsync(viewer, filter, cancellationToken) : all;
        var expiring = await lines.CountAsync(viewer, new LineFilter { ExpiringOnly = true }, cancellationToken);
        int? unassigned = viewer.SeesAll ? await lines.CountAsync(viewer, new LineFilter { UnassignedOnly = true }, cancellationToken) : null;
        return new LineListSnapshot(await RowsAsync(viewer, found, cancellationToken), matching, all, expiring, unassigned, await reading.ChoicesAsync(viewer, cancellationToken));
    }

    /// <summary>Lines, which the viewer may see, as rows.</summary>
    public async Task<IReadOnlyList<LineListRow>> RowsAsync(Viewer viewer, IReadOnlyList<LineRow> found, CancellationToken cancellationToken)
    {
        long[] ids = [.. found.Select(line => line.Id)];
        long[] telephones = [.. found.Where(line => line.Kind == Vendors.LineKind.Telephone).Select(line => line.Id)];
        var holders = viewer.SeesAll ? await details.HoldersAsync(viewer, ids, cancellationToken) : null;
        var checks = await details.ChecksAsync(viewer, telephones, cancellationToken);
        var accounts = await details.AccountsAsync(viewer, cancellationToken);
        var now = time.GetUtcNow();
        return
        [
            .. found.Select(line => new LineListRow(
                line, LineStatus.Of(line, accounts.GetValueOrDefault(line.AccountId), checks.GetValueOrDefault(line.Id), now), holders is null ? null : holders.GetValueOrDefault(line.Id, []))),
        ];
    }
}
