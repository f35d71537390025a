using Microsoft.EntityFrameworkCore;
using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>Settings that live in the database.</summary>
public sealed class SettingStore(IDbContextFactory<PortalDb> contexts)
{
    /// <summary>The value, or null.</summary>
    public async Task<string?> GetAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await db.Settings.AsNoTracking().SingleOrDefaultAsync(setting => setting.Key == key, cancellationToken))?.Value;
    }

    /// <summary>The value; stores the given one first when there is none. Of two nodes the first wins and both get its value.</summary>
    public async Task<string> GetOrAddAsync(string key, string value, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"INSERT INTO portal_setting (key, value) VALUES ({key}, {value}) ON CONFLICT (key) DO NOTHING", cancellationToken);
        return (await db.Settings.AsNoTracking().SingleAsync(setting => setting.Key == key, cancellationToken)).Value;
    }

    /// <summary>Stores the value, or takes it away when it is null.</summary>
    public async Task SetAsync(string key, string? value, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (value is null)
        {
            await db.Settings.Where(setting => setting.Key == key).ExecuteDeleteAsync(cancellationToken);
            return;
        }

        await db.Database.ExecuteSqlAsync($"INSERT INTO portal_setting (key, value) VALUES ({key}, {value}) ON CONFLICT (key) DO UPDATE SET value = excluded.value", cancellationToken);
    }
}
