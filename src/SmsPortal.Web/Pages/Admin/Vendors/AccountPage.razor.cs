using System.Globalization;
using Microsoft.AspNetCore.Components;
using SmsPortal.Live;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Admin.Vendors;

/// <summary>One vendor account: how it does, and everything an admin can do with it.</summary>
public sealed partial class AccountPage
{
    private const int PostsShown = 20;
    private AccountOverview? _account;
    private IReadOnlyList<UnreadablePost> _posts = [];
    private bool _receivesWebhooks;
    private int _shown;

    [Inject]
    private AccountOverviewQueries Accounts { get; set; } = null!;

    [Inject]
    private VendorRegistry Vendors { get; set; } = null!;

    [Parameter]
    public int AccountId { get; set; }

    protected override TimeSpan Beat => TimeSpan.FromSeconds(5);

    protected override Task OnParametersSetAsync()
    {
        if (_shown != AccountId)
        {
            (_shown, IsLoaded, _account) = (AccountId, false, null);
        }

        return base.OnParametersSetAsync();
    }

    protected override bool Concerns(TabBatch batch) =>
        batch.Changes.Any(change => change.Kind == FeedChangeKind.Account && change.Concerns(AccountId.ToString(CultureInfo.InvariantCulture)));

    protected override async Task<Action> ReadAsync(Viewer viewer)
    {
        var account = await Accounts.FindAsync(viewer, AccountId, Leaving);
        var posts = account is { UnreadablePosts: > 0 } ? await Accounts.UnreadableAsync(viewer, AccountId, PostsShown, Leaving) : [];
        return () => (_account, _posts, _receivesWebhooks) = (account, posts, account is not null && Vendors.Find(account.VendorKey) is IReceiveWebhooks);
    }

    private AccountStatus Status(AccountOverview account) => AccountStatus.Of(account.State, account.Health, Clock.Now);
}
