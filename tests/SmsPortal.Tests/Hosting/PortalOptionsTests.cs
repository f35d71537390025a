using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Shouldly;
using SmsPortal.Tests.Support;
using SmsPortal.Web.Hosting;
using Xunit;

namespace SmsPortal.Tests.Hosting;

public sealed class PortalOptionsTests
{
    [Fact]
    public void Read_WithNothingSet_StaysOnThisMachineAndStartsItsOwnDatabase()
    {
        var options = Read();

        options.Bind.ShouldBeNull();
        options.Port.ShouldBe(8080);
        options.ConnectionString.ShouldBeNull();
        options.Demo.ShouldBeFalse();
        options.LogLevel.ShouldBe(LogLevel.Information);
        Path.IsPathFullyQualified(options.DataFolder).ShouldBeTrue();
    }

    [Fact]
    public void Read_WithManyMistakes_NamesEveryVariableAtOnce()
    {
        (string, string)[] wrong =
        [
            ("SMSPORTAL_PORT", "eighty"), ("SMSPORTAL_BIND", "everywhere"), ("SMSPORTAL_MASTER_KEY", "short"), ("SMSPORTAL_MASTER_KEY_FILE", "/no/such/file"),
            ("SMSPORTAL_CONNECTION_STRING", "Nonsense=1"), ("SMSPORTAL_PUBLIC_URL", "sms.example.org/path"), ("SMSPORTAL_CERTIFICATE", "/no/such/certificate"),
            ("SMSPORTAL_TRUSTED_PROXY", "10.0.0.0/8, nobody"), ("SMSPORTAL_ALLOW_PRIVATE_HOSTS", "a b"), ("SMSPORTAL_LOG_LEVEL", "loud"), ("SMSPORTAL_DEMO", "perhaps"),
            ("SMSPORTAL_ADMIN_EMAIL", "nobody"), ("SMSPORTAL_ADMIN_PASSWORD", "short"), ("SMSPORTAL_DEMO_SIMULATOR", "there"),
        ];

        var message = Should.Throw<StartRefusedException>(() => Read(wrong)).Message;

        wrong.ShouldAllBe(setting => message.Contains($"- {setting.Item1} ", StringComparison.Ordinal), message);
    }

    [Fact]
    public void Read_WithABadConnectionString_DoesNotRepeatItsPassword() =>
        Should.Throw<StartRefusedException>(() => Read(("SMSPORTAL_CONNECTION_STRING", "Host=db;Database=x;Password=canary;Port=none"))).ToString().Split(" ---> ")[0].ShouldNotContain("canary");

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("*")]
    [InlineData("192.0.2.7")]
    public void Bind_BeyondThisMachine_AsksForPublicAddressAndEncryption(string address)
    {
        var message = Should.Throw<StartRefusedException>(() => Read(("SMSPORTAL_BIND", address))).Message;

        message.ShouldContain("- SMSPORTAL_PUBLIC_URL ");
        message.ShouldContain("SMSPORTAL_TRUSTED_PROXY");
    }

    [Fact]
    public void Bind_BeyondThisMachine_RefusesAnUnencryptedPublicAddress() =>
        Should.Throw<StartRefusedException>(() => Read(("SMSPORTAL_BIND", "*"), ("SMSPORTAL_PUBLIC_URL", "http://sms.example.org"), ("SMSPORTAL_TRUSTED_PROXY", "172.16.0.0/12")))
            .Message.ShouldContain("https://");

    [Fact]
    public void Bind_BeyondThisMachineBehindAProxy_IsTaken()
    {
        var options = Read(("SMSPORTAL_BIND", "*"), ("SMSPORTAL_PUBLIC_URL", "https://sms.example.org"), ("SMSPORTAL_TRUSTED_PROXY", "172.16.0.0/12, 192.0.2.1"));

        options.TrustedProxies.ShouldBe([IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.2.1/32")]);
        options.PublicUrl!.Host.ShouldBe("sms.example.org");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void Bind_OnTheLoopback_NeedsNothingElse(string address) => Read(("SMSPORTAL_BIND", address)).Bind.ShouldBeNull();

    [Fact]
    public void Demo_BeyondThisMachine_IsRefused() =>
        Should.Throw<StartRefusedException>(() => Read(
            ("SMSPORTAL_DEMO", "1"), ("SMSPORTAL_DEMO_SIMULATOR", "http://127.0.0.1:5080"), ("SMSPORTAL_BIND", "*"), ("SMSPORTAL_PUBLIC_URL", "https://sms.example.org"), ("SMSPORTAL_TRUSTED_PROXY", "192.0.2.1")))
            .Message.ShouldContain("demo");

    [Fact]
    public void Demo_KeepsItsDataApartAndMayCallItsSimulator()
    {
        using var folder = new TestFolder();

        var real = Read(("SMSPORTAL_DATA", folder.Path));
        var demo = Read(("SMSPORTAL_DATA", folder.Path), ("SMSPORTAL_DEMO", "1"), ("SMSPORTAL_DEMO_SIMULATOR", "http://127.0.0.1:5080"));

        demo.DataFolder.ShouldNotBe(real.DataFolder);
        demo.DataFolder.ShouldStartWith(folder.Path);
        demo.AllowPrivateHosts.ShouldBe(["127.0.0.1"]);
        real.AllowPrivateHosts.ShouldBeEmpty();
    }

    [Fact]
    public void MasterKey_GivenTwice_IsRefused()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.At("key"), "x");

        Should.Throw<StartRefusedException>(() => Read(("SMSPORTAL_MASTER_KEY", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))), ("SMSPORTAL_MASTER_KEY_FILE", folder.At("key"))))
            .Message.ShouldContain("name the key once");
    }

    [Fact]
    public void EnvExample_NamesEverySettingThatIsRead()
    {
        var seen = new RecordingConfiguration();
        PortalOptionsReader.Read(seen.Root);
        var text = File.ReadAllText(Repository.File(".env.example"));

        seen.Asked.ShouldNotBeEmpty();
        seen.Asked.Except(["SMSPORTAL_DEMO_SIMULATOR"], StringComparer.Ordinal).ShouldAllBe(name => text.Contains(name + "=", StringComparison.Ordinal));
    }

    private static PortalOptions Read(params (string Name, string Value)[] settings) => PortalOptionsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
