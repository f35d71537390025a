using Microsoft.AspNetCore.Components;
using Radzen;
using SmsPortal.People;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Pages.Admin.Access;

/// <summary>Teams with their people, or line groups with their lines: the same cards.</summary>
public sealed partial class MemberGroups<TId>
{
    private string _name = "";

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<GroupRow<TId>> Groups { get; set; }

    /// <summary>Asks for the name of a new one.</summary>
    [Parameter, EditorRequired]
    public required string NewLabel { get; set; }

    [Parameter]
    public string EmptyIcon { get; set; } = "people";

    [Parameter, EditorRequired]
    public required string EmptyTitle { get; set; }

    [Parameter]
    public string? EmptyText { get; set; }

    [Parameter, EditorRequired]
    public required string AddLabel { get; set; }

    /// <summary>Asked before one is deleted; {0} is its name.</summary>
    [Parameter, EditorRequired]
    public required string DeleteQuestion { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter, EditorRequired]
    public required Func<string, Task<IReadOnlyList<Named<TId>>>> Find { get; set; }

    [Parameter]
    public EventCallback<string> OnCreate { get; set; }

    [Parameter]
    public EventCallback<int> OnDelete { get; set; }

    [Parameter]
    public EventCallback<(int Group, TId Member)> OnAdd { get; set; }

    [Parameter]
    public EventCallback<(int Group, TId Member)> OnRemove { get; set; }

    private async Task CreateAsync()
    {
        var name = _name;
        await OnCreate.InvokeAsync(name);

        // A refused name stays to be corrected.
        if (Groups.Any(group => group.Name == name.Trim()))
        {
            _name = "";
        }
    }

    private async Task DeleteAsync(GroupRow<TId> group)
    {
        if (await Dialogs.Confirm(Words.Of(DeleteQuestion, group.Name), Strings.GroupDelete, new ConfirmOptions { OkButtonText = Strings.GroupDelete, CancelButtonText = Strings.Cancel }) == true)
        {
            await OnDelete.InvokeAsync(group.Id);
        }
    }

    private Task AddAsync(GroupRow<TId> group, Named<TId>? one) => one is null ? Task.CompletedTask : OnAdd.InvokeAsync((group.Id, one.Id));
}
