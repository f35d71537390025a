using System.Globalization;
using SmsPortal.Intake;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Web.Webhooks;

/// <summary>
/// What vendors post to us. The unguessable path is the authentication: wrong path → 404 and no row; right path → exactly 200, and only once the text is
/// durable (getsms:331-335: anything but 200 is sent again). Nothing is redirected here.
/// </summary>
public static class VendorWebhooks
{
    /// <summary>Bytes of a post above which it is refused; a text has far fewer.</summary>
    private const int LargestPost = 64 * 1024;

    /// <summary>The path of an account's webhooks: <c>/hooks/getsms/SECRET</c>.</summary>
    public static string PathOf(string vendorKey, string secret) => $"/hooks/{vendorKey}/{secret}";

    public static void MapVendorWebhooks(this IEndpointRouteBuilder app) =>
        app.MapPost("/hooks/{vendor}/{secret}", TakeAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> TakeAsync(string vendor, string secret, HttpContext http, WebhookPaths paths, VendorRegistry vendors, MessageIntake intake, LineWriter lines,
        UnreadablePosts unreadable, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        try
        {
            if (await paths.FindAsync(secret, cancellationToken) is not { } account || account.VendorKey != vendor || vendors.Find(vendor) is not IReceiveWebhooks reader)
            {
                return Results.NotFound();
            }

            if (await ReadAsync(http.Request, cancellationToken) is not { } body)
            {
                return Results.Text("The post is too large.", statusCode: StatusCodes.Status413PayloadTooLarge);
            }

            var post = new WebhookPost(http.Request.ContentType, body);
            var said = reader.ReadWebhook(post);
            if (said.Unreadable is { } why)
            {
                await unreadable.KeepAsync(account.Id, post, why, cancellationToken);
                return Ok();
            }

            await StoreAsync(account, said, intake, lines, cancellationToken);
            return Ok();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it was, nothing counts as taken in: the vendor sends it again.
            loggers.CreateLogger(typeof(VendorWebhooks)).LogWarning("A webhook of {Vendor} was not stored and will be sent again: {Reason}", vendor, failure.Message);
            http.Response.Headers.RetryAfter = 10.ToString(CultureInfo.InvariantCulture);
            return Results.Text("Not stored; please send again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task StoreAsync(VendorAccount account, WebhookReading said, MessageIntake intake, LineWriter lines, CancellationToken cancellationToken)
    {
        foreach (var won in said.Assigned)
        {
            await lines.EnsureAsync(account.Id, new VendorLine("request:" + won.RequestId, LineKind.OneTime) { Number = won.Number, Service = won.Service }, cancellationToken);
        }

        if (said.Messages.Count > 0)
        {
            await intake.TakeInOrRefuseAsync(account.Id, said.Messages, cancellationToken);
        }
    }

    private static IResult Ok() => Results.Text("ok");

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestPost)
        {
            return null;
        }

        if (request.ContentLength is { } length)
        {
            var whole = new byte[length];
            await request.Body.ReadExactlyAsync(whole, cancellationToken);
            return whole;
        }

        using var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + count > LargestPost)
            {
                return null;
            }

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }
}
