namespace SmsPortal.Http;

/// <summary>Limits of every call that leaves the portal.</summary>
public sealed class OutboundOptions
{
    /// <summary>Time to open a connection, name look-up included.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time for the whole call, body included.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Bytes of a body, after decompression, above which an answer is refused.</summary>
    public int MaxAnswerBytes { get; set; } = 1024 * 1024;

    /// <summary>Hosts that an admin allows although they resolve to private or loopback addresses.</summary>
    public IReadOnlySet<string> AllowedPrivateHosts { get; set; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
