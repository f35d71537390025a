using SmsPortal.Vendors;
using SmsPortal.VendorSimulator;

namespace SmsPortal.Tests.Vendors.Contract;

/// <summary>A trouble of the vendor (quality.md, R4) and what a reading may make of it.</summary>
/// <param name="Name">For people.</param>
/// <param name="Kind">The simulator's name of it.</param>
/// <param name="Allowed">The failures it may become; none: the answer is right all the same.</param>
public sealed record ContractFault(string Name, string Kind, params IReadOnlyList<VendorFailureKind> Allowed)
{
    /// <summary>Seconds that the simulator asks us to wait.</summary>
    public const int WaitSeconds = 7;

    // Enough to be refused; a bigger one would only cost the simulator time.
    private const long BombBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan LittlePatience = TimeSpan.FromMilliseconds(250);

    /// <summary>True: an answer that is right in spite of the trouble is allowed as well.</summary>
    public bool MayAnswer { get; init; }

    /// <summary>True: the vendor answers so slowly that we give up.</summary>
    public bool IsSlow { get; init; }

    /// <summary>True: the failure may also be what the vendor makes of a web page.</summary>
    public bool IsWebPage { get; init; }

    /// <summary>Whether the vendor says how long to wait, and in which form.</summary>
    public bool SaysWait { get; init; }

    /// <inheritdoc cref="SaysWait"/>
    public bool WaitIsDate { get; init; }

    /// <summary>How long a call may take under this fault.</summary>
    public TimeSpan Patience => IsSlow ? LittlePatience : TimeSpan.FromSeconds(60);

    public static IReadOnlyList<ContractFault> All { get; } =
    [
        new("429 with seconds", "429", VendorFailureKind.RateLimited) { SaysWait = true },
        new("429 with a date", "429", VendorFailureKind.RateLimited) { SaysWait = true, WaitIsDate = true },
        new("429 with nothing", "429", VendorFailureKind.RateLimited),
        new("401", "401", VendorFailureKind.KeyRejected),
        new("500", "500", VendorFailureKind.VendorDown),
        new("502", "502", VendorFailureKind.VendorDown),
        new("503 with a web page", "503", VendorFailureKind.VendorDown),
        new("web page with 200", FaultKinds.Html, VendorFailureKind.BadAnswer) { IsWebPage = true },
        new("empty body", FaultKinds.Empty, VendorFailureKind.BadAnswer),
        new("truncated body", FaultKinds.Truncated, VendorFailureKind.BadAnswer),
        new("wrong types", FaultKinds.WrongTypes, VendorFailureKind.BadAnswer) { MayAnswer = true },
        new("numbers as text", FaultKinds.NumbersAsText),
        new("more members", FaultKinds.ExtraMembers),
        new("deep JSON", FaultKinds.DeepJson, VendorFailureKind.BadAnswer),
        new("wrong content type", FaultKinds.WrongContentType),
        new("wrong charset", FaultKinds.WrongCharset, VendorFailureKind.BadAnswer),
        new("hang", FaultKinds.Hang, VendorFailureKind.VendorDown) { IsSlow = true },
        new("drip", FaultKinds.Drip, VendorFailureKind.VendorDown) { IsSlow = true },
        new("reset before the answer", FaultKinds.Reset, VendorFailureKind.VendorDown),
        new("reset in the body", FaultKinds.ResetMidBody, VendorFailureKind.VendorDown),
        new("10 MB", FaultKinds.Large, VendorFailureKind.BadAnswer),
        new("gzip bomb", FaultKinds.GzipBomb, VendorFailureKind.BadAnswer),
        new("redirect to another host", FaultKinds.Redirect, VendorFailureKind.BadAnswer),
    ];

    /// <summary>The fault on every endpoint of the vendor, until cleared.</summary>
    public Fault At(string vendor) => new()
    {
        Vendor = vendor,
        Kind = Kind,
        Times = -1,
        RetryAfterSeconds = SaysWait ? WaitSeconds : null,
        RetryAfterDate = WaitIsDate,
        Bytes = Kind == FaultKinds.GzipBomb ? BombBytes : null,
    };

    public override string ToString() => Name;
}
