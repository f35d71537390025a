using System.Text.Json;

namespace SmsPortal.Vendors.SmsPool;

/// <summary>How every call goes: a POST form that carries the key, so that it is in no URL (smspool:6-7, field-notes "ten things", 9).</summary>
internal static class SmsPoolCalls
{
    /// <summary>The credential field, and the form field, of the key.</summary>
    public const string KeyField = "key";

    /// <summary>Calls and reads the answer.</summary>
    /// <param name="session">Where and as whom.</param>
    /// <param name="path">The endpoint below the base address.</param>
    /// <param name="fields">The parameters without the key; those that are null are left out.</param>
    /// <param name="read">Turns the answer into a record, or throws FormatException.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    /// <exception cref="VendorException">The vendor says no, or the answer has another shape.</exception>
    public static async Task<T> ReadAsync<T>(
        VendorSession session, string path, IReadOnlyList<(string Name, string? Value)> fields, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        Believe(await SendAsync(session, path, fields, cancellationToken), read);

    /// <summary>The call alone; its answer may still be a failure.</summary>
    public static Task<VendorAnswer> SendAsync(VendorSession session, string path, IReadOnlyList<(string Name, string? Value)> fields, CancellationToken cancellationToken) =>
        session.Http.SendAsync(
            new VendorRequest(HttpMethod.Post, new Uri(session.BaseAddress, path))
            {
                Form =
                [
                    KeyValuePair.Create(KeyField, session.Credentials[KeyField]),
                    .. fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!)),
                ],
            },
            cancellationToken);

    /// <summary>The record of an answer that is a success and has the right shape.</summary>
    public static T Believe<T>(VendorAnswer answer, Func<JsonElement, T> read)
    {
        try
        {
            return read(SmsPoolFailures.Accept(answer));
        }
        catch (Exception strange) when (strange is FormatException or InvalidOperationException)
        {
            throw answer.Unreadable(strange is FormatException ? strange.Message : "The vendor's answer holds text that is not Unicode.");
        }
    }
}
