using Microsoft.AspNetCore.Components;
using SmsPortal.Live;
using SmsPortal.Storage;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Lines;

/// <summary>Every line one may see. The address holds the filters; <see cref="LineListState"/> holds the rows.</summary>
public sealed partial class LineList
{
    private static readonly TimeSpan ReadAtMostEvery = TimeSpan.FromSeconds(1);
    private LineListQuery _query = new();
    private LineListQuery? _loaded;
    private DateTimeOffset _readAt;

    [Inject]
    private LineListReader Reader { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "vendor")]
    private string? Vendor { get; set; }

    [SupplyParameterFromQuery(Name = "account")]
    private int? Account { get; set; }

    [SupplyParameterFromQuery(Name = "group")]
    private int? Group { get; set; }

    [SupplyParameterFromQuery(Name = "expiring")]
    private string? Expiring { get; set; }

    [SupplyParameterFromQuery(Name = "nobody")]
    private string? Nobody { get; set; }

    [SupplyParameterFromQuery(Name = "gone")]
    private string? Gone { get; set; }

    private LineListState State { get; } = new();

    // States change with time, and a poll that found nothing is told to nobody.
    protected override TimeSpan Beat => TimeSpan.FromSeconds(10);

    protected override async Task OnParametersSetAsync()
    {
        _query = new LineListQuery
        {
            Text = Text(Search), Vendor = Text(Vendor), Account = Account, Group = Group, Expiring = Expiring == "1", Nobody = Nobody == "1", Gone = Gone == "1",
        };
        if (_query != _loaded)
        {
            (_loaded, IsLoaded) = (_query, false);
            State.Begin();
        }

        await base.OnParametersSetAsync();

        static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    // Many lines change together; what comes within a second of a reading waits for the next beat.
    protected override bool Concerns(TabBatch batch) =>
        Clock.Now - _readAt >= ReadAtMostEvery && batch.Changes.Any(change => change.Kind is FeedChangeKind.Line or FeedChangeKind.Account);

    protected override bool Take(TabBatch batch) => State.Take(batch.Messages);

    protected override async Task<Action> ReadAsync(Viewer viewer)
    {
        _readAt = Clock.Now;
        var snapshot = await Reader.ReadAsync(viewer, _query, Leaving);
        return () => State.Show(snapshot);
    }
}
