using Microsoft.AspNetCore.Components;

namespace SmsPortal.Web.SignIn;

/// <summary>A labelled field of a plain form, with its error or hint below.</summary>
public sealed partial class FormField
{
    /// <summary>The field's id and name in the form.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string Type { get; set; } = "text";

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public string Autocomplete { get; set; } = "off";

    [Parameter]
    public int MaxLength { get; set; } = 256;

    [Parameter]
    public bool Required { get; set; } = true;

    [Parameter]
    public bool Autofocus { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>What is wrong with what was typed, in words.</summary>
    [Parameter]
    public string? Problem { get; set; }

    private string? Described => Problem is not null ? $"{Id}-problem" : Hint is not null ? $"{Id}-hint" : null;
}
