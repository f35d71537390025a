using Npgsql;
using SmsPortal.Model;
using SmsPortal.Storage;

namespace SmsPortal.Reading;

/// <summary>Reads what the inbox shows beside the messages, each query with the viewer first.</summary>
public sealed class ReadingQueries(NpgsqlDataSource source)
{
    /// <summary>The facts of a message; null when it does not exist or the viewer may not see it.</summary>
    public async Task<MessageFacts?> FactsAsync(Viewer viewer, long messageId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"""
            SELECT a.name, a.currency, s.way, s.count, s.last_at
            FROM message m {Visibility.Join(viewer)} JOIN vendor_account a ON a.id = m.account_id LEFT JOIN message_sighting s ON s.message_id = m.id
            WHERE m.id = @message ORDER BY s.way
            """);
        command.Parameters.AddWithValue("viewer", viewer.UserId);
        command.Parameters.AddWithValue("message", messageId);
        var sightings = new List<Sighting>();
        MessageFacts? facts = null;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            facts ??= new MessageFacts(reader.GetString(0), reader.GetString(1), sightings);
            if (!reader.IsDBNull(2))
            {
                sightings.Add(new Sighting((ArrivalWay)reader.GetInt32(2), reader.GetInt32(3), reader.GetFieldValue<DateTimeOffset>(4)));
            }
        }

        return facts;
    }

    /// <summary>What the viewer can narrow the inbox to.</summary>
    public async Task<FilterChoices> ChoicesAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"""
            WITH v AS MATERIALIZED ({Visibility.Lines(viewer)})
            SELECT 0, g.name, g.id FROM line_group g WHERE EXISTS (SELECT 1 FROM line_group_member m JOIN v ON v.line_id = m.line_id WHERE m.group_id = g.id)
            UNION ALL
            SELECT 1, a.vendor_key, 0 FROM vendor_account a WHERE EXISTS (SELECT 1 FROM phone_line l JOIN v ON v.line_id = l.id WHERE l.account_id = a.id) GROUP BY a.vendor_key
            ORDER BY 1, 2
            """);
        command.Parameters.AddWithValue("viewer", viewer.UserId);
        var groups = new List<GroupChoice>();
        var vendors = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetInt32(0) == 0)
            {
                groups.Add(new GroupChoice(reader.GetInt32(2), reader.GetString(1)));
            }
            else
            {
                vendors.Add(reader.GetString(1));
            }
        }

        return new FilterChoices(groups, vendors);
    }
}
