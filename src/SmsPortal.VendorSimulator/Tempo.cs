namespace SmsPortal.VendorSimulator;

/// <summary>A span of seconds from which a delay is drawn; equal ends make it exact.</summary>
public sealed record Seconds(double From, double To)
{
    public static Seconds Exactly(double value) => new(value, value);
}

/// <summary>The delays of the field notes, part 3, in three speeds.</summary>
public sealed class Tempo
{
    public const string Document = "document";
    public const string Fast = "fast";
    public const string Manual = "manual";

    public static IReadOnlyList<string> Names { get; } = [Document, Fast, Manual];

    /// <summary>False in the manual profile: no text arrives, no number frees up unless a test says so.</summary>
    public bool MovesByItself { get; init; } = true;

    public Seconds LiteWindow { get; init; } = new(120, 300);
    public Seconds Reboot { get; init; } = new(20, 60);
    public Seconds OrderText { get; init; } = new(5, 300);
    public Seconds CancelLock { get; init; } = new(40, 140);
    public Seconds RentalWake { get; init; } = new(5, 60);
    public Seconds RentalAwake { get; init; } = new(90, 270);
    public Seconds RentalActivation { get; init; } = new(2, 60);
    public Seconds Sending { get; init; } = new(2, 60);
    public Seconds ReservedText { get; init; } = new(5, 600);
    public Seconds NumberFrees { get; init; } = new(5, 120);
    public Seconds CheckAcquired { get; init; } = new(3, 60);
    public Seconds CheckDone { get; init; } = new(20, 120);
    public Seconds AutoCheck { get; init; } = new(120, 300);
    public Seconds NumberChange { get; init; } = new(120, 600);

    public double TextProbability { get; init; } = 0.7;
    public double CheckFails { get; init; } = 0.03;
    public double NumberChangeFails { get; init; } = 0.05;

    public static Tempo Named(string profile) => profile switch
    {
        Fast => new Tempo
        {
            LiteWindow = new(12, 20), Reboot = new(3, 8), OrderText = new(2, 8), CancelLock = new(5, 10),
            RentalWake = new(1, 4), RentalAwake = new(60, 90), RentalActivation = new(1, 3), Sending = new(1, 4),
            ReservedText = new(2, 9), NumberFrees = new(3, 12), CheckAcquired = new(1, 3), CheckDone = new(2, 6),
            AutoCheck = new(20, 40), NumberChange = new(5, 15), TextProbability = 0.95, CheckFails = 0, NumberChangeFails = 0,
        },
        Manual => new Tempo
        {
            MovesByItself = false,
            LiteWindow = Seconds.Exactly(180), Reboot = Seconds.Exactly(60), CancelLock = Seconds.Exactly(60),
            RentalWake = Seconds.Exactly(10), RentalAwake = Seconds.Exactly(90), RentalActivation = Seconds.Exactly(5),
            Sending = Seconds.Exactly(5), CheckAcquired = Seconds.Exactly(5), CheckDone = Seconds.Exactly(30),
            AutoCheck = Seconds.Exactly(180), NumberChange = Seconds.Exactly(180),
            TextProbability = 0, CheckFails = 0, NumberChangeFails = 0,
        },
        _ => new Tempo(),
    };
}
