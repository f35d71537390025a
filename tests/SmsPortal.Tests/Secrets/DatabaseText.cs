using System.Text;
using Npgsql;

namespace SmsPortal.Tests.Secrets;

/// <summary>Every row of every table as text, bytes as hex: what a dump would hold.</summary>
internal static class DatabaseText
{
    public static async Task<string> ReadAsync(NpgsqlDataSource source)
    {
        var text = new StringBuilder();
        foreach (var table in await ColumnAsync(source, "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"))
        {
            text.AppendLine(table);
            text.AppendJoin('\n', await ColumnAsync(source, $"SELECT t::text FROM {table} t")).AppendLine();
        }

        return text.ToString();
    }

    private static async Task<List<string>> ColumnAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
