using SmsPortal.People;
using SmsPortal.Storage;

namespace SmsPortal.Web.Pages.Admin.Access;

/// <summary>Finds what can be granted, and to whom, by a part of the name.</summary>
public sealed class AccessFinder(LineQueries lines, PeopleQueries people, GrantQueries grants)
{
    private const int Few = 8;

    public async Task<IReadOnlyList<Named<long>>> LinesAsync(Viewer viewer, string text, CancellationToken cancellationToken) =>
        [.. (await lines.ListAsync(viewer, new LineFilter { Text = text, IncludeGone = true }, Few, cancellationToken)).Select(line => new Named<long>(line.Id, NameOf(line)))];

    public async Task<IReadOnlyList<Named<Guid>>> PeopleAsync(Viewer viewer, string text, CancellationToken cancellationToken) => viewer.SeesAll
        ? [.. (await people.ListAsync(cancellationToken)).Where(person => person.DisabledAt is null && (Fits(person.DisplayName, text) || Fits(person.Email, text))).Take(Few).Select(person => new Named<Guid>(person.Id, $"{person.DisplayName} · {person.Email}"))]
        : [];

    /// <summary>Groups first: one grant on a group saves many on lines.</summary>
    public async Task<IReadOnlyList<Named<GrantTarget>>> TargetsAsync(Viewer viewer, string text, string groupWord, CancellationToken cancellationToken) =>
    [
        .. (await grants.GroupsAsync(viewer, cancellationToken)).Where(group => Fits(group.Name, text)).Take(Few).Select(group => new Named<GrantTarget>(GrantTarget.Group(group.Id), $"{group.Name} · {groupWord}")),
        .. (await LinesAsync(viewer, text, cancellationToken)).Select(line => new Named<GrantTarget>(GrantTarget.Line(line.Id), line.Name)),
    ];

    /// <summary>Teams first, then people.</summary>
    public async Task<IReadOnlyList<Named<GrantHolder>>> HoldersAsync(Viewer viewer, string text, string teamWord, CancellationToken cancellationToken) =>
    [
        .. (await grants.TeamsAsync(viewer, cancellationToken)).Where(team => Fits(team.Name, text)).Take(Few).Select(team => new Named<GrantHolder>(GrantHolder.Team(team.Id), $"{team.Name} · {teamWord}")),
        .. (await PeopleAsync(viewer, text, cancellationToken)).Select(person => new Named<GrantHolder>(GrantHolder.Person(person.Id), person.Name)),
    ];

    private static string NameOf(LineRow line) => (line.E164 ?? line.Number) is { } number && number != line.DisplayName ? $"{line.DisplayName} · {number}" : line.DisplayName;

    private static bool Fits(string name, string text) => name.Contains(text, StringComparison.CurrentCultureIgnoreCase);
}
