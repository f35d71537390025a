using System.Globalization;
using SmsPortal.Storage;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>Makes the address into a filter: chips and search together; where both say something, the search box wins.</summary>
public static class InboxFilters
{
    /// <summary>The filter of an address.</summary>
    /// <param name="query">The address.</param>
    /// <param name="context">What its words are read against.</param>
    /// <param name="now">The present moment, for <c>since=24h</c>.</param>
    public static ParsedSearch Read(InboxQuery query, SearchContext context, DateTimeOffset now)
    {
        var search = SearchParser.Parse(query.Search, context);
        var filter = search.Filter with
        {
            LineId = query.Line,
            GroupId = search.Filter.GroupId ?? query.Group,
            VendorKey = search.Filter.VendorKey ?? query.Vendor,
            UnreadOnly = search.Filter.UnreadOnly || query.Unread,
            WithCodeOnly = search.Filter.WithCodeOnly || query.Code,
            Incoming = search.Filter.Incoming ?? query.Direction switch { "in" => true, "out" => false, _ => null },
            Since = search.Filter.Since ?? Since(query.Since, context, now),
        };
        return search with { Filter = filter };
    }

    private static DateTimeOffset? Since(string? since, SearchContext context, DateTimeOffset now) => since switch
    {
        null or "" => null,
        [.. var hours, 'h'] when int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 1000 => now.AddHours(-count),
        _ => SearchDates.Read(since, context.Today) is { } day ? context.StartOf(day) : null,
    };
}
