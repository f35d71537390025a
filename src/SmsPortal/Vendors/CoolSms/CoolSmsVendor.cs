using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Vendors.CoolSms;

/// <summary>Cool SMS: lasting numbers, read one by one (document: cool-sms.txt).</summary>
public sealed class CoolSmsVendor : IVendor, ICheckAccount, IListLines, IReadLineMessages
{
    private const int RefusedProbeLines = 1;

    public string Key => "coolsms";

    public string Name => "Cool SMS";

    public string Mark => "CS";

    public Uri DefaultBaseAddress { get; } = new("https://coolsms.net/coolapi/");

    public IReadOnlyList<CredentialField> CredentialFields { get; } =
        [new(CoolSmsClient.TokenField, "Personal Access Token", "Cool SMS: Profile menu, API access. The scope Number Admin allows everything.")];

    /// <summary>3 s per line while watched (domain.md, "Pace floors"); the document names no limit (field-notes 1.1 T11).</summary>
    public VendorPace Pace { get; } = new(TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(2), TimeSpan.FromMilliseconds(200));

    /// <summary>Asks for the status, then tries the reading calls, since a token may lack a scope for one of them (cool-sms:20-26).</summary>
    public async Task<AccountFacts> CheckAccountAsync(VendorSession session, CancellationToken cancellationToken)
    {
        var client = new CoolSmsClient(session);
        client.ForgetVersion();
        var status = await client.StatusAsync(cancellationToken);
        var refused = new List<string>();
        IReadOnlyList<CoolSmsNumber> numbers = [];
        await NoteAsync("numbers", async () => numbers = await client.NumbersAsync(cancellationToken));
        foreach (var number in numbers.Take(RefusedProbeLines))
        {
            await NoteAsync("new_messages", async () => await client.NewMessagesAsync(number.Number, cancellationToken));
        }

        return new AccountFacts(LiteQueueWindow: status.LiteQueueWindow) { Refused = refused };

        async Task NoteAsync(string call, Func<Task> probe)
        {
            try
            {
                await probe();
            }
            catch (VendorException failure) when (failure.Failure is { Kind: VendorFailureKind.KeyRejected, Field: null })
            {
                refused.Add($"{call}: {failure.Message}");
            }
        }
    }

    public async Task<VendorLines> ListLinesAsync(VendorSession session, CancellationToken cancellationToken)
    {
        var numbers = await new CoolSmsClient(session).NumbersAsync(cancellationToken);
        return new VendorLines([.. numbers.Select(CoolSmsMapping.Line)], new HashSet<LineKind> { LineKind.Line, LineKind.LiteLine });
    }

    public bool ReadsByLine(LineKind kind) => kind is LineKind.Line or LineKind.LiteLine;

    /// <summary>All texts the vendor has not deleted; nothing is ever marked as deleted by reading.</summary>
    public async Task<MessageReading> ReadLineMessagesAsync(VendorSession session, VendorLine line, CancellationToken cancellationToken)
    {
        var texts = await new CoolSmsClient(session).NewMessagesAsync(line.Key, cancellationToken);
        return new MessageReading(CoolSmsMapping.Messages(line, texts));
    }
}
