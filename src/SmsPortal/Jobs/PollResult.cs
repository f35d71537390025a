namespace SmsPortal.Jobs;

/// <summary>What a run of an account's job came to.</summary>
/// <param name="NextIn">When something of the account is due again.</param>
public sealed record PollResult(TimeSpan NextIn)
{
    /// <summary>Texts that were new.</summary>
    public int NewTexts { get; init; }
}
