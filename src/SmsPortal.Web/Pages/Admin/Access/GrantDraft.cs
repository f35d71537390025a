using SmsPortal.Model;
using SmsPortal.People;

namespace SmsPortal.Web.Pages.Admin.Access;

/// <summary>A grant being put together.</summary>
public sealed class GrantDraft
{
    public Named<GrantTarget>? Target { get; set; }

    public Named<GrantHolder>? Holder { get; set; }

    public AccessLevel Level { get; set; } = AccessLevel.Read;

    public bool WithHistory { get; set; } = true;

    /// <summary>The last day, in the viewer's zone; null = no end.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>How far it would reach; null while something is not chosen.</summary>
    public GrantReach? Reach { get; set; }

    /// <summary>True once somebody tried to save it with something missing.</summary>
    public bool ShowsMissing { get; set; }
}
