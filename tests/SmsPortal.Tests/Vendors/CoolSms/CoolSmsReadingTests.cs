using Shouldly;
using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.Vendors;
using SmsPortal.Vendors.CoolSms;
using Xunit;

namespace SmsPortal.Tests.Vendors.CoolSms;

/// <summary>Which version is called, and what an account's check finds out.</summary>
public sealed class CoolSmsReadingTests : IAsyncLifetime
{
    private const string Ok = """{"response":"ok","lite_queue_window":180}""";
    private readonly CoolSmsVendor _room = new();
    private ScriptedVendor _vendor = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _vendor = await ScriptedVendor.StartAsync(new HandClock(), ("token", "sim-coolsms-token"));

    public ValueTask DisposeAsync() => _vendor.DisposeAsync();

    [Fact]
    public async Task OldVersion_IsUsedWhereTheNewOneIsNotFound_AndRemembered()
    {
        _vendor.Answer("v1/numbers", Payload.Text("CoolSms", "numbers.json"));

        await _room.ListLinesAsync(_vendor.Session, Stop);
        await _room.ListLinesAsync(_vendor.Session, Stop);

        _vendor.Calls.ShouldBe(["v1.5/numbers", "v1/numbers", "v1/numbers"]);
    }

    [Fact]
    public async Task CheckOfTheAccount_TriesTheNewVersionAgain()
    {
        _vendor.Session.Memory.Set(CoolSmsClient.VersionFact, "v1");
        _vendor.Answer("v1.5/status", Ok);
        _vendor.Answer("v1.5/numbers", """{"numbers":[]}""");

        (await _room.CheckAccountAsync(_vendor.Session, Stop)).LiteQueueWindow.ShouldBe(TimeSpan.FromSeconds(180));
    }

    [Fact]
    public async Task CheckOfTheAccount_NotesTheCallsThatTheScopeRefuses()
    {
        _vendor.Answer("v1.5/status", Ok);
        _vendor.Answer("v1.5/numbers", Payload.Text("CoolSms", "numbers.json"));
        _vendor.Answer("v1.5/new_messages", """{"response":"error","errors":["insufficient scope"]}""", 403);

        (await _room.CheckAccountAsync(_vendor.Session, Stop)).Refused.ShouldBe(["new_messages: insufficient scope"]);
    }

    [Fact]
    public async Task CheckOfTheAccount_WithAnUnknownToken_Fails()
    {
        _vendor.Answer("v1.5/status", Payload.Text("CoolSms", "unknown-token.document.txt"));

        var failure = (await Should.ThrowAsync<VendorException>(() => _room.CheckAccountAsync(_vendor.Session, Stop))).Failure;

        failure.Kind.ShouldBe(VendorFailureKind.KeyRejected);
        failure.Field.ShouldBe("token");
    }

    [Fact]
    public async Task NeitherVersion_IsNotFound()
    {
        (await Should.ThrowAsync<VendorException>(() => _room.ListLinesAsync(_vendor.Session, Stop))).Failure.Kind.ShouldBe(VendorFailureKind.NotFound);
        _vendor.Session.Memory.Get<string>(CoolSmsClient.VersionFact).ShouldBeNull();
    }
}
