using Microsoft.AspNetCore.Components;
using SmsPortal.Live;
using SmsPortal.Storage;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Admin.Vendors;

/// <summary>The connected vendor accounts and how each does, live.</summary>
public sealed partial class AccountList
{
    [Inject]
    private AccountOverviewQueries Accounts { get; set; } = null!;

    private AccountListState State { get; } = new();

    // A good answer is told to nobody: it is read.
    protected override TimeSpan Beat => TimeSpan.FromSeconds(5);

    protected override bool Concerns(TabBatch batch) => batch.Changes.Any(change => change.Kind == FeedChangeKind.Account);

    protected override async Task<Action> ReadAsync(Viewer viewer)
    {
        var accounts = await Accounts.ListAsync(viewer, Leaving);
        return () => State.Show(accounts, Clock.Now);
    }
}
