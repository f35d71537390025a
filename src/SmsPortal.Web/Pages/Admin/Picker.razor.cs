using Microsoft.AspNetCore.Components;
using SmsPortal.People;

namespace SmsPortal.Web.Pages.Admin;

/// <summary>Chooses one of many by typing a part of its name.</summary>
public sealed partial class Picker<TId>
{
    private string _text = "";
    private IReadOnlyList<Named<TId>> _found = [];

    /// <summary>The field's id.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>Finds what fits the text, the best first; a handful is enough.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Task<IReadOnlyList<Named<TId>>>> Find { get; set; }

    /// <summary>What is chosen; null = nothing yet.</summary>
    [Parameter]
    public Named<TId>? Chosen { get; set; }

    [Parameter]
    public EventCallback<Named<TId>?> ChosenChanged { get; set; }

    /// <summary>What is wrong with the choice, in words.</summary>
    [Parameter]
    public string? Problem { get; set; }

    private async Task SearchAsync(ChangeEventArgs typed)
    {
        var text = (typed.Value as string ?? "").Trim();
        _text = text;
        var found = text.Length == 0 ? [] : await Find(text);

        // A slow answer to what was typed before does not replace the newer one.
        if (_text == text)
        {
            _found = found;
        }
    }

    private Task ChooseAsync(Named<TId>? one)
    {
        (_text, _found) = ("", []);
        return ChosenChanged.InvokeAsync(one);
    }
}
