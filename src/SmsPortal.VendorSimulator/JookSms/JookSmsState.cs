namespace SmsPortal.VendorSimulator.JookSms;

public sealed class JookSmsAccount
{
    public required string Name { get; init; }
    public required string ClientId { get; init; }
    public required string ClientSecret { get; init; }

    /// <summary>The first one is used when <c>from</c> is missing or wrong (jooksms:143).</summary>
    public required List<string> OwnNumbers { get; init; }

    /// <summary>Token and the time it expires; several are good at once.</summary>
    public Dictionary<string, DateTimeOffset> Tokens { get; } = [];

    public List<JookSmsMessage> Messages { get; } = [];
    public List<JookSmsContact> Contacts { get; } = [];
    public List<(int Id, string Name)> Groups { get; } = [(6, "Group 001"), (5, "Group 002"), (4, "Group VIP")];
}

public sealed class JookSmsMessage
{
    public required int Id { get; init; }
    public long? ExternalId { get; init; }
    public required bool IsIncoming { get; init; }
    public required string Status { get; set; }

    /// <summary>The other party; our own number is never told (field notes 1.3 T11).</summary>
    public required string Number { get; init; }

    public required string OwnNumber { get; init; }
    public required string Content { get; init; }
    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset? Updated { get; set; }
    public DateTimeOffset? Scheduled { get; init; }
}

public sealed class JookSmsContact
{
    public required int Id { get; init; }
    public required string FirstName { get; set; }
    public string? LastName { get; set; }
    public required string MainPhone { get; init; }
    public string? Reference { get; init; }
    public int? GroupId { get; init; }

    /// <summary>is_public and status are null in the answer to the creation and 0 ever after (field notes 1.3 T5).</summary>
    public bool IsFresh { get; set; }

    public string DisplayName => LastName is null ? FirstName : $"{FirstName} {LastName}";
}
