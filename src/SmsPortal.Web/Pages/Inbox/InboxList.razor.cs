using Microsoft.AspNetCore.Components;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>The rows, flat: no component with state per row, and no handler; opening is a link and copying is the browser's.</summary>
public sealed partial class InboxList
{
    private ElementReference _list;

    [Inject]
    private ViewerClock Clock { get; set; } = null!;

    [Parameter, EditorRequired]
    public required InboxState State { get; set; }

    /// <summary>The address of the list, to which a row adds its message.</summary>
    [Parameter, EditorRequired]
    public required string ListUrl { get; set; }

    /// <summary>The message that is open.</summary>
    [Parameter]
    public long? Selected { get; set; }

    /// <summary>Older rows are wanted.</summary>
    [Parameter]
    public EventCallback OnOlder { get; set; }

    /// <summary>The list stands in the page and can be watched.</summary>
    [Parameter]
    public EventCallback<ElementReference> OnWatch { get; set; }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? OnWatch.InvokeAsync(_list) : Task.CompletedTask;

    private string RowClass(MessageRow row) => (row.IsUnread, row.Id == Selected, row.IsNew) switch
    {
        (false, false, false) => "row",
        (true, false, false) => "row unread",
        (false, true, false) => "row sel",
        (true, true, false) => "row unread sel",
        (false, false, true) => "row in",
        (true, false, true) => "row unread in",
        (false, true, true) => "row sel in",
        (true, true, true) => "row unread sel in",
    };
}
