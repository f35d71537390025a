using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using SmsPortal.Model;
using SmsPortal.People;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using SmsPortal.Vendors;
using Xunit;

namespace SmsPortal.Tests.People;

/// <summary>The rooms of storage and people on a database of their own, without a web; passwords are hashed fast.</summary>
public sealed class PeopleFixture : IAsyncLifetime
{
    public const string Password = "seven quiet harbours";
    private string _connectionString = "";
    private ServiceProvider _services = null!;
    private int _count;
    private int _accountId;

    /// <summary>An admin who does things.</summary>
    public Viewer Admin { get; private set; } = null!;

    public SettableTime Time { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        _connectionString = await TestDatabase.CreateDatabaseAsync(StoreFixture.MigrateAsync);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddStorage(_connectionString);
        services.AddPeople();
        services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(options => options.IterationCount = 1000);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await Get<SetUpDesk>().MakeRolesAsync(CancellationToken.None);
        await using var db = await Get<Microsoft.EntityFrameworkCore.IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var account = new VendorAccount { VendorKey = "getsms", Name = "Test", CreatedAt = DateTimeOffset.UnixEpoch };
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        _accountId = account.Id;
        Admin = new Viewer(await AddPersonAsync(isAdmin: true), SeesAll: true, ReadUpTo: 0);
    }

    public async Task<Guid> AddPersonAsync(bool isAdmin = false, string? name = null)
    {
        var made = await Get<PeopleDesk>().CreateAsync(new NewPerson { Email = $"p{Interlocked.Increment(ref _count)}@example.org", DisplayName = name ?? "Somebody", Password = Password, IsAdmin = isAdmin }, CancellationToken.None);
        made.Problems.ShouldBeEmpty();
        return made.Id!.Value;
    }

    public Task<long> AddLineAsync()
    {
        var key = $"5550{Interlocked.Increment(ref _count):D4}";
        return Get<LineWriter>().EnsureAsync(_accountId, new VendorLine(key, LineKind.Line) { Number = key }, CancellationToken.None);
    }

    public async Task<int> AddTeamAsync(params Guid[] people)
    {
        var name = $"Team {Interlocked.Increment(ref _count)}";
        (await Get<TeamDesk>().CreateAsync(Admin, name, CancellationToken.None)).ShouldBeNull();
        var team = (await Get<GrantQueries>().TeamsAsync(Admin, CancellationToken.None)).Single(one => one.Name == name).Id;
        (await Get<TeamDesk>().AddAsync(Admin, team, people, CancellationToken.None)).ShouldBeNull();
        return team;
    }

    public async Task<int> AddGroupAsync(params long[] lines)
    {
        var name = $"Group {Interlocked.Increment(ref _count)}";
        (await Get<LineGroupDesk>().CreateAsync(Admin, name, CancellationToken.None)).ShouldBeNull();
        var group = (await Get<GrantQueries>().GroupsAsync(Admin, CancellationToken.None)).Single(one => one.Name == name).Id;
        (await Get<LineGroupDesk>().AddAsync(Admin, group, lines, CancellationToken.None)).ShouldBeNull();
        return group;
    }

    public async Task GrantAsync(NewGrant grant) => (await Get<GrantDesk>().GrantAsync(Admin, grant, CancellationToken.None)).ShouldBeNull();

    /// <summary>What the person may see, as every query asks for it.</summary>
    public async Task<IReadOnlyDictionary<long, LineScope>> SeenByAsync(Guid person) => await Get<AccessQueries>().ScopeAsync(new Viewer(person, SeesAll: false, ReadUpTo: 0), CancellationToken.None);

    /// <summary>A text on the line; its id.</summary>
    public async Task<long> AddMessageAsync(long line)
    {
        await using var db = await Get<Microsoft.EntityFrameworkCore.IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        await using var next = Get<NpgsqlDataSource>().CreateCommand("SELECT nextval('message_id_seq')");
        var message = new Message { Id = (long)(await next.ExecuteScalarAsync())!, AccountId = _accountId, LineId = line, Body = "hello" };
        db.Messages.Add(message);
        await db.SaveChangesAsync();
        return message.Id;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await TestDatabase.DropDatabaseAsync(_connectionString);
    }
}

/// <summary>A clock that a test moves.</summary>
public sealed class SettableTime : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by) => _ahead += by;
}
