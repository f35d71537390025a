using System.Globalization;
using SmsPortal.Storage;
using SmsPortal.Web.Components;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>A message as the list shows it. Texts are made once, so that a render compares the same strings.</summary>
public sealed class MessageRow
{
    private const int LongestPreview = 240;
    private LineRow? _line;
    private string? _label;
    private string? _unreadLabel;
    private string? _listUrl;
    private string _href = "";

    public MessageRow(StoredMessage message, LineRow? line, string ago, string full)
    {
        Message = message;
        IsUnread = message.Unread;
        Ago = ago;
        Full = full;
        Preview = OneLine(message.Body);
        Sender = message.Sender is { Length: > 0 } sender ? PhoneText.Show(sender.StartsWith('+') ? sender : null, sender)! : Strings.NoSender;
        DateTime = message.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        IsPlain = !HiddenCharacters.Any(Preview) && !HiddenCharacters.Any(Sender);
        CopyLabel = message.Code is null ? "" : Words.Of(Strings.CopyCode, message.Code);
        Line = line;
    }

    public StoredMessage Message { get; }

    public long Id => Message.Id;

    public MessagePosition Position => new(Message.At, Message.Id);

    /// <summary>Unread for this person.</summary>
    public bool IsUnread { get; set; }

    /// <summary>It came while the tab looked on: it slides in.</summary>
    public bool IsNew { get; set; }

    /// <summary>The other party as shown.</summary>
    public string Sender { get; }

    /// <summary>The text in one line, cut where no screen shows more.</summary>
    public string Preview { get; }

    /// <summary>How long ago when the row was made; the browser keeps it.</summary>
    public string Ago { get; }

    /// <summary>The time in full, in the viewer's zone.</summary>
    public string Full { get; }

    /// <summary>The time for machines.</summary>
    public string DateTime { get; }

    /// <summary>The line it hangs from; replaced when the line changes.</summary>
    public LineRow? Line
    {
        get => _line;
        set
        {
            _line = value;
            (_label, _unreadLabel) = (null, null);
            var vendor = value?.VendorKey ?? "";
            Mark = VendorNames.Mark(vendor);
            VendorName = VendorNames.Name(vendor);
            MarkClass = "vendor " + Mark.ToLowerInvariant();
            LineName = value?.DisplayName ?? "";
            var number = PhoneText.Show(value?.E164, value?.Number ?? Message.Number);
            Number = number is null || number == LineName || value?.E164 == LineName || value?.Number == LineName ? null : number;
            if (value is not null && (value.E164 == LineName || value.Number == LineName))
            {
                LineName = PhoneText.Show(value.E164, value.Number) ?? LineName;
            }
        }
    }

    public string LineName { get; private set; } = "";

    /// <summary>Our number, unless the line's name says it already.</summary>
    public string? Number { get; private set; }

    /// <summary>The vendor's mark, its class and its name.</summary>
    public string Mark { get; private set; } = "";

    public string MarkClass { get; private set; } = "";

    public string VendorName { get; private set; } = "";

    /// <summary>True when no character of it hides: plain markup will do.</summary>
    public bool IsPlain { get; }

    /// <summary>The name of the copy button for those who hear it.</summary>
    public string CopyLabel { get; }

    /// <summary>The name of the row's link for those who hear it.</summary>
    public string Label => IsUnread
        ? _unreadLabel ??= Words.Of(Strings.RowLabelUnread, HiddenCharacters.Replace(Sender), LineName)
        : _label ??= Words.Of(Strings.RowLabel, HiddenCharacters.Replace(Sender), LineName);

    /// <summary>The address that opens the message beside its list.</summary>
    public string Href(string listUrl)
    {
        if (!ReferenceEquals(_listUrl, listUrl))
        {
            (_listUrl, _href) = (listUrl, InboxQuery.Open(listUrl, Id));
        }

        return _href;
    }

    private static string OneLine(string body)
    {
        var text = body.Length > LongestPreview ? body[..(char.IsHighSurrogate(body[LongestPreview - 1]) ? LongestPreview - 1 : LongestPreview)] + "…" : body;
        return text.AsSpan().IndexOfAny('\r', '\n', '\t') < 0 ? text : text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
    }
}
