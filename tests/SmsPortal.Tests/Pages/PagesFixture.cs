using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SmsPortal.Intake;
using SmsPortal.Model;
using SmsPortal.People;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using SmsPortal.Vendors;
using SmsPortal.Web.SignIn;
using Xunit;

namespace SmsPortal.Tests.Pages;

/// <summary>A portal to which a test adds accounts, lines, people and texts.</summary>
public sealed class PagesFixture : IAsyncLifetime
{
    private readonly PortalFixture _portal = new();
    private int _made;

    public IServiceProvider Services => _portal.Node.Services;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    /// <summary>An account without a key: paused, so that nothing calls its vendor.</summary>
    public async Task<int> AddAccountAsync(string vendorKey = "getsms") => (await _portal.AddWebhookAccountAsync(vendorKey)).AccountId;

    /// <summary>A line of the account.</summary>
    public async Task<long> AddLineAsync(int account, string? label = null, LineKind kind = LineKind.Line, DateTimeOffset? expiresAt = null, string? key = null)
    {
        var number = Interlocked.Increment(ref _made);
        return await Get<LineWriter>().EnsureAsync(
            account, new VendorLine(key ?? "line-" + number, kind) { Label = label ?? "Line " + number, Number = "212555" + (100 + number).ToString("0000", System.Globalization.CultureInfo.InvariantCulture), ExpiresAt = expiresAt }, CancellationToken.None);
    }

    /// <summary>A person who was granted the lines.</summary>
    public async Task<Guid> AddMemberAsync(AccessLevel level, params long[] lines)
    {
        await using var db = await Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var person = new PortalUser { Id = Guid.NewGuid(), UserName = Guid.NewGuid().ToString("n"), DisplayName = "Mo Member", SecurityStamp = "stamp" };
        db.Users.Add(person);
        db.Grants.AddRange(lines.Select(line => new AccessGrant { LineId = line, UserId = person.Id, Level = level }));
        await db.SaveChangesAsync();
        await Get<AccessWriter>().RefreshAsync(CancellationToken.None);
        return person.Id;
    }

    /// <summary>An admin.</summary>
    public async Task<Guid> AddAdminAsync()
    {
        var person = await AddMemberAsync(AccessLevel.Read);
        await ExecuteAsync($"INSERT INTO identity_user_roles (user_id, role_id) SELECT '{person}', id FROM identity_roles WHERE name = 'Admin'");
        return person;
    }

    /// <summary>A text arrives by the one door.</summary>
    public async Task DeliverAsync(int account, string lineKey, string text)
    {
        var message = new VendorMessage { Identity = new VendorIdentity(Convert.ToHexString(RandomNumberGenerator.GetBytes(12))), LineKey = lineKey, LineKind = LineKind.Line, Text = text, Sender = "Uber" };
        await Get<MessageIntake>().TakeInAsync(account, [message], ArrivalWay.Poll, history: false, CancellationToken.None);
    }

    /// <summary>Nobody may read the line any more.</summary>
    public async Task RevokeAsync(long line)
    {
        await ExecuteAsync($"DELETE FROM access_grant WHERE line_id = {line}");
        await Get<AccessWriter>().RefreshAsync(CancellationToken.None);
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The page as an admin sees it.</summary>
    internal async Task<PageTab<TPage>> OpenAsAdminAsync<TPage>(string address, Action<Bunit.ComponentParameterCollectionBuilder<TPage>>? parameters = null)
        where TPage : IComponent => await PageTab<TPage>.OpenAsync(await SignInAsync(await AddAdminAsync(), isAdmin: true), isAdmin: true, address, parameters);

    /// <summary>The page as a member sees it.</summary>
    internal async Task<PageTab<TPage>> OpenAsync<TPage>(Guid member, string address, Action<Bunit.ComponentParameterCollectionBuilder<TPage>>? parameters = null)
        where TPage : IComponent => await PageTab<TPage>.OpenAsync(await SignInAsync(member, isAdmin: false), isAdmin: false, address, parameters);

    private async Task<AsyncServiceScope> SignInAsync(Guid person, bool isAdmin)
    {
        var session = await Get<SessionStore>().BeginAsync(person, CancellationToken.None);
        var circuit = Services.CreateAsyncScope();
        var state = (IHostEnvironmentAuthenticationStateProvider)circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        state.SetAuthenticationState(Task.FromResult(new AuthenticationState(PersonClaims.Principal(person, "Person", "stamp", session, isAdmin))));
        return circuit;
    }
}
