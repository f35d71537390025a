using System.Text;
using Npgsql;

namespace SmsPortal.Storage;

/// <summary>What a list of lines is narrowed to. Finished one-time lines are hidden unless asked for.</summary>
public sealed record LineFilter
{
    public string? VendorKey { get; init; }
    public int? AccountId { get; init; }
    public int? GroupId { get; init; }

    /// <summary>Lines that end within seven days.</summary>
    public bool ExpiringOnly { get; init; }

    /// <summary>Lines that nobody was granted.</summary>
    public bool UnassignedOnly { get; init; }

    /// <summary>Shows lines that are gone too.</summary>
    public bool IncludeGone { get; init; }

    /// <summary>Part of label, number or service, any case.</summary>
    public string? Text { get; init; }

    internal string ToSql()
    {
        var sql = new StringBuilder();
        sql.Append(VendorKey is null ? "" : " AND a.vendor_key = @vendor");
        sql.Append(AccountId is null ? "" : " AND l.account_id = @account");
        sql.Append(GroupId is null ? "" : " AND l.id IN (SELECT g.line_id FROM line_group_member g WHERE g.group_id = @group)");
        sql.Append(ExpiringOnly ? " AND l.expires_at < now() + interval '7 days' AND l.kind IN (2, 5)" : "");
        sql.Append(UnassignedOnly ? " AND NOT EXISTS (SELECT 1 FROM line_access x WHERE x.line_id = l.id)" : "");
        sql.Append(IncludeGone ? "" : " AND l.gone_at IS NULL");
        sql.Append(Text is null ? "" : " AND concat_ws(' ', l.label, l.vendor_label, l.number, l.e164, l.service) ILIKE @text");
        return sql.ToString();
    }

    internal void Fill(NpgsqlCommand command)
    {
        Add("vendor", VendorKey);
        Add("account", AccountId);
        Add("group", GroupId);
        Add("text", Text is null ? null : "%" + Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%");

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                command.Parameters.AddWithValue(name, value);
            }
        }
    }
}
