namespace SmsPortal.Vendors.JookSms;

/// <summary>
/// Reads the list of texts down to what is known. New texts shift the pages while they are read, so texts are told apart by id and pages overlap;
/// a long list is read in several calls, each of which reads the newest page too, so that a first reading of years does not delay a code.
/// </summary>
internal static class JookSmsInbox
{
    /// <summary>Pages of 15 texts per reading.</summary>
    internal const int PagesPerReading = 10;

    /// <summary>What is new since the cursor, and the texts beside it on the same pages.</summary>
    public static async Task<MessageReading> ReadAsync(VendorSession session, string? cursor, CancellationToken cancellationToken)
    {
        var known = JookSmsCursor.Parse(cursor);
        var texts = new SortedDictionary<long, JookSmsText>();
        var newest = Keep(texts, await JookSmsClient.SmsPageAsync(session, 1, cancellationToken));
        var top = known.Top ?? Math.Max(known.High, newest.Rows.Select(text => text.Id).DefaultIfEmpty().Max());

        // A reading that goes on reads its last page once more: texts deleted at the vendor meanwhile have pulled the others up.
        var page = Math.Max(2, (known.NextPage ?? 2) - 1);
        var done = known.NextPage is null ? IsLast(newest, known.High) : !newest.HasMore;
        for (var read = 1; !done && read < PagesPerReading; read++, page++)
        {
            done = IsLast(Keep(texts, await JookSmsClient.SmsPageAsync(session, page, cancellationToken)), known.High);
        }

        var next = done ? new JookSmsCursor(Math.Max(top, known.High)) : new JookSmsCursor(known.High, top, page);
        return new MessageReading([.. texts.Values.Select(JookSmsMapping.ToMessage)], next.ToString(), MoreNow: !done);
    }

    private static JookSmsPage<JookSmsText> Keep(SortedDictionary<long, JookSmsText> texts, JookSmsPage<JookSmsText> page)
    {
        foreach (var text in page.Rows)
        {
            texts.TryAdd(text.Id, text);
        }

        return page;
    }

    private static bool IsLast(JookSmsPage<JookSmsText> page, long high) => !page.HasMore || page.Rows.Any(text => text.Id <= high);
}
