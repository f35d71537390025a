using System.Security.Cryptography;
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

namespace SmsPortal.Tests.Pages.Inbox;

/// <summary>A portal with one account, to which a test adds lines, people and texts.</summary>
public sealed class InboxFixture : IAsyncLifetime
{
    private readonly PortalFixture _portal = new();
    private int _account;
    private int _made;

    public IServiceProvider Services => _portal.Node.Services;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await _portal.InitializeAsync();
        (_account, _) = await _portal.AddWebhookAccountAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    /// <summary>A line of the account.</summary>
    public Task<long> AddLineAsync(string? label = null) => Get<LineWriter>().EnsureAsync(
        _account, new VendorLine("line-" + Interlocked.Increment(ref _made), LineKind.Line) { Label = label ?? "Line " + _made, Number = "212555" + (100 + _made) }, CancellationToken.None);

    /// <summary>A person who may read the lines.</summary>
    public async Task<Guid> AddMemberAsync(params long[] lines)
    {
        await using var db = await Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var person = new PortalUser { Id = Guid.NewGuid(), UserName = Guid.NewGuid().ToString("n"), DisplayName = "Member", SecurityStamp = "stamp" };
        db.Users.Add(person);
        db.Grants.AddRange(lines.Select(line => new AccessGrant { LineId = line, UserId = person.Id }));
        await db.SaveChangesAsync();
        await Get<AccessWriter>().RefreshAsync(CancellationToken.None);
        return person.Id;
    }

    /// <summary>Nobody may read the line any more.</summary>
    public async Task RevokeAsync(long line)
    {
        await using (var command = Get<NpgsqlDataSource>().CreateCommand("DELETE FROM access_grant WHERE line_id = $1"))
        {
            command.Parameters.AddWithValue(line);
            await command.ExecuteNonQueryAsync();
        }

        await Get<AccessWriter>().RefreshAsync(CancellationToken.None);
    }

    /// <summary>A text arrives by the one door; returns its id once it is durable.</summary>
    public async Task<long> DeliverAsync(long line, string text, string? code = null)
    {
        var key = await LineKeyAsync(line);
        var message = new VendorMessage
        {
            Identity = new VendorIdentity(Convert.ToHexString(RandomNumberGenerator.GetBytes(12))), LineKey = key, LineKind = LineKind.Line, Text = text, Sender = "Uber", VendorCode = code,
        };
        return (await Get<MessageIntake>().TakeInAsync(_account, [message], ArrivalWay.Poll, history: false, CancellationToken.None))[0].MessageId;
    }

    /// <summary>The services of a circuit of that person.</summary>
    public async Task<AsyncServiceScope> SignInAsync(Guid person)
    {
        var session = await Get<SessionStore>().BeginAsync(person, CancellationToken.None);
        var circuit = Services.CreateAsyncScope();
        var state = (IHostEnvironmentAuthenticationStateProvider)circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        state.SetAuthenticationState(Task.FromResult(new AuthenticationState(PersonClaims.Principal(person, "Member", "stamp", session, isAdmin: false))));
        return circuit;
    }

    private async Task<string> LineKeyAsync(long line)
    {
        await using var db = await Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return (await db.Lines.SingleAsync(row => row.Id == line)).LineKey;
    }
}
