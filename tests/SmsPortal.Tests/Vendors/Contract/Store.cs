using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Tests.Vendors.Contract;

/// <summary>Reads a vendor as the portal does, with what the portal keeps: the cursor, and each message once by its identity.</summary>
internal sealed class Store(VendorWorld world)
{
    private const int MaxPages = 200;
    private readonly Dictionary<VendorIdentity, VendorMessage> _messages = [];
    private string? _cursor;

    /// <summary>The incoming texts, each as often as it was stored.</summary>
    public IEnumerable<string> Texts => _messages.Values.Where(message => message.Incoming).Select(message => message.Text);

    /// <summary>Every reading capability of the vendor, by name, with what it answered in a form that can be compared. Messages are stored as well.</summary>
    public IEnumerable<(string Name, Func<VendorSession, CancellationToken, Task<string>> ReadAsync)> Readings(IReadOnlyList<VendorLine> lines)
    {
        if (world.Vendor is ICheckAccount account)
        {
            yield return ("check account", async (session, stop) => (await account.CheckAccountAsync(session, stop)).Balance?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }

        if (world.Vendor is IReadBalance money)
        {
            yield return ("balance", async (session, stop) => (await money.ReadBalanceAsync(session, stop)).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        }

        if (world.Vendor is IListLines listing)
        {
            yield return ("lines", async (session, stop) => string.Join(' ', (await listing.ListLinesAsync(session, stop)).Lines.Select(line => $"{line.Kind}:{line.Key}").Order(StringComparer.Ordinal)));
        }

        if (world.Vendor is IReadAccountMessages all)
        {
            yield return ("account messages", async (session, stop) => await ReadAccountAsync(all, session, stop));
        }

        if (world.Vendor is IReadLineMessages one)
        {
            foreach (var line in lines.Where(line => one.ReadsByLine(line.Kind)))
            {
                yield return ($"messages of {line.Key}", async (session, stop) => Keep((await one.ReadLineMessagesAsync(session, line, stop)).Messages));
            }
        }
    }

    /// <summary>The vendor's lines; none where it lists none.</summary>
    public async Task<IReadOnlyList<VendorLine>> LinesAsync(CancellationToken cancellationToken) =>
        world.Vendor is IListLines listing ? (await listing.ListLinesAsync(world.Session, cancellationToken)).Lines : [];

    /// <summary>Reads everything; the vendor's clock moves between rounds until every issued text is there, or the rounds are over.</summary>
    public async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < 8; round++)
        {
            await world.Contract.BeforeReadingAsync(world, cancellationToken);
            foreach (var (_, readAsync) in Readings(await LinesAsync(cancellationToken)))
            {
                await readAsync(world.Session, cancellationToken);
            }

            if (world.IssuedTexts.Count() == Texts.Count())
            {
                return;
            }

            world.Simulator.Clock.Advance(TimeSpan.FromSeconds(30));
        }
    }

    private async Task<string> ReadAccountAsync(IReadAccountMessages all, VendorSession session, CancellationToken cancellationToken)
    {
        var found = new List<VendorMessage>();
        for (var page = 0; page < MaxPages; page++)
        {
            var reading = await all.ReadAccountMessagesAsync(session, _cursor, cancellationToken);
            Keep(reading.Messages);
            found.AddRange(reading.Messages);
            _cursor = reading.NextCursor;
            if (!reading.MoreNow)
            {
                break;
            }
        }

        return Keep(found);
    }

    private string Keep(IReadOnlyList<VendorMessage> messages)
    {
        foreach (var message in messages)
        {
            _messages.TryAdd(message.Identity, message);
        }

        return string.Join('\n', messages.Select(message => message.Text).Order(StringComparer.Ordinal));
    }
}
