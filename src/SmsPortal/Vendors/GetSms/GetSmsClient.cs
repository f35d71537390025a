namespace SmsPortal.Vendors.GetSms;

/// <summary>The reading commands of GetSMS. All go by POST form, so that the key is in no URL (field-notes 1.4 T14).</summary>
public static class GetSmsClient
{
    /// <summary><c>cmd=balance</c> (getsms:313-330).</summary>
    /// <exception cref="VendorException">Any failure of <see cref="GetSmsMapping.ToFailureKind"/>, or BadAnswer.</exception>
    public static async Task<decimal> BalanceAsync(VendorSession session, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(session, "balance", [], cancellationToken);
        return GetSmsMapping.ToBalance(GetSmsMapping.Message(answer), answer);
    }

    /// <summary><c>cmd=read_sms</c> (getsms:219-271): at most the three latest texts of the past two days, newest first.</summary>
    /// <param name="session">Where and as whom.</param>
    /// <param name="id">A request's id; with it the other two are ignored.</param>
    /// <param name="mdn">A number.</param>
    /// <param name="service">One service.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public static async Task<IReadOnlyList<GetSmsText>> ReadSmsAsync(VendorSession session, string? id, string? mdn, string? service, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(session, "read_sms", [("id", id), ("mdn", mdn), ("service", service)], cancellationToken);
        return GetSmsMapping.ToTexts(answer);
    }

    /// <summary><c>cmd=request_status</c> (getsms:135-189); <c>message</c> is a list or one object (field-notes 2.4). Not more often than every 15 s.</summary>
    /// <exception cref="VendorException">NotFound "Invalid request ID": also what a deleted bid answers.</exception>
    public static async Task<GetSmsRequest> RequestStatusAsync(VendorSession session, string id, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(session, "request_status", [("id", id)], cancellationToken);
        var requests = GetSmsMapping.Rows(GetSmsMapping.Message(answer), answer, GetSmsRequest.Read);
        return requests.FirstOrDefault(request => request.Id == id) ?? (requests.Count == 1 ? requests[0] : throw answer.Unreadable("The vendor's answer holds no request."));
    }

    /// <summary><c>cmd=list_services</c> (getsms:274-312): all, or the named ones.</summary>
    /// <exception cref="VendorException">NotFound "Invalid service name X".</exception>
    public static async Task<IReadOnlyList<GetSmsService>> ListServicesAsync(VendorSession session, IReadOnlyList<string> services, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(session, "list_services", [("service", services.Count == 0 ? null : string.Join(',', services))], cancellationToken);
        return GetSmsMapping.Rows(GetSmsMapping.Message(answer), answer, GetSmsService.Read);
    }

    private static Task<VendorAnswer> SendAsync(VendorSession session, string command, ReadOnlySpan<(string Name, string? Value)> parameters, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("cmd", command),
            new(GetSmsVendor.UserField, session.Credentials[GetSmsVendor.UserField]),
            new(GetSmsVendor.KeyField, session.Credentials[GetSmsVendor.KeyField]),
        ];
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                form.Add(new(name, value));
            }
        }

        return session.Http.SendAsync(new VendorRequest(HttpMethod.Post, new Uri(session.BaseAddress, "api_command.php")) { Form = form }, cancellationToken);
    }
}
