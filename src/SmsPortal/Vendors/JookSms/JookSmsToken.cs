namespace SmsPortal.Vendors.JookSms;

/// <summary>The session token: asked for with id and secret, valid for one hour (jooksms:6-25), kept in the node's memory, renewed before its end and once when the vendor refuses it.</summary>
internal static class JookSmsToken
{
    private const string MemoryName = "jooksms.token";
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    /// <summary>Sends a call with the token.</summary>
    public static async Task<VendorAnswer> SendAsync(VendorSession session, VendorRequest request, CancellationToken cancellationToken)
    {
        var kept = session.Memory.Get<Grant>(MemoryName) is { } grant && session.Time.GetUtcNow() < grant.RenewAt ? grant : null;
        var answer = await SendAsync(session, request, kept ?? await RenewAsync(session, cancellationToken), cancellationToken);
        return kept is not null && JookSmsMapping.AsksForNewToken(answer)
            ? await SendAsync(session, request, await RenewAsync(session, cancellationToken), cancellationToken)
            : answer;
    }

    /// <summary>Asks for a new token, whatever is kept: the check of the credentials.</summary>
    /// <exception cref="VendorException">KeyRejected with the field when the vendor refuses id or secret. Its <see cref="VendorFailure.Raw"/> is empty: the answer may hold a token.</exception>
    public static async Task<Grant> RenewAsync(VendorSession session, CancellationToken cancellationToken)
    {
        session.Memory.Set(MemoryName, null);
        try
        {
            var answer = await AskAsync(session, withGrantType: false, cancellationToken);

            // The document sends no grant_type, which OAuth2 servers normally demand (field-notes 1.3 T2).
            if (answer.Status == 400 && answer.Text.Contains("grant", StringComparison.OrdinalIgnoreCase))
            {
                answer = await AskAsync(session, withGrantType: true, cancellationToken);
            }

            var grant = Read(answer, session.Time.GetUtcNow());
            session.Memory.Set(MemoryName, grant);
            return grant;
        }
        catch (VendorException failed)
        {
            throw new VendorException(failed.Failure with { Raw = null });
        }
    }

    private static Task<VendorAnswer> AskAsync(VendorSession session, bool withGrantType, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> form =
        [
            new(JookSmsVendor.IdField, session.Credentials[JookSmsVendor.IdField]),
            new(JookSmsVendor.SecretField, session.Credentials[JookSmsVendor.SecretField]),
        ];
        if (withGrantType)
        {
            form.Add(new("grant_type", "client_credentials"));
        }

        return session.Http.SendAsync(new VendorRequest(HttpMethod.Post, new Uri(session.BaseAddress, "oauth/access_token")) { Form = form }, cancellationToken);
    }

    private static async Task<VendorAnswer> SendAsync(VendorSession session, VendorRequest request, Grant grant, CancellationToken cancellationToken)
    {
        var answer = await session.Http.SendAsync(request with { Bearer = grant.Token }, cancellationToken);
        return answer with { Text = answer.Text.Replace(grant.Token, "***", StringComparison.Ordinal) };
    }

    // {"access_token":"…","token_type":"Bearer","expires_in":3600}
    internal static Grant Read(VendorAnswer answer, DateTimeOffset now)
    {
        if (answer.Status is 400 or 401 or 403)
        {
            throw Refused(answer);
        }

        if (!answer.IsSuccess)
        {
            throw answer.Failed(answer.Status == 404 ? VendorFailureKind.NotFound : VendorFailureKind.BadAnswer, $"The vendor answered {answer.Status} to the request for a token.");
        }

        var json = LenientJson.Parse(answer);
        if (json.Text("access_token") is not { Length: > 0 } token)
        {
            throw json.Member("error", "message") is null ? answer.Unreadable("The vendor's answer holds no token.") : Refused(answer);
        }

        var lifetime = TimeSpan.FromSeconds(Math.Clamp(json.Number("expires_in") ?? 3600, 0, 86_400));
        var margin = lifetime / 10 < LongestMargin ? lifetime / 10 : LongestMargin;
        return new Grant(token, now + lifetime - margin);
    }

    private static VendorException Refused(VendorAnswer answer)
    {
        var failure = JookSmsMapping.Failure(answer, Parse(answer)).Failure;
        var rejects = answer.Status is 401 or 403 || failure.Kind is VendorFailureKind.KeyRejected || Mentions("client");
        return rejects
            ? answer.Failed(VendorFailureKind.KeyRejected, failure.Message, Mentions(JookSmsVendor.IdField) ? JookSmsVendor.IdField : JookSmsVendor.SecretField)
            : new VendorException(failure);

        bool Mentions(string word) => answer.Text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    private static System.Text.Json.JsonElement? Parse(VendorAnswer answer)
    {
        try
        {
            return LenientJson.Parse(answer);
        }
        catch (VendorException)
        {
            return null;
        }
    }

    /// <summary>A token and when to ask for the next.</summary>
    internal sealed record Grant(string Token, DateTimeOffset RenewAt)
    {
        public override string ToString() => "***";
    }
}
