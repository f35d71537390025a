using System.Text.Json;

namespace SmsPortal.Vendors.CoolSms;

/// <summary>The reading calls of the Cool SMS document. Every call is a POST with a JSON body and the token in a header (cool-sms:41).</summary>
internal sealed class CoolSmsClient(VendorSession session)
{
    /// <summary>The credential field of the Personal Access Token.</summary>
    public const string TokenField = "token";

    /// <summary>The name in <see cref="VendorSession.Memory"/> of the version that works when it is not v1.5.</summary>
    public const string VersionFact = "coolsms.version";

    private const string Newest = "v1.5";
    private const string Oldest = "v1";

    /// <summary>Tries the newest version again at the next call.</summary>
    public void ForgetVersion() => session.Memory.Set(VersionFact, null);

    /// <summary>v1.5/status, v1/status: whether the token works, and the least time between wake-ups of Lite lines (cool-sms:38-50).</summary>
    public Task<CoolSmsStatus> StatusAsync(CancellationToken cancellationToken) =>
        PostAsync("status", "{}", CoolSmsStatus.Read, cancellationToken);

    /// <summary>v1.5/numbers, v1/numbers: the numbers of the account (cool-sms:52-68).</summary>
    public Task<IReadOnlyList<CoolSmsNumber>> NumbersAsync(CancellationToken cancellationToken) =>
        PostAsync("numbers", "{}", CoolSmsNumber.ReadList, cancellationToken);

    /// <summary>v1.5/new_messages, v1/new_messages: the texts of a number, never marked as deleted, so that a lost answer loses nothing (cool-sms:70-86, field-notes 1.1 T7).</summary>
    public Task<IReadOnlyList<CoolSmsText>> NewMessagesAsync(string number, CancellationToken cancellationToken) =>
        PostAsync("new_messages", JsonSerializer.Serialize(new { number, mark_as_deleted = false }), CoolSmsText.ReadList, cancellationToken);

    private async Task<T> PostAsync<T>(string call, string body, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var version = session.Memory.Get<string>(VersionFact) ?? Newest;
        var answer = await SendAsync(version, call, body, cancellationToken);
        if (version == Newest && CoolSmsFailures.IsNoSuchCall(answer))
        {
            answer = await SendAsync(Oldest, call, body, cancellationToken);
            if (!CoolSmsFailures.IsNoSuchCall(answer))
            {
                session.Memory.Set(VersionFact, Oldest);
            }
        }

        try
        {
            return read(CoolSmsFailures.Accept(answer));
        }
        catch (Exception strange) when (strange is FormatException or InvalidOperationException)
        {
            throw answer.Unreadable(strange.Message);
        }
    }

    private Task<VendorAnswer> SendAsync(string version, string call, string body, CancellationToken cancellationToken) =>
        session.Http.SendAsync(
            new VendorRequest(HttpMethod.Post, new Uri(session.BaseAddress, $"{version}/{call}"))
            {
                Json = body,
                Headers = new Dictionary<string, string> { ["X-Auth-Token"] = session.Credentials[TokenField] },
            },
            cancellationToken);
}
