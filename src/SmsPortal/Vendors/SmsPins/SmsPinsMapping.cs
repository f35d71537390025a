using System.Globalization;
using System.Text.Json;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Vendors.SmsPins;

/// <summary>What SMSPins says, in our words. Pure functions.</summary>
public static class SmsPinsMapping
{
    /// <summary>The <c>data</c> of <c>{"success":true,"message":null,"data":…}</c>; null where the vendor gives none.</summary>
    /// <exception cref="VendorException">The failure that <c>message</c> names, KeyRejected for the sign-in page, or BadAnswer (OutcomeUnknown for calls with effects).</exception>
    public static JsonElement? Data(VendorAnswer answer)
    {
        JsonElement json;
        try
        {
            json = LenientJson.Parse(answer);
        }
        catch (VendorException) when (answer.Status == 401 || IsSignInPage(answer.Text))
        {
            throw KeyRejected(answer, "The vendor does not know this key.");
        }
        catch (VendorException) when (answer.Status == 404)
        {
            throw answer.Failed(VendorFailureKind.NotFound, "There is no SMSPins interface at this address.");
        }

        return (json.Flag("success"), answer.IsSuccess) switch
        {
            (true, true) => json.Member("data"),
            (false, _) => throw Failure(answer, json.Text("message")),
            _ when answer.Status is 401 or 403 => throw KeyRejected(answer, json.Text("message") ?? "The vendor does not know this key."),
            _ => throw answer.Unreadable("The vendor's answer does not say whether it succeeded."),
        };
    }

    /// <summary>The rows of <c>data</c>; none for null and <c>[]</c>. A row that does not fit makes the answer unreadable, so that nothing is dropped in silence.</summary>
    public static IReadOnlyList<T> Rows<T>(VendorAnswer answer, Func<JsonElement, T?> read)
        where T : class => Data(answer) switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array or JsonValueKind.Object } data => [.. data.Items().Select(row => read(row) ?? throw answer.Unreadable("A row of the vendor's answer has another shape than its document says."))],
            _ => throw answer.Unreadable("The vendor's answer holds no list."),
        };

    /// <summary>The one object of <c>data</c>, which is an object or a list of one (field-notes 1.5 T3).</summary>
    public static T One<T>(VendorAnswer answer, Func<JsonElement, T?> read)
        where T : class =>
        Rows(answer, read) is [var one] ? one : throw answer.Unreadable("The vendor's answer does not hold exactly one object.");

    /// <summary>The telephones. The call has no parameter, so a refusal without a known reason means the key (field-notes 1.5 T12).</summary>
    public static VendorLines ToLines(VendorAnswer answer)
    {
        try
        {
            return new VendorLines([.. Rows(answer, SmsPinsTelephone.Read).Select(ToLine)], new HashSet<LineKind> { LineKind.Telephone });
        }
        catch (VendorException refused) when (refused.Failure.Kind is VendorFailureKind.Refused or VendorFailureKind.NotFound && answer.IsSuccess)
        {
            throw KeyRejected(answer, refused.Failure.Message);
        }
    }

    /// <summary>A telephone as a line, usable through the end of its last Eastern day (field-notes 1.5 T9).</summary>
    public static VendorLine ToLine(SmsPinsTelephone telephone) => new(telephone.TelephoneId, LineKind.Telephone)
    {
        Number = telephone.Telephone,
        Country = "US",
        AddedAt = ToUtc(telephone.AddedAt),
        ExpiresAt = ToUtc(telephone.ExpiredAt is { TimeOfDay.Ticks: 0 } day ? day.AddDays(1) : telephone.ExpiredAt),
    };

    /// <summary>
    /// The texts of a check, split at <c>|</c>. The vendor gives neither id nor time nor sender of a text: request, position and body identify it,
    /// and the time is that of the check. Both ways of reading come through here, so that they give the same identities.
    /// </summary>
    public static IReadOnlyList<VendorMessage> ToMessages(SmsPinsCheck check, string lineKey) =>
        [.. (check.Smses ?? "").Split('|').Select((part, position) => (Text: part.Trim(), Position: position)).Where(part => part.Text.Length > 0).Select(part => new VendorMessage
        {
            Identity = new VendorIdentity(VendorIdentity.Join("smspins", check.RequestId, part.Position.ToString(CultureInfo.InvariantCulture), part.Text)),
            LineKey = lineKey,
            LineKind = LineKind.Telephone,
            Number = check.Telephone,
            Text = part.Text,
            At = ToUtc(check.UpdatedAt),
        })];

    /// <summary>All texts of a telephone, oldest check first (the vendor lists the newest first).</summary>
    public static MessageReading ToReading(IReadOnlyList<SmsPinsCheck> checks, string lineKey) => new(
        [.. checks.Reverse().OrderBy(check => long.TryParse(check.RequestId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).SelectMany(check => ToMessages(check, lineKey))]);

    /// <summary>A check in our words; its texts count once it has succeeded.</summary>
    public static VendorCheck ToCheck(SmsPinsCheck check, string lineKey)
    {
        var state = ToState(check.Status);
        return new VendorCheck(check.RequestId, state, state == CheckState.Succeeded ? ToMessages(check, lineKey) : [])
        {
            Agent = check.AgentName,
            Number = check.Telephone,
            UpdatedAt = ToUtc(check.UpdatedAt),
            QueuedAt = ToUtc(check.QueuedAt),
            AcquiredAt = ToUtc(check.AcquiredAt),
            StartedAt = ToUtc(check.StartedAt),
            EndedAt = ToUtc(check.EndedAt),
            CanceledAt = ToUtc(check.CanceledAt),
        };
    }

    /// <summary>An Eastern wall-clock time as an instant (UTC).</summary>
    public static DateTimeOffset? ToUtc(DateTime? eastern) => eastern is { } wall ? WallClock.ToUtc(wall, WallClock.Eastern) : null;

    // FAIL is the word of checks and FAILED that of number changes: either is taken (field-notes 1.5 T4).
    private static CheckState ToState(string? status) => status?.Trim().ToUpperInvariant() switch
    {
        "PENDING" => CheckState.Pending,
        "ACQUIRED" => CheckState.Acquired,
        "STARTED" => CheckState.Started,
        "SUCCESS" => CheckState.Succeeded,
        "FAIL" or "FAILED" => CheckState.Failed,
        "CANCELED" or "CANCELLED" => CheckState.Canceled,
        "REMOVED" => CheckState.Removed,
        _ => CheckState.Unknown,
    };

    private static VendorException Failure(VendorAnswer answer, string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return answer.Status is 401 or 403 ? KeyRejected(answer, "The vendor does not know this key.") : answer.Failed(VendorFailureKind.Refused, "The vendor refuses without a reason.");
        }

        var shown = words[..Math.Min(words.Length, 500)];
        return Has("unable to find") ? answer.Failed(VendorFailureKind.NotFound, shown)
            : answer.Status is 401 or 403 || Has("key") || Has("unauthorized") || Has("log in") || Has("login") ? KeyRejected(answer, shown)
            : Has("too many") ? answer.Failed(VendorFailureKind.RateLimited, shown)
            : answer.Failed(VendorFailureKind.Refused, shown);

        bool Has(string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    private static VendorException KeyRejected(VendorAnswer answer, string words) => answer.Failed(VendorFailureKind.KeyRejected, words, SmsPinsVendor.KeyField);

    // A wrong key leads to the page for signing in; any other page is a front server's trouble and says nothing of the key.
    private static bool IsSignInPage(string text)
    {
        return text.AsSpan().TrimStart() is ['<', ..] && (Has("password") || Has("login") || Has("log in") || Has("sign in"));

        bool Has(string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
