namespace SmsPortal.Vendors.SmsPins;

/// <summary>The calls of SMSPins: GET with path segments, the key first of them. Some have effects although they are GET (field-notes, "ten things", 7).</summary>
public static class SmsPinsClient
{
    /// <summary><c>bulk_sms/telephones</c> (smspins:18-49).</summary>
    /// <exception cref="VendorException">KeyRejected: a refusal of this call can mean nothing else.</exception>
    public static async Task<VendorLines> TelephonesAsync(VendorSession session, CancellationToken cancellationToken) =>
        SmsPinsMapping.ToLines(await SendAsync(session, CallEffect.None, cancellationToken, "bulk_sms", "telephones"));

    /// <summary><c>bulk_sms/request/{telephone_id}</c> (smspins:51-86): asks for a check; returns its id.</summary>
    /// <exception cref="VendorException">NotFound "Unable to find Telephone ID"; OutcomeUnknown when the answer is lost.</exception>
    public static async Task<string> RequestCheckAsync(VendorSession session, string telephoneId, CancellationToken cancellationToken) =>
        SmsPinsMapping.One(await SendAsync(session, CallEffect.Changes, cancellationToken, "bulk_sms", "request", telephoneId), SmsPinsCheck.Read).RequestId;

    /// <summary><c>bulk_sms/status/{request_id}</c> (smspins:88-148); not more often than every 10 s.</summary>
    /// <exception cref="VendorException">NotFound "Unable to find request".</exception>
    public static async Task<SmsPinsCheck> CheckStatusAsync(VendorSession session, string requestId, CancellationToken cancellationToken) =>
        SmsPinsMapping.One(await SendAsync(session, CallEffect.None, cancellationToken, "bulk_sms", "status", requestId), SmsPinsCheck.Read);

    /// <summary><c>bulk_sms/cancel/{request_id}</c> (smspins:150-195): only while PENDING.</summary>
    /// <exception cref="VendorException">Refused "Perhaps time to cancel request has elapsed": too late or cancelled before; NotFound.</exception>
    public static async Task CancelCheckAsync(VendorSession session, string requestId, CancellationToken cancellationToken) =>
        SmsPinsMapping.Data(await SendAsync(session, CallEffect.Changes, cancellationToken, "bulk_sms", "cancel", requestId));

    /// <summary><c>bulk_sms/smses_by_tid/{telephone_id}</c> (smspins:197-242): the checks that brought texts, newest first.</summary>
    public static async Task<IReadOnlyList<SmsPinsCheck>> TextsAsync(VendorSession session, string telephoneId, CancellationToken cancellationToken) =>
        SmsPinsMapping.Rows(await SendAsync(session, CallEffect.None, cancellationToken, "bulk_sms", "smses_by_tid", telephoneId), SmsPinsCheck.Read);

    /// <summary><c>bulk_sms/autocheck/{telephone_id}/enable|disable</c> (smspins:244-283).</summary>
    /// <exception cref="VendorException">NotFound "Unable to find Telephone ID".</exception>
    public static async Task SetAutoCheckAsync(VendorSession session, string telephoneId, bool enabled, CancellationToken cancellationToken) =>
        SmsPinsMapping.Data(await SendAsync(session, CallEffect.Changes, cancellationToken, "bulk_sms", "autocheck", telephoneId, enabled ? "enable" : "disable"));

    /// <summary><c>nc/requests</c> (smspins:319-361): the number changes of the last 48 hours.</summary>
    public static async Task<IReadOnlyList<SmsPinsNumberChange>> NumberChangesAsync(VendorSession session, CancellationToken cancellationToken) =>
        SmsPinsMapping.Rows(await SendAsync(session, CallEffect.None, cancellationToken, "nc", "requests"), SmsPinsNumberChange.Read);

    /// <summary><c>nc/status/{request_id}</c> (smspins:363-421).</summary>
    /// <exception cref="VendorException">NotFound "Unable to find request".</exception>
    public static async Task<SmsPinsNumberChange> NumberChangeStatusAsync(VendorSession session, string requestId, CancellationToken cancellationToken) =>
        SmsPinsMapping.One(await SendAsync(session, CallEffect.None, cancellationToken, "nc", "status", requestId), SmsPinsNumberChange.Read);

    private static Task<VendorAnswer> SendAsync(VendorSession session, CallEffect effect, CancellationToken cancellationToken, params ReadOnlySpan<string> segments)
    {
        var path = Uri.EscapeDataString(session.Credentials[SmsPinsVendor.KeyField]);
        foreach (var segment in segments)
        {
            path += "/" + Uri.EscapeDataString(segment);
        }

        return session.Http.SendAsync(new VendorRequest(HttpMethod.Get, new Uri(session.BaseAddress, path), effect), cancellationToken);
    }
}
