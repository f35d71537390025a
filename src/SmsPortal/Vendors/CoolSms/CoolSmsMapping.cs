namespace SmsPortal.Vendors.CoolSms;

/// <summary>From the vendor's words to ours.</summary>
internal static class CoolSmsMapping
{
    private const long Lite = 1;

    /// <summary>A number as a line; it is its own lasting key.</summary>
    public static VendorLine Line(CoolSmsNumber number) => new(number.Number, number.Type == Lite ? LineKind.LiteLine : LineKind.Line)
    {
        Number = number.Number,
        Label = number.Label,
        Ordinal = number.Ordinal,
    };

    /// <summary>The texts of a line, oldest first where every one has a time, else in the vendor's order.</summary>
    public static IReadOnlyList<VendorMessage> Messages(VendorLine line, IReadOnlyList<CoolSmsText> texts)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var messages = texts.Select(text => Message(line, text, seen)).ToList();
        return messages.TrueForAll(message => message.At is not null) ? [.. messages.OrderBy(message => message.At)] : messages;
    }

    private static VendorMessage Message(VendorLine line, CoolSmsText text, Dictionary<string, int> seen)
    {
        // Identity by the table of domain.md: number + sender + body + time where given + occurrence.
        var time = text.At is { } at ? at.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture) : text.Time;
        var identity = VendorIdentity.Join(line.Key, text.Sender, text.Text, time);
        seen[identity] = seen.GetValueOrDefault(identity) + 1;
        return new VendorMessage
        {
            Identity = new VendorIdentity(identity, seen[identity]),
            LineKey = line.Key,
            LineKind = line.Kind,
            Number = line.Number ?? line.Key,
            Sender = text.Sender,
            Text = text.Text,
            At = text.At,
            Raw = text.Raw,
        };
    }
}
