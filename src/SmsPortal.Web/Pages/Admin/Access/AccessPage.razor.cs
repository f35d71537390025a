using Microsoft.AspNetCore.Components;
using Npgsql;
using Radzen;
using SmsPortal.Live;
using SmsPortal.People;
using SmsPortal.Storage;
using SmsPortal.Web.Components;
using SmsPortal.Web.Resources;
using SmsPortal.Web.SignIn;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Admin.Access;

/// <summary>Who may see which line: grants, teams, groups of lines, and "who can read this line, and why". The address says which part is open.</summary>
public sealed partial class AccessPage : IDisposable
{
    private static readonly FeedChangeKind[] Concerning = [FeedChangeKind.Person, FeedChangeKind.Access, FeedChangeKind.Line];
    private readonly CancellationTokenSource _leaving = new();
    private string? _failure;

    [SupplyParameterFromQuery(Name = "tab")]
    private string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "line")]
    private long? Line { get; set; }

    [Inject]
    private AccessState State { get; set; } = null!;

    [Inject]
    private AccessFinder Finder { get; set; } = null!;

    [Inject]
    private CurrentPerson Current { get; set; } = null!;

    [Inject]
    private AdminChanges Changes { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    [Inject]
    private ViewerClock Clock { get; set; } = null!;

    [Inject]
    private ILogger<AccessPage> Log { get; set; } = null!;

    private string Shown => Line is not null ? "line" : Tab is "teams" or "groups" or "line" ? Tab : "grants";

    public void Dispose()
    {
        _leaving.Cancel();
    }

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            await LoadAsync();
            _ = Changes.FollowAsync(Concerning, () => InvokeAsync(LoadAsync), _leaving.Token);
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            if (!_leaving.IsCancellationRequested && await Current.ScopeAsync() is { } scope)
            {
                await State.LoadAsync(scope.Viewer, _leaving.Token);
                _failure = null;
                StateHasChanged();
            }
        }
        catch (NpgsqlException failure)
        {
            _failure = FailureId.New();
            Log.LogError(failure, "Grants could not be read ({FailureId})", _failure);
        }
    }

    // Who does it is asked at each act: an admin may have become a member a moment ago.
    private async Task ActAsync(Func<Viewer, Task> act)
    {
        if (await Current.ScopeAsync() is { } scope)
        {
            await act(scope.Viewer);
        }
    }

    private async Task<IReadOnlyList<T>> FindAsync<T>(Func<Viewer, Task<IReadOnlyList<T>>> find) => await Current.ScopeAsync() is { } scope ? await find(scope.Viewer) : [];

    // The last day counts as a whole.
    private Task GrantAsync() => ActAsync(actor => State.GrantAsync(actor, State.Draft.LastDay is { } day ? Clock.StartOf(day.AddDays(1)) : null, _leaving.Token));

    private async Task RemoveAsync(GrantRow grant)
    {
        var question = Words.Of(Strings.GrantRemoveAsk, grant.HolderName, grant.TargetName);
        if (await Dialogs.Confirm(question, Strings.GrantRemove, new ConfirmOptions { OkButtonText = Strings.GrantRemove, CancelButtonText = Strings.Cancel }) == true)
        {
            await ActAsync(actor => State.RemoveGrantAsync(actor, grant.Id, _leaving.Token));
        }
    }
}
