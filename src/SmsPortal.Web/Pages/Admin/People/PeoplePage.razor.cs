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

namespace SmsPortal.Web.Pages.Admin.People;

/// <summary>Everybody who may sign in: add, disable, change the role, reset the password.</summary>
public sealed partial class PeoplePage : IDisposable
{
    private static readonly FeedChangeKind[] Concerning = [FeedChangeKind.Person, FeedChangeKind.Access];
    private readonly CancellationTokenSource _leaving = new();
    private string? _failure;

    [Inject]
    private PeopleDesk Desk { get; set; } = null!;

    [Inject]
    private PeopleQueries Queries { get; set; } = null!;

    [Inject]
    private CurrentPerson Current { get; set; } = null!;

    [Inject]
    private AdminChanges Changes { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    [Inject]
    private ViewerClock Clock { get; set; } = null!;

    [Inject]
    private ILogger<PeoplePage> Log { get; set; } = null!;

    private PeopleState State { get; set; } = null!;

    private string? Note => State.All is { } all ? Words.Count(all.Count, Strings.OnePerson, Strings.ManyPeople) : null;

    public void Dispose()
    {
        _leaving.Cancel();
    }

    protected override async Task OnInitializedAsync()
    {
        State = new PeopleState(Desk, Queries);
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
            Log.LogError(failure, "The list of people could not be read ({FailureId})", _failure);
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

    private async Task SwitchRoleAsync(PersonRow person)
    {
        var (question, button) = person.IsAdmin ? (Strings.PersonMakeMemberAsk, Strings.PersonMakeMember) : (Strings.PersonMakeAdminAsk, Strings.PersonMakeAdmin);
        if (await ConfirmAsync(Words.Of(question, person.DisplayName), button))
        {
            await ActAsync(actor => State.SetAdminAsync(actor, person, !person.IsAdmin, _leaving.Token));
        }
    }

    private async Task SwitchEnabledAsync(PersonRow person)
    {
        var enable = person.DisabledAt is not null;
        if (enable || await ConfirmAsync(Words.Of(Strings.PersonDisableAsk, person.DisplayName), Strings.PersonDisable))
        {
            await ActAsync(actor => State.SetEnabledAsync(actor, person, enable, _leaving.Token));
        }
    }

    private async Task<bool> ConfirmAsync(string question, string button) =>
        await Dialogs.Confirm(question, button, new ConfirmOptions { OkButtonText = button, CancelButtonText = Strings.Cancel }) == true;
}
