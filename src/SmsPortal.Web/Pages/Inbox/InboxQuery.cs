using System.Globalization;
using System.Text;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>What the address says: the filters of the list, and the message that is open. The address is the page's state.</summary>
public sealed record InboxQuery
{
    public long? Line { get; init; }
    public int? Group { get; init; }

    /// <summary>A vendor's key.</summary>
    public string? Vendor { get; init; }

    public bool Unread { get; init; }
    public bool Code { get; init; }

    /// <summary><c>in</c>, <c>out</c> or null for both.</summary>
    public string? Direction { get; init; }

    /// <summary><c>24h</c>, <c>7d</c>, <c>30d</c> or a day such as <c>2026-11-20</c>.</summary>
    public string? Since { get; init; }

    /// <summary>What stands in the search box.</summary>
    public string? Search { get; init; }

    /// <summary>The message that is open.</summary>
    public long? Message { get; init; }

    /// <summary>The same list without an open message.</summary>
    public InboxQuery List => Message is null ? this : this with { Message = null };

    /// <summary>True when anything is left out of the list.</summary>
    public bool Narrows => List != new InboxQuery();

    /// <summary>The address, relative to the base: <c>inbox?unread=1&amp;m=42</c>.</summary>
    public string Url => Address("inbox");

    /// <summary>The address of the same list as a file.</summary>
    public string ExportUrl => List.Address("inbox/export.csv");

    /// <summary>The address of this list with a message open; rows call it often.</summary>
    public static string Open(string listUrl, long messageId) => string.Create(CultureInfo.InvariantCulture, $"{listUrl}{(listUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?')}m={messageId}");

    private string Address(string path)
    {
        var url = new StringBuilder(path);
        Add("q", Search);
        Add("line", Line?.ToString(CultureInfo.InvariantCulture));
        Add("group", Group?.ToString(CultureInfo.InvariantCulture));
        Add("vendor", Vendor);
        Add("unread", Unread ? "1" : null);
        Add("code", Code ? "1" : null);
        Add("dir", Direction);
        Add("since", Since);
        Add("m", Message?.ToString(CultureInfo.InvariantCulture));
        return url.ToString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                url.Append(url.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }
}
