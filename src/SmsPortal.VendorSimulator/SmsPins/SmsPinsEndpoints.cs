using System.Globalization;
using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.SmsPins;

/// <summary>All GET, the key in the path, five of them with effects.</summary>
internal static class SmsPinsEndpoints
{
    private const string NoTelephone = "Unable to find Telephone ID";
    private const string NoRequest = "Unable to find request";
    private const string TooLate = "Perhaps time to cancel request has elapsed";

    public static IReadOnlyList<VendorEndpoint> Rows { get; } =
    [
        Row("bulk_sms/telephones", "bulk_sms/telephones", false, "smspins:18-49", Telephones),
        Row("bulk_sms/request", "bulk_sms/request/{id}", true, "smspins:51-86", RequestCheck),
        Row("bulk_sms/status", "bulk_sms/status/{id}", false, "smspins:88-148", CheckStatus),
        Row("bulk_sms/cancel", "bulk_sms/cancel/{id}", true, "smspins:150-195", CancelCheck),
        Row("bulk_sms/smses_by_tid", "bulk_sms/smses_by_tid/{id}", false, "smspins:197-242", SmsesByTelephone),
        Row("bulk_sms/autocheck", "bulk_sms/autocheck/{id}/{action}", true, "smspins:244-283", AutoCheck),
        Row("nc/request", "nc/request/{id}/{zip}", true, "smspins:285-317", RequestChange),
        Row("nc/requests", "nc/requests", false, "smspins:319-361", Changes),
        Row("nc/status", "nc/status/{id}", false, "smspins:363-421", ChangeStatus),
        Row("nc/cancel", "nc/cancel/{id}", true, "smspins:423-468", CancelChange),
    ];

    private static VendorEndpoint Row(
        string name, string pattern, bool effect, string source, Func<Simulator, SmsPinsAccount, VendorCall, VendorAnswer> handle) =>
        new(VendorNames.SmsPins, name, ["GET"], "{key}/" + pattern, effect, source)
        {
            Handle = (simulator, call) => simulator.SmsPins.Accounts.Find(account => account.Key == call.Segments["key"]) is { } account
                ? handle(simulator, account, call)
                : simulator.Settings.SmsPinsWrongKey == "html" ? VendorAnswer.Html(200, "Sign in") : SmsPinsShapes.Error("Invalid API key"),
        };

    private static VendorAnswer Telephones(Simulator simulator, SmsPinsAccount account, VendorCall call) =>
        SmsPinsShapes.Ok(List(account.Telephones.Select(telephone => SmsPinsShapes.Telephone(telephone, call.Observed))));

    private static VendorAnswer RequestCheck(Simulator simulator, SmsPinsAccount account, VendorCall call) =>
        simulator.SmsPins.Telephone(account, call.Segments["id"]) is { } telephone
            ? Requested(simulator.SmsPins.Checks.Request(telephone, byHand: true).Id, call)
            : SmsPinsShapes.Error(NoTelephone);

    private static VendorAnswer CheckStatus(Simulator simulator, SmsPinsAccount account, VendorCall call) =>
        Check(account, call) is { } check ? SmsPinsShapes.Ok(SmsPinsShapes.Check(check, call.Observed)) : SmsPinsShapes.Error(NoRequest);

    private static VendorAnswer CancelCheck(Simulator simulator, SmsPinsAccount account, VendorCall call) => Check(account, call) is not { } check
        ? SmsPinsShapes.Error(NoRequest)
        : simulator.SmsPins.Checks.Cancel(check) ? Canceled(check.Id, call) : SmsPinsShapes.Error(TooLate);

    private static VendorAnswer SmsesByTelephone(Simulator simulator, SmsPinsAccount account, VendorCall call)
    {
        if (simulator.SmsPins.Telephone(account, call.Segments["id"]) is not { } telephone)
        {
            return SmsPinsShapes.Error(NoTelephone);
        }

        var found = telephone.Checks.Where(check => check is { Status: "SUCCESS", Smses: not null })
            .OrderByDescending(check => check.EndedAt).ThenByDescending(check => check.Id)
            .Select(check => SmsPinsShapes.Finished(check, call.Observed)).ToList();

        // Without texts: null or an empty list, nobody has shown which (field notes 1.5 T8).
        return SmsPinsShapes.Ok(found.Count == 0 && !call.Observed ? null : List(found));
    }

    private static VendorAnswer AutoCheck(Simulator simulator, SmsPinsAccount account, VendorCall call)
    {
        if (call.Segments["action"] is not ("enable" or "disable"))
        {
            return VendorAnswer.Html(404, "Not Found");
        }

        if (simulator.SmsPins.Telephone(account, call.Segments["id"]) is not { } telephone)
        {
            return SmsPinsShapes.Error(NoTelephone);
        }

        simulator.SmsPins.Checks.EnableAutoCheck(telephone, call.Segments["action"] == "enable");
        return SmsPinsShapes.Ok(null);
    }

    private static VendorAnswer RequestChange(Simulator simulator, SmsPinsAccount account, VendorCall call)
    {
        if (simulator.SmsPins.Telephone(account, call.Segments["id"]) is not { } telephone)
        {
            return SmsPinsShapes.Error(NoTelephone);
        }

        var zip = call.Segments["zip"];
        return zip.Length == 5 && zip.All(char.IsAsciiDigit)
            ? Requested(simulator.SmsPins.NumberChanges.Request(telephone, zip).Id, call)
            : SmsPinsShapes.Error("Invalid zip code");
    }

    private static VendorAnswer Changes(Simulator simulator, SmsPinsAccount account, VendorCall call) => SmsPinsShapes.Ok(List(
        account.NumberChanges.Where(change => change.SubmittedAt > simulator.Clock.Now.AddHours(-48)).Reverse()
            .Select(change => SmsPinsShapes.ChangeRow(change, call.Observed))));

    private static VendorAnswer ChangeStatus(Simulator simulator, SmsPinsAccount account, VendorCall call) =>
        Change(account, call) is { } change ? SmsPinsShapes.Ok(SmsPinsShapes.Change(change, call.Observed)) : SmsPinsShapes.Error(NoRequest);

    private static VendorAnswer CancelChange(Simulator simulator, SmsPinsAccount account, VendorCall call) => Change(account, call) is not { } change
        ? SmsPinsShapes.Error(NoRequest)
        : simulator.SmsPins.NumberChanges.Cancel(change) ? Canceled(change.Id, call) : SmsPinsShapes.Error(TooLate);

    private static SmsCheck? Check(SmsPinsAccount account, VendorCall call) =>
        int.TryParse(call.Segments["id"], CultureInfo.InvariantCulture, out var id) ? account.Checks.GetValueOrDefault(id) : null;

    private static NumberChange? Change(SmsPinsAccount account, VendorCall call) =>
        int.TryParse(call.Segments["id"], CultureInfo.InvariantCulture, out var id) ? account.NumberChanges.Find(change => change.Id == id) : null;

    // A list of one for requests, an object for cancellations (field notes 1.5 T3).
    private static VendorAnswer Requested(int id, VendorCall call) =>
        SmsPinsShapes.Ok(new JsonArray(new JsonObject { ["request_id"] = SmsPinsShapes.Id(id, call.Observed) }));

    private static VendorAnswer Canceled(int id, VendorCall call) =>
        SmsPinsShapes.Ok(new JsonObject { ["request_id"] = SmsPinsShapes.Id(id, call.Observed) });

    private static JsonArray List(IEnumerable<JsonObject> rows) => new(rows.Select(row => (JsonNode?)row).ToArray());
}
