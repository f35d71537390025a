using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using SmsPortal.Tests.Support;
using SmsPortal.Web.Hosting;
using Xunit;

namespace SmsPortal.Tests.Hosting;

/// <summary>The Data Protection key ring in PostgreSQL, under a master key that is not there.</summary>
public sealed class KeyRingTests : IAsyncLifetime
{
    private readonly string _master = NewKey();
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateDatabaseAsync(
        connectionString => ExecuteAsync(connectionString, "create table data_protection_key (id text primary key, xml text not null)"));

    public async ValueTask DisposeAsync() => await TestDatabase.DropDatabaseAsync(_database);

    [Fact]
    public async Task Protect_OnOneNode_OpensOnAnother()
    {
        await using var first = Node(_master);
        await using var second = Node(_master);

        var text = Protector(first).Protect("vendor key");

        text.ShouldNotContain("vendor key");
        Protector(second).Unprotect(text).ShouldBe("vendor key");
        Should.NotThrow(second.CheckMasterKey);
    }

    [Fact]
    public async Task Rows_OfTheRing_HoldNoKeyMaterial()
    {
        await using var node = Node(_master);
        Protector(node).Protect("anything");

        var rows = await RowsAsync();

        rows.ShouldNotBeEmpty();
        foreach (var row in rows)
        {
            // What Data Protection writes unless told otherwise: <masterKey><value>base64</value></masterKey>
            row.Descendants("masterKey").ShouldBeEmpty();
            row.Descendants(MasterKeyXml.Element).ShouldHaveSingleItem();
        }

        var everything = string.Concat(rows.Select(row => row.ToString()));
        foreach (var secret in node.GetRequiredService<IKeyManager>().GetAllKeys().Select(Secret))
        {
            secret.Length.ShouldBeGreaterThanOrEqualTo(32);
            everything.ShouldNotContain(Convert.ToBase64String(secret));
            everything.ShouldNotContain(Convert.ToHexString(secret), Case.Insensitive);
        }
    }

    [Fact]
    public async Task Start_WithAnotherMasterKey_IsRefusedAndNamesTheVariable()
    {
        await using (var first = Node(_master))
        {
            Protector(first).Protect("anything");
        }

        await using var other = Node(NewKey());

        Should.Throw<StartRefusedException>(other.CheckMasterKey).Message.ShouldContain("SMSPORTAL_MASTER_KEY");
    }

    [Fact]
    public async Task Start_WithAnAlteredRow_IsRefused()
    {
        await using (var first = Node(_master))
        {
            Protector(first).Protect("anything");
        }

        var row = (await RowsAsync()).ShouldHaveSingleItem();
        var secret = row.Descendants(MasterKeyXml.Element).Single();
        var bytes = Convert.FromBase64String(secret.Value);
        bytes[^1] ^= 1;
        secret.Value = Convert.ToBase64String(bytes);
        await ExecuteAsync(_database, $"update data_protection_key set xml = '{row.ToString(SaveOptions.DisableFormatting)}'");

        await using var second = Node(_master);

        Should.Throw<StartRefusedException>(second.CheckMasterKey).Message.ShouldContain("data_protection_key");
    }

    [Fact]
    public async Task Start_OnAnEmptyRing_IsTaken()
    {
        await using var node = Node(_master);

        Should.NotThrow(node.CheckMasterKey);
    }

    private static byte[] Secret(IKey key) =>
        Convert.FromBase64String(key.Descriptor.ExportToXml().SerializedDescriptorElement.Descendants("masterKey").Single().Value);

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static IDataProtector Protector(ServiceProvider node) => node.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private ServiceProvider Node(string master)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(_ => NpgsqlDataSource.Create(_database));
        services.AddPortalDataProtection(MasterKey.Open(new PortalOptions { DataFolder = "unused", MasterKey = master }, _ => { }));
        return services.BuildServiceProvider();
    }

    private async Task<List<XElement>> RowsAsync()
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand("select xml from data_protection_key");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<XElement>();
        while (await reader.ReadAsync())
        {
            rows.Add(XElement.Parse(reader.GetString(0)));
        }

        return rows;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
