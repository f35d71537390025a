using System.Text;
using Microsoft.EntityFrameworkCore;

namespace SmsPortal.Storage;

/// <summary>Names tables, columns, keys and indexes the PostgreSQL way, so that the SQL of the hot paths needs no quotes.</summary>
internal static class SnakeCase
{
    public static void Apply(ModelBuilder builder)
    {
        // What lives inside a JSON column has no names of its own.
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null && !entity.IsMappedToJson()))
        {
            entity.SetTableName(Of(entity.GetTableName()!.Replace("AspNet", "identity_", StringComparison.Ordinal)));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Of(property.GetColumnName()));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(Of(key.GetName()!));
            }

            foreach (var key in entity.GetForeignKeys())
            {
                key.SetConstraintName(Of(key.GetConstraintName()!));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Of(index.GetDatabaseName()!));
            }
        }
    }

    internal static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
