using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Pages.Admin.Vendors;

/// <summary>How an account does, for people.</summary>
/// <param name="Kind">The tag's colour: <c>ok</c>, <c>warn</c>, <c>bad</c>, or null for plain.</param>
/// <param name="Text">The tag's words; with <paramref name="AnsweredAt"/> they hold the place of a time.</param>
public sealed record AccountStatus(string? Kind, string Text)
{
    /// <summary>When the vendor last answered, for an account that does well.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The vendor's own words, or ours, for an account in trouble.</summary>
    public string? Explanation { get; init; }

    /// <summary>When it is tried again, while the portal waits.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>True when a person has to do something.</summary>
    public bool NeedsPerson => Kind == "bad";

    /// <summary>The status of an account at a moment.</summary>
    public static AccountStatus Of(AccountState state, AccountHealth health, DateTimeOffset now)
    {
        if (state == AccountState.Paused)
        {
            return new AccountStatus(null, Strings.AccountPaused) { Explanation = Strings.AccountPausedText };
        }

        if (health.FailureKind is { } kind)
        {
            var (color, text) = Trouble(kind);
            return new AccountStatus(color, text) { Explanation = health.FailureMessage, NextTryAt = health.BlockedUntil > now ? health.BlockedUntil : null };
        }

        return health.LastSuccessAt is { } at ? new AccountStatus("ok", Strings.AnsweredAgo) { AnsweredAt = at } : new AccountStatus(null, Strings.AccountNotAsked);
    }

    private static (string Kind, string Text) Trouble(string kind) => Enum.TryParse<VendorFailureKind>(kind, out var failure)
        ? failure switch
        {
            VendorFailureKind.KeyRejected => ("bad", Strings.KeyRejected),
            VendorFailureKind.RateLimited => ("warn", Strings.ToldToWait),
            VendorFailureKind.BadAnswer => ("warn", Strings.AnswerNotUnderstood),
            VendorFailureKind.OutcomeUnknown => ("warn", Strings.AnswerLost),
            _ => ("warn", Strings.VendorNotAnswering),
        }
        : ("warn", Strings.VendorNotAnswering);
}
