using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmsPortal.Vendors;

namespace SmsPortal.Jobs;

/// <summary>
/// What the last reading of a line or an account showed, on this node. A vendor that shows the same texts at every poll (Cool SMS until they are deleted) costs the
/// store nothing then. It decides nothing: what is not remembered goes to the store, whose unique index does.
/// </summary>
internal sealed class SeenTexts
{
    private const int MostScopes = 50_000;
    private readonly ConcurrentDictionary<(int Account, long Line), HashSet<UInt128>> _seen = new();

    /// <summary>The texts that the last reading did not show.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="lineId">The line; 0 = the account-wide reading.</param>
    /// <param name="messages">The reading.</param>
    /// <param name="prints">To be handed to <see cref="Remember"/> once the texts are durable.</param>
    public IReadOnlyList<VendorMessage> Unseen(int accountId, long lineId, IReadOnlyList<VendorMessage> messages, out HashSet<UInt128> prints)
    {
        prints = new HashSet<UInt128>(messages.Count);
        var before = _seen.GetValueOrDefault((accountId, lineId));
        var unseen = new List<VendorMessage>();
        foreach (var message in messages)
        {
            var print = PrintOf(message);
            prints.Add(print);
            if (before is null || !before.Contains(print))
            {
                unseen.Add(message);
            }
        }

        return unseen;
    }

    /// <summary>The reading is durable.</summary>
    public void Remember(int accountId, long lineId, HashSet<UInt128> prints)
    {
        if (_seen.Count >= MostScopes)
        {
            _seen.Clear();
        }

        _seen[(accountId, lineId)] = prints;
    }

    // With the state: a text that we sent is told again when its state changed.
    private static UInt128 PrintOf(VendorMessage message)
    {
        var text = VendorIdentity.Join(message.Identity.Text, message.Identity.Occurrence.ToString(CultureInfo.InvariantCulture), message.Status);
        return BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
