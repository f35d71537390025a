using SmsPortal.Reading;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>What a search text is read against.</summary>
/// <param name="Groups">The line groups that the viewer may name.</param>
/// <param name="Today">Today in the viewer's zone.</param>
/// <param name="StartOf">Midnight of a day in the viewer's zone, as UTC.</param>
public sealed record SearchContext(IReadOnlyList<GroupChoice> Groups, DateOnly Today, Func<DateOnly, DateTimeOffset> StartOf);

/// <summary>A search text, understood.</summary>
/// <param name="Filter">What it narrows to.</param>
/// <param name="Errors">What was not understood, in words; the rest applies.</param>
public sealed record ParsedSearch(Storage.MessageFilter Filter, IReadOnlyList<string> Errors);
