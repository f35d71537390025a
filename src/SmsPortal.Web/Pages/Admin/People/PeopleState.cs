using SmsPortal.People;
using SmsPortal.Storage;
using SmsPortal.Web.SignIn;

namespace SmsPortal.Web.Pages.Admin.People;

/// <summary>The people page without its markup: the list, the form that is open, what was refused, the password to hand over.</summary>
public sealed class PeopleState(PeopleDesk desk, PeopleQueries queries)
{
    /// <summary>Everybody; null while loading.</summary>
    public IReadOnlyList<PersonRow>? All { get; private set; }

    /// <summary>Part of a name, an address or a team.</summary>
    public string Filter { get; set; } = "";

    /// <summary>The open form; null = none.</summary>
    public PersonDraft? Draft { get; private set; }

    public HandOver? HandOver { get; private set; }

    /// <summary>Why the last act was refused, in words.</summary>
    public string? Refusal { get; private set; }

    /// <summary>An act runs: its buttons are locked.</summary>
    public bool IsBusy { get; private set; }

    public IReadOnlyList<PersonRow> Shown =>
        [.. (All ?? []).Where(person => Filter.Length == 0 || new[] { person.DisplayName, person.Email }.Concat(person.Teams).Any(text => text.Contains(Filter.Trim(), StringComparison.CurrentCultureIgnoreCase)))];

    public async Task LoadAsync(Viewer viewer, CancellationToken cancellationToken) => All = viewer.SeesAll ? await queries.ListAsync(cancellationToken) : [];

    public void StartAdding() => (Draft, HandOver, Refusal) = (new PersonDraft(), null, null);

    public void StartReset(PersonRow person) => (Draft, HandOver, Refusal) = (new PersonDraft { Person = person }, null, null);

    /// <summary>Closes the form, the notice and what was refused.</summary>
    public void Close() => (Draft, HandOver, Refusal) = (null, null, null);

    /// <summary>Adds the person of the form, or sets the password it holds.</summary>
    public Task SaveAsync(Viewer actor, CancellationToken cancellationToken) => ActAsync(actor, async () =>
    {
        if (Draft is not { } draft)
        {
            return null;
        }

        var problems = draft.Person is { } person
            ? await desk.ResetPasswordAsync(person.Id, draft.Password, cancellationToken) is { } problem ? [problem] : []
            : (await desk.CreateAsync(new NewPerson { Email = draft.Email, DisplayName = draft.Name, Password = draft.Password, IsAdmin = draft.IsAdmin }, cancellationToken)).Problems;
        draft.Problems = problems;
        if (problems.Count == 0)
        {
            HandOver = new HandOver(draft.Person?.DisplayName ?? draft.Name.Trim(), draft.Person?.Email ?? draft.Email.Trim(), draft.Password);
            Draft = null;
        }

        return problems.Contains(PersonProblem.Unknown) ? PersonProblem.Unknown : null;
    }, cancellationToken);

    public Task SetEnabledAsync(Viewer actor, PersonRow person, bool enabled, CancellationToken cancellationToken) =>
        ActAsync(actor, () => desk.SetEnabledAsync(person.Id, enabled, cancellationToken), cancellationToken);

    public Task SetAdminAsync(Viewer actor, PersonRow person, bool isAdmin, CancellationToken cancellationToken) =>
        ActAsync(actor, () => desk.SetAdminAsync(person.Id, isAdmin, cancellationToken), cancellationToken);

    private async Task ActAsync(Viewer actor, Func<Task<PersonProblem?>> act, CancellationToken cancellationToken)
    {
        if (IsBusy || !actor.SeesAll)
        {
            return;
        }

        (IsBusy, Refusal) = (true, null);
        try
        {
            Refusal = await act() is { } problem ? SignInTexts.Of(problem) : null;
            await LoadAsync(actor, cancellationToken);
        }
        catch (HashQueueFullException)
        {
            Refusal = SignInTexts.Busy;
        }
        finally
        {
            IsBusy = false;
        }
    }
}
