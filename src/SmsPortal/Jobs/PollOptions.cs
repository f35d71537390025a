namespace SmsPortal.Jobs;

/// <summary>Times and sizes of the background polls. How often texts are read is the vendor's pace, not an option.</summary>
public sealed class PollOptions
{
    /// <summary>Between two lists of an account's lines.</summary>
    public TimeSpan LinesEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The same while somebody has the Inbox open.</summary>
    public TimeSpan LinesEveryWatched { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Between two checks of an account and its balance.</summary>
    public TimeSpan BalanceEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Lines claimed together.</summary>
    public int LinesPerClaim { get; set; } = 50;

    /// <summary>Lines of one account read at the same time; the vendor's pace holds besides.</summary>
    public int LinesAtOnce { get; set; } = 8;

    /// <summary>How long a claim holds: a dead node's lines are free after it.</summary>
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>No call is begun in a claim that ends sooner.</summary>
    public TimeSpan LeaseReserve { get; set; } = TimeSpan.FromSeconds(16);

    /// <summary>Account-wide readings in one run, while there is more to read.</summary>
    public int ReadingsPerRun { get; set; } = 20;

    /// <summary>A run that takes longer goes on in the next one.</summary>
    public TimeSpan LongestRun { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The least time between two runs of an account's job.</summary>
    public TimeSpan ShortestWait { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest time between two runs of an account's job.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>First step of what is put off after a failure; it doubles.</summary>
    public TimeSpan FirstPutOff { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest step of what is put off after failures.</summary>
    public TimeSpan LongestPutOff { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>SMSPins: when a check whose request got no answer is given up. A check takes at most some three minutes.</summary>
    public TimeSpan CheckSettledAfter { get; set; } = TimeSpan.FromMinutes(4);
}
