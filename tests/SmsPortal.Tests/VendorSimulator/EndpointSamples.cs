using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator;

namespace SmsPortal.Tests.VendorSimulator;

/// <summary>How to call an endpoint so that it succeeds, and the members its answer must then have in both dialects.</summary>
internal sealed record EndpointSample(string Vendor, string Endpoint, Func<SimulatorServer, Task<JsonNode>> CallAsync, string Members);

internal static class EndpointSamples
{
    public static IReadOnlyList<EndpointSample> All { get; } =
    [
        Cool("v1/status", "response,lite_queue_window"),
        Cool("v1.5/status", "response,lite_queue_window"),
        Cool("v1/numbers", "numbers.0.number,numbers.0.ordinal,numbers.0.type"),
        Cool("v1.5/numbers", "numbers.0.number,numbers.0.ordinal,numbers.0.type"),
        new(VendorNames.CoolSms, "v1/new_messages", server => NewMessagesAsync(server, "v1/new_messages"), "0.number"),
        new(VendorNames.CoolSms, "v1.5/new_messages", server => NewMessagesAsync(server, "v1.5/new_messages"), "0.number"),
        Cool("v1/reboot_line", "response", new { number = "2125550100" }),
        Cool("v1.5/wakeup_line", "response,length", new { number = "2125550104" }),
        Cool("v1/set_label", "response", new { number = "2125550100", label = "x" }),
        Cool("v1/create_group", "response", new { group_name = "new" }),
        Cool("v1/assign_group", "response", new { number = "2125550104", group_name = "Lite B" }),

        Pool("country/retrieve_all", "0.ID,0.name,0.region"),
        Pool("service/retrieve_all", "0.ID,0.name"),
        Pool("request/balance", "balance"),
        new(VendorNames.SmsPool, "request/history", server => AfterOrderAsync(server, _ => server.SmsPoolAsync("request/history")), "0.order_code,0.timestamp"),
        new(VendorNames.SmsPool, "request/active", server => AfterOrderAsync(server, _ => server.SmsPoolAsync("request/active")), "0.order_code,0.phonenumber,0.code,0.full_code,0.short_name,0.service,0.status,0.expiry,0.timestamp"),
        Pool("request/price", "price", ("country", "US"), ("service", "Telegram")),
        Pool("request/suggested_countries", "0.pool,0.country_id,0.name,0.short_name,0.price", ("service", "Telegram")),
        Pool("purchase/sms", "success,number,order_id,country,service,pool,expires_in,message", ("country", "US"), ("service", "Telegram")),
        new(VendorNames.SmsPool, "sms/check", server => AfterOrderAsync(server, code => server.SmsPoolAsync("sms/check", ("orderid", code))), "status,expiration"),
        new(VendorNames.SmsPool, "sms/resend", ResendAsync, "success,message"),
        new(VendorNames.SmsPool, "sms/cancel", CancelAsync, "success"),
        Pool("request/archive", "success,message"),
        Pool("rental/retrieve_all", "", ("type", "1")),
        Pool("purchase/rental", "success,phonenumber,days,rental_code,expiry", ("id", "0"), ("days", "7")),
        new(VendorNames.SmsPool, "rental/retrieve_messages", RentalMessagesAsync, "success,messages.0.message,messages.0.timestamp,source"),
        new(VendorNames.SmsPool, "rental/retrieve_status", server => OnRentalAsync(server, "rental/retrieve_status.php"), "status.expiry,status.available,status.phonenumber,status.activeFor"),
        new(VendorNames.SmsPool, "rental/refund", RefundAsync, "success,message"),
        new(VendorNames.SmsPool, "rental/extend", server => OnRentalAsync(server, "rental/extend.php", ("days", "7")), "success,message"),
        Pool("pool/retrieve_all", "0.ID,0.name"),
        Pool("request/areacodes", "0", ("country", "1"), ("service", "Telegram")),
        Pool("request/success_rate", "0.country_id,0.price,0.success_rate", ("service", "Telegram")),
        Pool("request/pricing", "0.service,0.country,0.pool,0.price", ("country", "1"), ("service", "907")),
        Pool("sms/stock", "success,amount", ("country", "1"), ("service", "907")),
        Pool("rental/history", "0.ID,0.action,0.cost,0.rental,0.timestamp"),
        new(VendorNames.SmsPool, "rental/auto_extend", server => OnRentalAsync(server, "rental/auto_extend"), "success,auto_extend"),

        new(VendorNames.JookSms, "oauth/access_token", async server => new JsonObject { ["access_token"] = await server.JookSmsTokenAsync() }, "access_token"),
        Jook("sms/get", "data.content,data.created.date,data.direction,data.id,data.number,data.status,result", async server => await server.JookSmsAsync(HttpMethod.Get, "sms/" + await SentAsync(server))),
        Jook("sms/by_external", "data.external_id,result", async server =>
        {
            await SentAsync(server);
            return await server.JookSmsAsync(HttpMethod.Get, "sms/by_external/999");
        }),
        Jook("sms/send", "data.id,data.external_id,data.contact.data.display_name,result", server => server.JookSmsAsync(HttpMethod.Post, "sms/", Draft)),
        Jook("sms/to_many", "result,ids.0", server => server.JookSmsAsync(HttpMethod.Post, "sms/to_many", new { body = "x", list = new[] { new { to = "+12025550101" } } })),
        Jook("sms/many", "result,ids.0", server => server.JookSmsAsync(HttpMethod.Post, "sms/many", new { list = new[] { new { to = "+12025550101", body = "x" } } })),
        Jook("sms/list", "result,meta.pagination.total,data.0.id", async server =>
        {
            await SentAsync(server);
            return await server.JookSmsAsync(HttpMethod.Get, "sms/");
        }),
        Jook("contact/get", "data.display_name,data.main_phone,result", server => server.JookSmsAsync(HttpMethod.Get, "contact/12272")),
        Jook("contact/create", "data.id,result", server => server.JookSmsAsync(HttpMethod.Post, "contact/", new { first_name = "John", last_name = "Doe", main_phone = "+12025550102" })),
        Jook("contact/list", "result,meta.pagination.per_page,data.0.id", server => server.JookSmsAsync(HttpMethod.Get, "contact/")),
        Jook("contact_group/list", "result,data.0.id,data.0.name", server => server.JookSmsAsync(HttpMethod.Get, "contact_group/")),
        Jook("sms/search", "result,data.0.created,data.0.updated", async server =>
        {
            await SentAsync(server);
            return await server.JookSmsAsync(HttpMethod.Post, "sms/search/messages", new { query = "test" });
        }),

        Get("request", "status,message.0.id,message.0.mdn,message.0.price,message.0.till_expiration", server => server.GetSmsAsync("request", ("service", "Amazon"))),
        Get("request_status", "status,message", async server => await server.GetSmsAsync("request_status", ("id", await RequestAsync(server)))),
        Get("reject", "status,message", async server => await server.GetSmsAsync("reject", ("id", await RequestAsync(server)))),
        Get("read_sms", "status,message.0.timestamp,message.0.date_time,message.0.from,message.0.to,message.0.service,message.0.price,message.0.reply,message.0.pin", async server =>
        {
            await server.DeliverAsync(VendorNames.GetSms, "G-123456 is your code");
            return await server.GetSmsAsync("read_sms");
        }),
        Get("list_services", "status,message.0.name,message.0.price,message.0.otp_available,message.0.recommended_markup", server => server.GetSmsAsync("list_services", ("service", "Google"))),
        Get("balance", "status,message", server => server.GetSmsAsync("balance")),

        Pins("bulk_sms/telephones", "success,data.0.telephone_id,data.0.telephone,data.0.added_at,data.0.expired_at", server => server.SmsPinsAsync("bulk_sms/telephones")),
        Pins("bulk_sms/request", "success,data.0.request_id", server => server.SmsPinsAsync("bulk_sms/request/23354")),
        Pins("bulk_sms/status", "success,data.request_id,data.status,data.queued_at", async server => await server.SmsPinsAsync("bulk_sms/status/" + await CheckAsync(server))),
        Pins("bulk_sms/cancel", "success,data.request_id", async server => await server.SmsPinsAsync("bulk_sms/cancel/" + await CheckAsync(server))),
        Pins("bulk_sms/smses_by_tid", "success,data.0.smses,data.0.telephone", async server =>
        {
            await server.DeliverAsync(VendorNames.SmsPins, "Test SMS 1", line: "23354");
            await CheckAsync(server);
            server.Advance(60);
            return await server.SmsPinsAsync("bulk_sms/smses_by_tid/23354");
        }),
        Pins("bulk_sms/autocheck", "success", server => server.SmsPinsAsync("bulk_sms/autocheck/23354/enable")),
        Pins("nc/request", "success,data.0.request_id", server => server.SmsPinsAsync("nc/request/23354/95129")),
        Pins("nc/requests", "success,data.0.request_id,data.0.last_telephone", async server =>
        {
            await ChangeAsync(server);
            return await server.SmsPinsAsync("nc/requests");
        }),
        Pins("nc/status", "success,data.status,data.last_telephone,data.submitted_at", async server => await server.SmsPinsAsync("nc/status/" + await ChangeAsync(server))),
        Pins("nc/cancel", "success,data.request_id", async server => await server.SmsPinsAsync("nc/cancel/" + await ChangeAsync(server))),
    ];

    private static object Draft => new { to = "+50768819519", body = "Just a test", from = "50672004393", external_id = 999 };

    private static EndpointSample Cool(string endpoint, string members, object? body = null) =>
        new(VendorNames.CoolSms, endpoint, server => server.CoolSmsAsync(endpoint, body), members);

    private static EndpointSample Pool(string endpoint, string members, params (string, string)[] fields) =>
        new(VendorNames.SmsPool, endpoint, server => server.SmsPoolAsync(endpoint, fields), members);

    private static EndpointSample Jook(string endpoint, string members, Func<SimulatorServer, Task<JsonNode>> callAsync) =>
        new(VendorNames.JookSms, endpoint, callAsync, members);

    private static EndpointSample Get(string endpoint, string members, Func<SimulatorServer, Task<JsonNode>> callAsync) =>
        new(VendorNames.GetSms, endpoint, callAsync, members);

    private static EndpointSample Pins(string endpoint, string members, Func<SimulatorServer, Task<JsonNode>> callAsync) =>
        new(VendorNames.SmsPins, endpoint, callAsync, members);

    // The one answer whose root differs: an object with messages, or the list itself.
    private static async Task<JsonNode> NewMessagesAsync(SimulatorServer server, string path)
    {
        await server.DeliverAsync(VendorNames.CoolSms, "hello", number: "2125550100");
        var answer = await server.CoolSmsAsync(path, new { number = "2125550100", mark_as_deleted = false });
        return answer is JsonObject ? answer["messages"]! : answer;
    }

    private static async Task<JsonNode> AfterOrderAsync(SimulatorServer server, Func<string, Task<JsonNode>> callAsync) =>
        await callAsync(SimulatorServer.Text((await server.SmsPoolAsync("purchase/sms", ("country", "1"), ("service", "907")))["order_id"]));

    private static Task<JsonNode> ResendAsync(SimulatorServer server) => AfterOrderAsync(server, async code =>
    {
        await server.DeliverAsync(VendorNames.SmsPool, "Your code is 12345", line: code);
        return await server.SmsPoolAsync("sms/resend", ("orderid", code));
    });

    private static Task<JsonNode> CancelAsync(SimulatorServer server) => AfterOrderAsync(server, async code =>
    {
        server.Advance(61);
        return await server.SmsPoolAsync("sms/cancel", ("orderid", code));
    });

    private static Task<JsonNode> OnRentalAsync(SimulatorServer server, string path, params (string, string)[] fields) =>
        server.SmsPoolAsync(path, [("rental_code", server.Simulator.SmsPool.Accounts[0].Rentals[0].Code), .. fields]);

    private static async Task<JsonNode> RentalMessagesAsync(SimulatorServer server)
    {
        await server.DeliverAsync(VendorNames.SmsPool, "Message 1", line: server.Simulator.SmsPool.Accounts[0].Rentals[0].Code);
        return await OnRentalAsync(server, "rental/retrieve_messages");
    }

    private static async Task<JsonNode> RefundAsync(SimulatorServer server)
    {
        var bought = await server.SmsPoolAsync("purchase/rental", ("id", "0"), ("days", "7"));
        return await server.SmsPoolAsync("rental/refund.php", ("rental_code", SimulatorServer.Text(bought["rental_code"])));
    }

    private static async Task<string> SentAsync(SimulatorServer server) =>
        SimulatorServer.Text((await server.JookSmsAsync(HttpMethod.Post, "sms/", Draft))["data"]!["id"]);

    private static async Task<string> RequestAsync(SimulatorServer server) =>
        SimulatorServer.Text((await server.GetSmsAsync("request", ("service", "Amazon")))["message"]![0]!["id"]);

    private static async Task<string> CheckAsync(SimulatorServer server) =>
        SimulatorServer.Text((await server.SmsPinsAsync("bulk_sms/request/23354"))["data"]![0]!["request_id"]);

    private static async Task<string> ChangeAsync(SimulatorServer server) =>
        SimulatorServer.Text((await server.SmsPinsAsync("nc/request/23354/95129"))["data"]![0]!["request_id"]);
}
