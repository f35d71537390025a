using System.Globalization;
using System.Text.Json.Nodes;

namespace SmsPortal.Vendors.JookSms;

/// <summary>The reading calls of JookSMS. Every one carries the session's token; all may throw what <see cref="JookSmsMapping.Failure"/> names.</summary>
public static class JookSmsClient
{
    /// <summary><c>POST oauth/access_token</c> (jooksms:11-20): asks for a new token and so checks the credentials.</summary>
    /// <exception cref="VendorException">KeyRejected with the field.</exception>
    public static Task CheckTokenAsync(VendorSession session, CancellationToken cancellationToken) => JookSmsToken.RenewAsync(session, cancellationToken);

    /// <summary><c>GET sms/{id}</c> (jooksms:27-62).</summary>
    /// <exception cref="VendorException">NotFound.</exception>
    public static async Task<JookSmsText> SmsAsync(VendorSession session, long id, CancellationToken cancellationToken) =>
        JookSmsMapping.One(await GetAsync(session, $"sms/{id.ToString(CultureInfo.InvariantCulture)}", cancellationToken), JookSmsText.Read);

    /// <summary><c>GET sms/by_external/{external id}</c> (jooksms:63-98).</summary>
    /// <exception cref="VendorException">NotFound.</exception>
    public static async Task<JookSmsText> SmsByExternalIdAsync(VendorSession session, long externalId, CancellationToken cancellationToken) =>
        JookSmsMapping.One(await GetAsync(session, $"sms/by_external/{externalId.ToString(CultureInfo.InvariantCulture)}", cancellationToken), JookSmsText.Read);

    /// <summary><c>GET sms/</c> (jooksms:234-604): 15 texts a page, both directions, newest first; pages count from 1.</summary>
    public static Task<JookSmsPage<JookSmsText>> SmsPageAsync(VendorSession session, int page, CancellationToken cancellationToken) =>
        PageAsync(session, "sms", page, JookSmsText.Read, cancellationToken);

    /// <summary><c>POST sms/search/messages</c> (jooksms:873-917): reads although it is a POST.</summary>
    public static async Task<JookSmsPage<JookSmsText>> SearchAsync(VendorSession session, JookSmsSearch search, int page, CancellationToken cancellationToken)
    {
        var body = new JsonObject();
        Add("number", search.Number);
        Add("from_date", Date(search.From));
        Add("to_date", Date(search.To));
        Add("query", search.Query);
        var path = page > 1 ? $"sms/search/messages?page={page.ToString(CultureInfo.InvariantCulture)}" : "sms/search/messages";
        var request = new VendorRequest(HttpMethod.Post, new Uri(session.BaseAddress, path)) { Json = body.ToJsonString() };
        return JookSmsMapping.Page(await JookSmsToken.SendAsync(session, request, cancellationToken), page, JookSmsText.Read);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                body[name] = value;
            }
        }
    }

    /// <summary><c>GET contact/{id}</c> (jooksms:606-627).</summary>
    /// <exception cref="VendorException">NotFound.</exception>
    public static async Task<JookSmsContact> ContactAsync(VendorSession session, long id, CancellationToken cancellationToken) =>
        JookSmsMapping.One(await GetAsync(session, $"contact/{id.ToString(CultureInfo.InvariantCulture)}", cancellationToken), JookSmsContact.Read);

    /// <summary><c>GET contact/</c> (jooksms:668-839): 15 a page.</summary>
    public static Task<JookSmsPage<JookSmsContact>> ContactPageAsync(VendorSession session, int page, CancellationToken cancellationToken) =>
        PageAsync(session, "contact", page, JookSmsContact.Read, cancellationToken);

    /// <summary><c>GET contact_group/</c> (jooksms:840-872): 15 a page.</summary>
    public static Task<JookSmsPage<JookSmsContactGroup>> ContactGroupPageAsync(VendorSession session, int page, CancellationToken cancellationToken) =>
        PageAsync(session, "contact_group", page, JookSmsContactGroup.Read, cancellationToken);

    // The document asks for "sms/" and links to "sms?page=2" (field-notes 1.3 T7): each in its own form.
    private static async Task<JookSmsPage<T>> PageAsync<T>(VendorSession session, string list, int page, Func<System.Text.Json.JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class =>
        JookSmsMapping.Page(await GetAsync(session, page > 1 ? $"{list}?page={page.ToString(CultureInfo.InvariantCulture)}" : $"{list}/", cancellationToken), page, read);

    private static Task<VendorAnswer> GetAsync(VendorSession session, string path, CancellationToken cancellationToken) =>
        JookSmsToken.SendAsync(session, new VendorRequest(HttpMethod.Get, new Uri(session.BaseAddress, path)), cancellationToken);

    // "2018/03/01 00:00 +0000": four digits of offset, the only form all samples share (field-notes 1.3 T9).
    private static string? Date(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy'/'MM'/'dd HH':'mm '+0000'", CultureInfo.InvariantCulture);
}
