using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SmsPortal.Model;
using SmsPortal.Storage;

namespace SmsPortal.People;

/// <summary>Makes people and changes what they are. Every change is told to all nodes (<c>p:</c>), whose circuits then check again.</summary>
public sealed class PeopleDesk(IServiceScopeFactory scopes, PersonState state, PasswordVault vault, AccessWriter access, NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Makes a person. Texts that came before count as read for her.</summary>
    public async Task<PersonResult> CreateAsync(NewPerson person, CancellationToken cancellationToken)
    {
        var problems = Check(person);
        if (problems.Count > 0)
        {
            return new PersonResult(null, problems);
        }

        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(), UserName = person.Email.Trim(), Email = person.Email.Trim(), EmailConfirmed = true, LockoutEnabled = true, DisplayName = person.DisplayName.Trim(),
            CreatedAt = time.GetUtcNow(), ReadUpTo = await NewestMessageAsync(cancellationToken), PasswordHash = await vault.HashAsync(person.Password, cancellationToken),
        };

        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var made = await users.CreateAsync(user);
            if (!made.Succeeded)
            {
                return PersonResult.Refused(made.Errors.Any(error => error.Code.StartsWith("Duplicate", StringComparison.Ordinal)) ? PersonProblem.EmailTaken : PersonProblem.EmailNotValid);
            }

            var roles = await users.AddToRoleAsync(user, person.IsAdmin ? PortalRoles.Admin : PortalRoles.Member);
            if (!roles.Succeeded)
            {
                throw new InvalidOperationException($"The role could not be given: {string.Join(' ', roles.Errors.Select(error => error.Code))}.");
            }

            await transaction.CommitAsync(cancellationToken);
            await access.AnnouncePersonAsync(user.Id, cancellationToken); // for the lists of other admins
            return PersonResult.Made(user.Id);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return PersonResult.Refused(PersonProblem.EmailTaken); // two admins at the same moment
        }
    }

    /// <summary>Disables the person: cookies and circuits end within seconds, nothing is seen any more; or lets her in again.</summary>
    public Task<PersonProblem?> SetEnabledAsync(Guid userId, bool enabled, CancellationToken cancellationToken) =>
        state.ChangeAsync(userId, losesAdmin: !enabled, enabled
            ? "UPDATE identity_users SET disabled_at = NULL WHERE id = @user"
            : "UPDATE identity_users SET disabled_at = coalesce(disabled_at, @now), security_stamp = @stamp WHERE id = @user", null, cancellationToken);

    /// <summary>Makes the person an admin or a member; open pages follow at once.</summary>
    public Task<PersonProblem?> SetAdminAsync(Guid userId, bool isAdmin, CancellationToken cancellationToken) =>
        state.ChangeAsync(userId, losesAdmin: !isAdmin, """
            WITH gone AS (DELETE FROM identity_user_roles WHERE user_id = @user AND role_id NOT IN (SELECT id FROM identity_roles WHERE name = @text))
            INSERT INTO identity_user_roles (user_id, role_id) SELECT @user, id FROM identity_roles WHERE name = @text ON CONFLICT DO NOTHING
            """, isAdmin ? PortalRoles.Admin : PortalRoles.Member, cancellationToken);

    /// <summary>Sets a new password; the person is signed out everywhere and no longer locked out.</summary>
    public async Task<PersonProblem?> ResetPasswordAsync(Guid userId, string password, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.Id == userId, cancellationToken);
        if (user is null)
        {
            return PersonProblem.Unknown;
        }

        if (PasswordRules.Check(password, user.Email, user.DisplayName) is { } problem)
        {
            return problem;
        }

        var hash = await vault.HashAsync(password, cancellationToken);
        return await state.ChangeAsync(userId, losesAdmin: false, """
            WITH sessions AS (DELETE FROM identity_user_tokens WHERE user_id = @user AND login_provider = 'Session')
            UPDATE identity_users SET password_hash = @text, security_stamp = @stamp, access_failed_count = 0, lockout_end = NULL WHERE id = @user
            """, hash, cancellationToken);
    }

    /// <summary>The person's own change; the present password is asked for. Signs her out everywhere.</summary>
    public async Task<PersonProblem?> ChangePasswordAsync(Guid userId, string present, string password, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT password_hash FROM identity_users WHERE id = $1 AND disabled_at IS NULL");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        var hash = await command.ExecuteScalarAsync(cancellationToken) as string;
        return await vault.VerifyAsync(hash, present, cancellationToken) == PasswordVerificationResult.Failed
            ? PersonProblem.PasswordWrong
            : await ResetPasswordAsync(userId, password, cancellationToken);
    }

    /// <summary>Everything that speaks against the person as typed, but for what only the database knows.</summary>
    public static IReadOnlyList<PersonProblem> Check(NewPerson person)
    {
        var problems = new List<PersonProblem>();
        if (!EmailRules.IsAddress(person.Email))
        {
            problems.Add(PersonProblem.EmailNotValid);
        }

        if (string.IsNullOrWhiteSpace(person.DisplayName))
        {
            problems.Add(PersonProblem.NameMissing);
        }

        if (PasswordRules.Check(person.Password, person.Email, person.DisplayName) is { } password)
        {
            problems.Add(password);
        }

        return problems;
    }

    private async Task<long> NewestMessageAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT coalesce(max(id), 0) FROM message");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
