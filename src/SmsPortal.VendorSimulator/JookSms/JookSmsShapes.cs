using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.JookSms;

/// <summary>Answers in the shape of league/fractal, older (document) and newer (observed).</summary>
internal static class JookSmsShapes
{
    public const int PerPage = 15;

    public static VendorAnswer Ok(JsonNode data) => VendorAnswer.Json(new JsonObject { ["data"] = data, ["result"] = "ok" });

    /// <summary>league/oauth2-server 4: the error and its description.</summary>
    public static VendorAnswer Error(Simulator simulator, int status, string error, string description) => simulator.Settings.JookSmsErrorsWith200
        ? VendorAnswer.Json(new JsonObject { ["result"] = "error", ["message"] = description })
        : VendorAnswer.Json(new JsonObject { ["error"] = error, ["error_description"] = description }, status);

    public static JsonObject Message(JookSmsAccount account, JookSmsMessage message, bool observed)
    {
        var shape = new JsonObject();
        var contact = account.Contacts.FindLast(contact => JookSmsWorld.Digits(contact.MainPhone) == JookSmsWorld.Digits(message.Number));
        if (contact is not null)
        {
            shape["contact"] = new JsonObject { ["data"] = Contact(contact, withReference: false) };
        }
        else if (observed)
        {
            shape["contact"] = new JsonObject { ["data"] = new JsonArray() };
        }

        shape["content"] = message.Content;
        shape["created"] = new JsonObject
        {
            ["date"] = VendorTimes.Format(message.Created.ToUniversalTime(), "yyyy-MM-dd HH:mm:ss'.000000'"),
            ["timezone"] = "UTC",
            ["timezone_type"] = 3,
        };
        shape["direction"] = message.IsIncoming ? "incoming" : "sending";
        shape["external_id"] = message.ExternalId;
        shape["id"] = message.Id;
        shape["number"] = message.Number;
        shape["status"] = message.Status;
        return shape;
    }

    /// <summary>Search answers differently: ISO times, and <c>updated</c> (jooksms:893-903).</summary>
    public static JsonObject Found(JookSmsMessage message) => new()
    {
        ["id"] = message.Id,
        ["external_id"] = message.ExternalId,
        ["direction"] = message.IsIncoming ? "incoming" : "sending",
        ["status"] = message.Status,
        ["number"] = message.Number,
        ["content"] = message.Content,
        ["created"] = Iso(message.Created),
        ["updated"] = Iso(message.Updated ?? message.Created),
    };

    public static JsonObject Contact(JookSmsContact contact, bool withReference)
    {
        var shape = new JsonObject
        {
            ["display_name"] = contact.DisplayName,
            ["first_name"] = contact.FirstName,
            ["id"] = contact.Id,
            ["is_public"] = contact.IsFresh ? null : 0,
            ["last_name"] = contact.LastName,
            ["main_phone"] = contact.MainPhone,
        };
        if (withReference)
        {
            shape["reference"] = contact.Reference;
        }

        shape["status"] = contact.IsFresh ? null : 0;
        return shape;
    }

    /// <summary>The page that was asked for, with links as the vendor writes them: without the trailing slash.</summary>
    public static VendorAnswer Page<T>(IReadOnlyList<T> all, VendorCall call, Func<T, JsonNode> shape)
    {
        var page = Math.Max(1, call.Number("page") ?? 1);
        var pages = Math.Max(1, (all.Count + PerPage - 1) / PerPage);
        var rows = all.Skip((page - 1) * PerPage).Take(PerPage).Select(shape).ToArray<JsonNode?>();
        var links = new JsonObject();
        if (page > 1)
        {
            links["previous"] = Link(call, page - 1);
        }

        if (page < pages)
        {
            links["next"] = Link(call, page + 1);
        }

        return VendorAnswer.Json(new JsonObject
        {
            ["result"] = "ok",
            ["meta"] = new JsonObject
            {
                ["pagination"] = new JsonObject
                {
                    ["count"] = rows.Length,
                    ["current_page"] = page,

                    // An empty PHP array is a list; newer versions of the library make an object of it.
                    ["links"] = links.Count == 0 && !call.Observed ? new JsonArray() : links,
                    ["per_page"] = PerPage,
                    ["total"] = all.Count,
                    ["total_pages"] = pages,
                },
            },
            ["data"] = new JsonArray(rows),
        });
    }

    private static string Link(VendorCall call, int page) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{call.Root}/jooksms/api/v1/{call.Path}?page={page}");

    private static string Iso(DateTimeOffset time) => VendorTimes.Format(time.ToUniversalTime(), "yyyy-MM-dd'T'HH:mm:ss'+00:00'");
}
