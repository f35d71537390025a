using System.Globalization;
using System.Security.Claims;
using System.Text;
using SmsPortal.Live;
using SmsPortal.Reading;
using SmsPortal.Storage;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>What a list matches, as a CSV file: the same filter, the same visibility, at most 10,000 rows, written page by page.</summary>
public sealed class InboxExport(MessageQueries messages, LineDirectory lines, AccessScopes scopes, ReadingQueries reading, ViewerClock clock)
{
    /// <summary>The most rows of a file.</summary>
    public const int Most = 10_000;

    private const int PageSize = 500;

    /// <summary>Writes the file to the answer.</summary>
    public async Task WriteAsync(HttpContext context, InboxQuery query)
    {
        var stop = context.RequestAborted;
        if (!Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var person) || await scopes.GetAsync(person, stop) is not { } scope)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        clock.SetZone(context.Request.Cookies[ViewerClock.Cookie]);
        var choices = await reading.ChoicesAsync(scope.Viewer, stop);
        var filter = InboxFilters.Read(query, new SearchContext(choices.Groups, clock.Today, clock.StartOf), clock.Now).Filter;
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"" + FileName() + "\"";
        context.Response.Headers.CacheControl = "no-store";

        // A byte order mark: spreadsheets take the file for UTF-8 by it.
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync("time_utc,direction,sender,line,number,vendor,code,text,service,order,price,arrived_by,verified\r\n");
        await WriteRowsAsync(writer, person, filter, stop);
    }

    private async Task WriteRowsAsync(StreamWriter writer, Guid person, MessageFilter filter, CancellationToken stop)
    {
        var left = Most;
        MessagePosition? next = null;
        do
        {
            // Asked anew for each page: a slow reader may be disabled or lose a line meanwhile.
            if (await scopes.GetAsync(person, stop) is not { Viewer: var viewer })
            {
                return;
            }

            var page = await messages.PageAsync(viewer, filter, next, Math.Min(PageSize, left), stop);
            var known = await lines.GetAsync(page.Messages.Select(message => message.LineId).ToHashSet(), stop);
            foreach (var message in page.Messages)
            {
                await writer.WriteAsync(Row(message, known.GetValueOrDefault(message.LineId)));
            }

            left -= page.Messages.Count;
            next = page.Next;
        }
        while (next is not null && left > 0);
    }

    private static string Row(StoredMessage message, LineRow? line) => string.Join(',',
        message.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        message.Incoming ? "in" : "out",
        CsvCell.Of(message.Sender),
        CsvCell.Of(line?.DisplayName),
        CsvCell.Of(line?.E164 ?? message.Number ?? line?.Number),
        CsvCell.Of(line?.VendorKey),
        CsvCell.Of(message.Code),
        CsvCell.Of(message.Body),
        CsvCell.Of(message.Service),
        CsvCell.Of(message.OrderKey),
        message.Price?.ToString(CultureInfo.InvariantCulture),
        message.Way == Model.ArrivalWay.Webhook ? "webhook" : "poll",
        message.Verified ? "yes" : "no") + "\r\n";

    private string FileName() => $"inbox-{clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv";
}
