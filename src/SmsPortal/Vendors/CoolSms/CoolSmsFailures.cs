using System.Text.Json;

namespace SmsPortal.Vendors.CoolSms;

/// <summary>What an answer of Cool SMS means before its content is believed. The document shows one failure, <c>{response: 'error', ['unknown token']}</c> (cool-sms:28-36).</summary>
internal static class CoolSmsFailures
{
    /// <summary>The answer as JSON when it is a success.</summary>
    /// <exception cref="VendorException">The vendor says no, or the answer cannot be read.</exception>
    public static JsonElement Accept(VendorAnswer answer)
    {
        var json = TryRead(answer.Text);
        var said = json is { } read ? Texts(read) : [];
        var isError = json?.Text("response", "status", "result")?.ToLowerInvariant() is "error" or "errors" or "fail" or "failed" or "false"
            || json?.Member("errors", "error") is { } errors && IsComplaint(errors);
        if (answer.IsSuccess && !isError)
        {
            return json ?? LenientJson.Parse(answer);
        }

        if (json is null && answer.Status is not (401 or 404) && LooksLikePage(answer.Text))
        {
            throw answer.Unreadable("The vendor answered with a web page.");
        }

        var words = said.Count > 0 ? string.Join("; ", said) : null;
        throw Failure(answer, words);
    }

    /// <summary>True for a 404 that does not come from the call itself: this version does not have it.</summary>
    public static bool IsNoSuchCall(VendorAnswer answer) =>
        answer.Status == 404 && TryRead(answer.Text)?.Member("response") is null;

    private static VendorException Failure(VendorAnswer answer, string? words)
    {
        var lower = words?.ToLowerInvariant() ?? "";
        if (Has("scope", "permission", "privilege", "not allowed"))
        {
            // No field: the token is right, it may not do this.
            return answer.Failed(VendorFailureKind.KeyRejected, words!);
        }

        if (answer.Status == 401 || Has("token", "unauthorized", "unauthenticated", "not authenticated", "authentication"))
        {
            return answer.Failed(VendorFailureKind.KeyRejected, words ?? "The vendor does not accept the token.", CoolSmsClient.TokenField);
        }

        if (answer.Status == 403)
        {
            return answer.Failed(VendorFailureKind.KeyRejected, words ?? "The vendor refuses this call for the token.", words is null ? CoolSmsClient.TokenField : null);
        }

        if (answer.Status == 404 || (Has("number") && Has("invalid", "unknown", "not found", "not valid", "no such")))
        {
            return answer.Failed(VendorFailureKind.NotFound, words ?? "The vendor does not know this call.");
        }

        return Has("too many", "rate limit")
            ? answer.Failed(VendorFailureKind.RateLimited, words!)
            : answer.Failed(VendorFailureKind.Refused, words ?? "The vendor refused without a reason.");

        bool Has(params ReadOnlySpan<string> parts)
        {
            foreach (var part in parts)
            {
                if (lower.Contains(part, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }

    // The key of the list is not known: PHP would write ['response' => 'error', ['unknown token']] with the key "0" (field-notes 1.1 T1).
    private static List<string> Texts(JsonElement json) =>
        [.. json.Member("0", "errors", "error", "message", "messages", "reason") is { } complaint ? Words(complaint) : []];

    private static IEnumerable<string> Words(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Words),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Words(member.Value)),
        JsonValueKind.String when json.AsText() is { Length: > 0 } text => [text],
        _ => [],
    };

    private static bool IsComplaint(JsonElement json) => json.ValueKind == JsonValueKind.True || Words(json).Any();

    private static bool LooksLikePage(string text) => text.AsSpan().TrimStart().StartsWith("<");

    private static JsonElement? TryRead(string text)
    {
        try
        {
            return LenientJson.Parse(new VendorAnswer(200, text, CallEffect.None));
        }
        catch (VendorException)
        {
            return CoolSmsLooseJson.TryParse(text);
        }
    }
}
