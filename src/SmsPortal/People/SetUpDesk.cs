using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SmsPortal.Model;
using SmsPortal.Storage;

namespace SmsPortal.People;

/// <summary>The first admin of an empty portal: guarded by a one-time token that only who reads the log knows.</summary>
public sealed class SetUpDesk(NpgsqlDataSource source, SettingStore settings, PeopleDesk people, IServiceScopeFactory scopes)
{
    private const string TokenSetting = "setup-token";
    private const long Turn = 720103;

    /// <summary>Makes the roles; several nodes may start at once.</summary>
    public async Task MakeRolesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var turn = await TakeTurnAsync(connection, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        foreach (var role in new[] { PortalRoles.Admin, PortalRoles.Member })
        {
            if (!await roles.RoleExistsAsync(role))
            {
                await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7() });
            }
        }
    }

    /// <summary>Whether nobody is there yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT NOT EXISTS (SELECT 1 FROM identity_users)");
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>A new token of 256 bits; the one before is worth nothing any more. Its hash is kept, the token itself is for the log.</summary>
    public async Task<string> NewTokenAsync(CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await settings.SetAsync(TokenSetting, Hash(token), cancellationToken);
        return token;
    }

    /// <summary>Makes the first admin, if the token is right and nobody was faster. The token is used up by success only.</summary>
    public Task<PersonResult> SetUpAsync(string token, NewPerson admin, CancellationToken cancellationToken) => FirstAsync(admin, async () =>
        await settings.GetAsync(TokenSetting, cancellationToken) is { } hash && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(token.Trim()))), cancellationToken);

    /// <summary>The first admin by the environment; nothing happens when somebody is there.</summary>
    public Task<PersonResult> CreateFirstAsync(NewPerson admin, CancellationToken cancellationToken) => FirstAsync(admin, () => Task.FromResult(true), cancellationToken);

    private async Task<PersonResult> FirstAsync(NewPerson admin, Func<Task<bool>> may, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var turn = await TakeTurnAsync(connection, cancellationToken);
        if (!await IsEmptyAsync(cancellationToken) || !await may())
        {
            return PersonResult.Refused(PersonProblem.TokenWrong);
        }

        var made = await people.CreateAsync(admin, cancellationToken);
        if (made.Id is not null)
        {
            await settings.SetAsync(TokenSetting, null, cancellationToken);
        }

        return made;
    }

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    // The lock ends with the transaction.
    private static async Task<NpgsqlTransaction> TakeTurnAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({Turn})", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return transaction;
    }
}
