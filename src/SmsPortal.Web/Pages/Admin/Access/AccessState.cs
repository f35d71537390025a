using SmsPortal.People;
using SmsPortal.Storage;

namespace SmsPortal.Web.Pages.Admin.Access;

/// <summary>The access page without its markup: grants, teams, line groups, and the forms that change them.</summary>
public sealed class AccessState(GrantDesk desk, TeamDesk teams, LineGroupDesk groups, GrantQueries queries)
{
    /// <summary>All grants, the newest first; null while loading.</summary>
    public IReadOnlyList<GrantRow>? Grants { get; private set; }

    public IReadOnlyList<GroupRow<Guid>> Teams { get; private set; } = [];

    public IReadOnlyList<GroupRow<long>> Groups { get; private set; } = [];

    public GrantDraft Draft { get; private set; } = new();

    /// <summary>Why the last act was refused, in words; null after one that was done.</summary>
    public string? Refusal { get; private set; }

    /// <summary>An act runs: its buttons are locked.</summary>
    public bool IsBusy { get; private set; }

    public async Task LoadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var grants = await queries.ListAsync(viewer, cancellationToken);
        Teams = await queries.TeamsAsync(viewer, cancellationToken);
        Groups = await queries.GroupsAsync(viewer, cancellationToken);
        Grants = grants;
    }

    /// <summary>Counts whom and what the draft would join.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken) =>
        Draft.Reach = Draft is { Target: { } target, Holder: { } holder } ? await desk.ReachAsync(target.Id, holder.Id, cancellationToken) : null;

    /// <summary>Makes the grant of the draft; what is chosen for whom stays, so that the next line is quickly given.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="endsAt">The end of the draft's last day, in UTC.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task GrantAsync(Viewer actor, DateTimeOffset? endsAt, CancellationToken cancellationToken) => ActAsync(actor, async () =>
    {
        if (Draft is not { Target: { } target, Holder: { } holder } draft)
        {
            Draft.ShowsMissing = true;
            return null;
        }

        var problem = await desk.GrantAsync(actor, new NewGrant(target.Id, holder.Id) { Level = draft.Level, WithHistory = draft.WithHistory, EndsAt = endsAt }, cancellationToken);
        Draft = problem is null ? new GrantDraft { Holder = holder, Level = draft.Level, WithHistory = draft.WithHistory } : draft;
        return problem;
    }, cancellationToken);

    public Task RemoveGrantAsync(Viewer actor, int grantId, CancellationToken cancellationToken) => ActAsync(actor, () => desk.RemoveAsync(actor, grantId, cancellationToken), cancellationToken);

    public Task CreateTeamAsync(Viewer actor, string name, CancellationToken cancellationToken) => ActAsync(actor, () => teams.CreateAsync(actor, name, cancellationToken), cancellationToken);

    public Task DeleteTeamAsync(Viewer actor, int teamId, CancellationToken cancellationToken) => ActAsync(actor, () => teams.DeleteAsync(actor, teamId, cancellationToken), cancellationToken);

    public Task AddToTeamAsync(Viewer actor, int teamId, Guid userId, CancellationToken cancellationToken) => ActAsync(actor, () => teams.AddAsync(actor, teamId, [userId], cancellationToken), cancellationToken);

    public Task TakeFromTeamAsync(Viewer actor, int teamId, Guid userId, CancellationToken cancellationToken) => ActAsync(actor, () => teams.RemoveAsync(actor, teamId, userId, cancellationToken), cancellationToken);

    public Task CreateGroupAsync(Viewer actor, string name, CancellationToken cancellationToken) => ActAsync(actor, () => groups.CreateAsync(actor, name, cancellationToken), cancellationToken);

    public Task DeleteGroupAsync(Viewer actor, int groupId, CancellationToken cancellationToken) => ActAsync(actor, () => groups.DeleteAsync(actor, groupId, cancellationToken), cancellationToken);

    public Task AddToGroupAsync(Viewer actor, int groupId, long lineId, CancellationToken cancellationToken) => ActAsync(actor, () => groups.AddAsync(actor, groupId, [lineId], cancellationToken), cancellationToken);

    public Task TakeFromGroupAsync(Viewer actor, int groupId, long lineId, CancellationToken cancellationToken) => ActAsync(actor, () => groups.RemoveAsync(actor, groupId, lineId, cancellationToken), cancellationToken);

    private async Task ActAsync(Viewer actor, Func<Task<AccessProblem?>> act, CancellationToken cancellationToken)
    {
        if (IsBusy)
        {
            return;
        }

        (IsBusy, Refusal) = (true, null);
        try
        {
            Refusal = await act() is { } problem ? AccessTexts.Of(problem) : null;
            await LoadAsync(actor, cancellationToken);
            await MeasureAsync(cancellationToken);
        }
        finally
        {
            IsBusy = false;
        }
    }
}
