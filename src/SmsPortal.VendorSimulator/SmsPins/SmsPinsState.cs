namespace SmsPortal.VendorSimulator.SmsPins;

public sealed class SmsPinsAccount
{
    public required string Name { get; init; }
    public required string Key { get; init; }
    public List<SmsPinsTelephone> Telephones { get; } = [];
    public Dictionary<int, SmsCheck> Checks { get; } = [];
    public List<NumberChange> NumberChanges { get; } = [];
}

public sealed class SmsPinsTelephone
{
    public required SmsPinsAccount Account { get; init; }
    public required int Id { get; init; }
    public required string Number { get; set; }
    public required DateTimeOffset AddedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; set; }
    public bool AutoCheck { get; set; }

    /// <summary>Auto-check only runs after a request by hand (smspins:244-250).</summary>
    public bool RequestedSinceEnabled { get; set; }

    /// <summary>Guards against a second chain of auto-checks after off and on.</summary>
    public int AutoCheckGeneration { get; set; }

    public List<SmsCheck> Checks { get; } = [];

    /// <summary>Texts that no check has picked up yet.</summary>
    public List<string> Waiting { get; } = [];
}

public sealed class SmsCheck
{
    public required int Id { get; init; }
    public required SmsPinsTelephone Telephone { get; init; }

    /// <summary>The number as it was at the check.</summary>
    public required string Number { get; set; }

    public string? AgentName { get; set; }
    public string? Smses { get; set; }
    public string Status { get; set; } = "PENDING";
    public required DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? AcquiredAt { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public DateTimeOffset? CanceledAt { get; set; }

    public bool IsActive => Status is "PENDING" or "ACQUIRED" or "STARTED";
}

public sealed class NumberChange
{
    public required int Id { get; init; }
    public required SmsPinsTelephone Telephone { get; init; }
    public required string LastNumber { get; init; }
    public required string Zip { get; init; }
    public string? NewNumber { get; set; }
    public string? AgentName { get; set; }
    public string Status { get; set; } = "PENDING";
    public required DateTimeOffset SubmittedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? AcquiredAt { get; set; }
    public DateTimeOffset? ProcessedAt { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }
    public DateTimeOffset? CanceledAt { get; set; }

    public bool IsActive => Status is "PENDING" or "ACQUIRED" or "STARTED";
}
