using Microsoft.AspNetCore.Components;
using SmsPortal.Reading;
using SmsPortal.Web.Components;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>The filters as chips. Each is a link: the address is the state.</summary>
public sealed partial class FilterBar
{
    private static readonly (string Since, Func<string> Text)[] Times = [("24h", () => Strings.Last24Hours), ("7d", () => Strings.Last7Days), ("30d", () => Strings.Last30Days)];

    [Parameter, EditorRequired]
    public required InboxQuery Query { get; set; }

    /// <summary>The unread count as shown.</summary>
    [Parameter]
    public string UnreadShown { get; set; } = "";

    [Parameter]
    public FilterChoices Choices { get; set; } = FilterChoices.None;

    /// <summary>The name of the line that the list is narrowed to.</summary>
    [Parameter]
    public string? LineName { get; set; }

    /// <summary>The menu opens: choices are wanted.</summary>
    [Parameter]
    public EventCallback OnOpen { get; set; }

    private static string Class(bool on) => on ? "chip on" : "chip";

    private IEnumerable<(string Text, InboxQuery Without)> Active()
    {
        if (Query.Line is not null)
        {
            yield return (LineName ?? Strings.OneLine, Query with { Line = null });
        }

        if (Query.Group is { } group)
        {
            yield return (Choices.Groups.FirstOrDefault(one => one.Id == group)?.Name ?? Strings.Group, Query with { Group = null });
        }

        if (Query.Vendor is { } vendor)
        {
            yield return (VendorNames.Name(vendor), Query with { Vendor = null });
        }

        if (Query.Direction is { } direction)
        {
            yield return (direction == "in" ? Strings.Received : Strings.Sent, Query with { Direction = null });
        }

        if (Query.Since is { } since)
        {
            yield return (Times.FirstOrDefault(time => time.Since == since).Text?.Invoke() ?? Words.Of(Strings.SinceDay, since), Query with { Since = null });
        }

        if (Query.Search is { } search)
        {
            yield return (HiddenCharacters.Replace(search), Query with { Search = null });
        }
    }
}
