namespace SmsPortal.Reading;

/// <summary>What a viewer can narrow the inbox to: nothing here that holds no line the viewer may see.</summary>
/// <param name="Groups">Line groups with at least one visible line, by name.</param>
/// <param name="VendorKeys">Vendors with at least one visible line.</param>
public sealed record FilterChoices(IReadOnlyList<GroupChoice> Groups, IReadOnlyList<string> VendorKeys)
{
    /// <summary>Nothing to choose from.</summary>
    public static FilterChoices None { get; } = new([], []);

    /// <summary>True when the viewer may see at least one line.</summary>
    public bool HasLines => VendorKeys.Count > 0;
}

/// <summary>A line group to choose.</summary>
public sealed record GroupChoice(int Id, string Name);
