using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Pages.Lines;

/// <summary>The state of a line in a few words.</summary>
/// <param name="Kind">The tag's colour: <c>ok</c>, <c>warn</c>, <c>bad</c>, or null for plain.</param>
/// <param name="Text">The words; with <paramref name="Moment"/>, the words around a time that has passed.</param>
public sealed record LineStatus(string? Kind, string Text)
{
    private static readonly TimeSpan EndsSoon = TimeSpan.FromDays(7);
    private static readonly TimeSpan EndsNow = TimeSpan.FromDays(2);

    /// <summary>A moment that the words are about; the browser keeps it.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>The words while the moment is still to come.</summary>
    public string? Until { get; init; }

    /// <summary>More, for those who point at it.</summary>
    public string? Title { get; init; }

    /// <summary>The state at a moment. What stops texts from coming is said before what the line is.</summary>
    public static LineStatus Of(LineRow line, LineAccount? account, LineCheck? check, DateTimeOffset now) =>
        Over(line, account, now) ?? Trouble(line, account) ?? line.Kind switch
        {
            LineKind.Rental => Rental(line, now),
            LineKind.Telephone => Ending(line, now) ?? Telephone(line, check),
            LineKind.OneTime => line.ExpiresAt is { } end ? new LineStatus("warn", Strings.StateEnded) { Moment = end, Until = Strings.TimeLeft } : Plain(line),
            LineKind.LiteLine => line.VendorState is null ? new LineStatus(null, Strings.StateLiteUnknown) { Title = Strings.StateLiteText } : Plain(line),
            _ => Plain(line),
        };

    private static LineStatus? Over(LineRow line, LineAccount? account, DateTimeOffset now)
    {
        if (line.GoneAt is not null)
        {
            return new LineStatus(null, account?.State == AccountState.Removed ? Strings.StateRemoved : line.Kind == LineKind.OneTime ? Strings.StateFinished : Strings.LineGone);
        }

        return line.ExpiresAt <= now ? new LineStatus(line.Kind == LineKind.OneTime ? null : "bad", Strings.StateEnded) : null;
    }

    private static LineStatus? Trouble(LineRow line, LineAccount? account)
    {
        if (account?.State == AccountState.Paused)
        {
            return new LineStatus("warn", Strings.StatePaused) { Title = Strings.StatePausedText };
        }

        if (account?.FailureKind is { } kind)
        {
            return kind == nameof(VendorFailureKind.KeyRejected)
                ? new LineStatus("bad", Strings.KeyRejected) { Title = Strings.StateKeyText }
                : new LineStatus("warn", Strings.VendorNotAnswering) { Title = Strings.StateTroubleText };
        }

        return line.PollFailure is { } failure ? new LineStatus("warn", Strings.StateNotRead) { Title = failure } : null;
    }

    private static LineStatus Rental(LineRow line, DateTimeOffset now)
    {
        if (Ending(line, now) is { } ending)
        {
            return ending;
        }

        return line.ExpiresAt is { } end ? new LineStatus("ok", Words.Of(Strings.DaysLeft, (int)(end - now).TotalDays)) : Plain(line);
    }

    private static LineStatus? Ending(LineRow line, DateTimeOffset now)
    {
        if (line.ExpiresAt is not { } end || end - now > EndsSoon)
        {
            return null;
        }

        return new LineStatus(end - now <= EndsNow ? "bad" : "warn", Strings.StateEnded) { Moment = end, Until = Strings.EndsIn };
    }

    private static LineStatus Telephone(LineRow line, LineCheck? check) => check switch
    {
        { IsOpen: true } => new LineStatus("warn", Strings.StateChecking),
        { State: CheckState.Succeeded, EndedAt: { } at } => new LineStatus("ok", Strings.CheckedAgo) { Moment = at },
        { State: CheckState.Failed } => new LineStatus("warn", Strings.StateCheckFailed) { Title = check.Note },
        _ when line.PolledAt is { } at => new LineStatus("ok", Strings.CheckedAgo) { Moment = at },
        _ => new LineStatus(null, Strings.StateNotChecked),
    };

    private static LineStatus Plain(LineRow line) => new(null, line.VendorState is { Length: > 0 } state ? state.ToLowerInvariant() : Strings.StateOk);
}
