using Npgsql;
using SmsPortal.Live;
using SmsPortal.Storage;
using SmsPortal.Web.Components;
using SmsPortal.Web.Resources;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>Reads messages and makes them into rows: the line of each by the node's directory, the time in the viewer's zone.</summary>
public sealed class InboxReader(MessageQueries messages, LineDirectory lines, ViewerClock clock, ILogger<InboxReader> log)
{
    /// <summary>PostgreSQL's word for a statement that took too long.</summary>
    private const string QueryCanceled = "57014";

    /// <summary>A page as rows.</summary>
    public async Task<(IReadOnlyList<MessageRow> Rows, MessagePage Page)> PageAsync(Viewer viewer, MessageFilter filter, MessagePosition? before, int take, CancellationToken cancellationToken)
    {
        var page = await messages.PageAsync(viewer, filter, before, take, cancellationToken);
        return (await RowsAsync(page.Messages, cancellationToken), page);
    }

    /// <summary>Messages, which the viewer may see, as rows.</summary>
    public async Task<IReadOnlyList<MessageRow>> RowsAsync(IReadOnlyList<StoredMessage> list, CancellationToken cancellationToken)
    {
        if (list.Count == 0)
        {
            return [];
        }

        var known = await lines.GetAsync(list.Select(message => message.LineId).ToHashSet(), cancellationToken);
        var rows = new MessageRow[list.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Row(list[i], known.GetValueOrDefault(list[i].LineId));
        }

        return rows;
    }

    /// <summary>A message as a row.</summary>
    public MessageRow Row(StoredMessage message, LineRow? line) => new(message, line, clock.Ago(message.At), clock.Full(message.At));

    /// <summary>True for what the store may do to a reading at any time.</summary>
    public static bool IsExpected(Exception failure) => failure is NpgsqlException or TimeoutException or IOException;

    /// <summary>Writes the failure to the log and says it in words.</summary>
    public InboxFailure Explain(Exception failure, bool searching)
    {
        var id = FailureId.New();
        var tooSlow = failure is PostgresException { SqlState: QueryCanceled } or NpgsqlException { InnerException: TimeoutException };
        log.LogWarning(failure, "The inbox could not be read ({Id})", id);
        return new InboxFailure(tooSlow && searching ? Strings.SearchTooSlow : Strings.StoreNotReached, id);
    }
}
