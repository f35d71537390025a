using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>A vendor account as admin pages show it: how it does and what hangs from it, and nothing of its key but the hint. Times in UTC.</summary>
public sealed record AccountOverview
{
    public required int Id { get; init; }
    public required string VendorKey { get; init; }
    public required string Name { get; init; }
    public required AccountState State { get; init; }

    /// <summary>Set when it overrides the vendor's own address.</summary>
    public string? BaseAddress { get; init; }

    /// <summary>Public fields and the last four characters of the secret.</summary>
    public required string KeyHint { get; init; }

    /// <summary>ISO currency of balance and prices.</summary>
    public required string Currency { get; init; }

    /// <summary>JookSMS: declared own numbers, E.164.</summary>
    public IReadOnlyList<string> OwnNumbers { get; init; } = [];

    /// <summary>True when a webhook address was made.</summary>
    public bool HasWebhook { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What its calls and polls remember.</summary>
    public required AccountHealth Health { get; init; }

    /// <summary>Lines that the vendor still has.</summary>
    public int OpenLines { get; init; }

    /// <summary>Lines that are gone, of which the texts stay.</summary>
    public int GoneLines { get; init; }

    /// <summary>Posts on its webhook address that said nothing we know.</summary>
    public int UnreadablePosts { get; init; }
}
