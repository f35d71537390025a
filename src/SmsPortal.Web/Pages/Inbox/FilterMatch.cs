using SmsPortal.Storage;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>Whether a message that just arrived belongs into the list that is shown: the filter of the store, said again for one message.</summary>
public static class FilterMatch
{
    /// <summary>True when the message belongs into the list.</summary>
    /// <param name="filter">What the list is narrowed to.</param>
    /// <param name="message">The new message.</param>
    /// <param name="line">Its line.</param>
    /// <param name="groupName">The name of the filter's group, where it has one.</param>
    public static bool Matches(MessageFilter filter, StoredMessage message, LineRow? line, string? groupName) =>
        (filter.LineId is null || message.LineId == filter.LineId)
        && (filter.GroupId is null || (groupName is not null && line is not null && line.Groups.Contains(groupName, StringComparer.Ordinal)))
        && (filter.VendorKey is null || line?.VendorKey == filter.VendorKey)
        && (!filter.UnreadOnly || message.Unread)
        && (!filter.WithCodeOnly || message.Code is not null)
        && (filter.Incoming is null || message.Incoming == filter.Incoming)
        && (filter.Since is null || message.At >= filter.Since)
        && (filter.Until is null || message.At < filter.Until)
        && (filter.Party is null || (message.Sender ?? "") == filter.Party)
        && (filter.From is null || Holds(message.Sender, filter.From))
        && (filter.To is null || Holds(line?.Number, filter.To) || Holds(line?.E164, filter.To) || Holds(line?.Label, filter.To) || Holds(line?.VendorLabel, filter.To))
        && filter.Phrases.All(phrase => Holds(message.Body, phrase))
        && !filter.Without.Any(text => Holds(message.Body, text))
        && HoldsWords(message.Body, filter.Words);

    private static bool Holds(string? text, string part) => text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool HoldsWords(string body, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return true;
        }

        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var i = 0; i <= body.Length; i++)
        {
            var inWord = i < body.Length && char.IsLetterOrDigit(body[i]);
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                found.Add(body[start..i]);
                start = -1;
            }
        }

        return words.All(found.Contains);
    }
}
