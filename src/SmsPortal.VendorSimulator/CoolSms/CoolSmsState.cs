namespace SmsPortal.VendorSimulator.CoolSms;

public sealed class CoolSmsAccount
{
    public required string Name { get; init; }
    public required string Token { get; init; }

    /// <summary>"admin" (everything), "control" (labels, groups), "messages" (reboot, wake, read) (cool-sms:20-26).</summary>
    public required string[] Scopes { get; init; }

    public List<CoolSmsLine> Lines { get; } = [];
    internal Dictionary<string, CoolSmsLine> ByNumber { get; } = [];
    public Dictionary<string, CoolSmsGroup> Groups { get; } = [];

    /// <summary>Last lite_queue_window given out, in seconds.</summary>
    public int Window { get; set; } = 180;

    public CoolSmsLine? Find(string? number) => ByNumber.GetValueOrDefault(Digits(number));

    private static string Digits(string? number) => number is null ? "" : number.TrimStart('+') is { Length: 11 } full && full[0] == '1' ? full[1..] : number.TrimStart('+');
}

public sealed class CoolSmsLine
{
    public required string Number { get; init; }
    public string? Label { get; set; }
    public required int Ordinal { get; init; }
    public required bool IsLite { get; init; }
    public required CoolSmsGroup Group { get; set; }
    public List<CoolSmsMessage> Messages { get; } = [];

    /// <summary>Texts that arrived while the line slept or rebooted and come later.</summary>
    public List<CoolSmsMessage> Waiting { get; } = [];

    public DateTimeOffset RebootsUntil { get; set; }
    public bool IsAwake => !IsLite || Group.Active == this;
}

/// <summary>Lines of one group share one switch: at most one of its lite lines is awake.</summary>
public sealed class CoolSmsGroup
{
    public required string Name { get; init; }
    public CoolSmsLine? Active { get; set; }
    public DateTimeOffset ActiveSince { get; set; } = DateTimeOffset.MinValue;
    public List<CoolSmsLine> Queue { get; } = [];
}

public sealed record CoolSmsMessage(DateTimeOffset At, string From, string Text);
