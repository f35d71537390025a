using System.Globalization;
using Microsoft.AspNetCore.Components;
using SmsPortal.Jobs;
using SmsPortal.Live;
using SmsPortal.Storage;
using SmsPortal.Vendors;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Lines;

/// <summary>One line: its texts, the numbers it carried, its state, and what one may do with it. While it is open, the line is read as often as its vendor allows.</summary>
public sealed partial class LinePage
{
    private LinePageState _state = LinePageState.NotThere;
    private IDisposable? _watching;
    private TimeSpan? _pace;
    private long _shown;

    [Inject]
    private LineQueries Lines { get; set; } = null!;

    [Inject]
    private LineDetailQueries Details { get; set; } = null!;

    [Inject]
    private LineListReader Reader { get; set; } = null!;

    [Inject]
    private VendorRegistry Vendors { get; set; } = null!;

    [Inject]
    private Watch Watch { get; set; } = null!;

    [Parameter]
    public long LineId { get; set; }

    protected override TimeSpan Beat => TimeSpan.FromSeconds(5);

    private bool CanOperate => LinePageState.CanOperate(Feed.Scope, LineId) && _state.Row?.Line.GoneAt is null;

    protected override Task OnParametersSetAsync()
    {
        if (_shown != LineId)
        {
            (_shown, IsLoaded, _state) = (LineId, false, LinePageState.NotThere);
            Unwatch();
        }

        return base.OnParametersSetAsync();
    }

    protected override bool Concerns(TabBatch batch) => batch.Changes.Any(change =>
        change.Kind == FeedChangeKind.Account || (change.Kind == FeedChangeKind.Line && change.Concerns(LineId.ToString(CultureInfo.InvariantCulture))));

    protected override async Task<Action> ReadAsync(Viewer viewer)
    {
        var state = await FindAsync(viewer);
        return () =>
        {
            _state = state;
            _pace = state.Row is { } row ? Vendors.Find(row.Line.VendorKey)?.Pace.Watched : null;

            // Who may not see the line does not make it busy.
            if (state.Row is { Line.GoneAt: null })
            {
                _watching ??= Watch.WatchLine(LineId);
            }
            else
            {
                Unwatch();
            }
        };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Unwatch();
    }

    private async Task<LinePageState> FindAsync(Viewer viewer)
    {
        if (await Lines.FindAsync(viewer, LineId, Leaving) is not { } line)
        {
            return LinePageState.NotThere;
        }

        var row = (await Reader.RowsAsync(viewer, [line], Leaving))[0];
        var numbers = await Details.NumbersAsync(viewer, LineId, Leaving);
        var checks = line.Kind == LineKind.Telephone ? await Details.ChecksAsync(viewer, [LineId], Leaving) : null;
        return new LinePageState(row, numbers, checks?.GetValueOrDefault(LineId));
    }

    private void Unwatch()
    {
        _watching?.Dispose();
        _watching = null;
    }
}
