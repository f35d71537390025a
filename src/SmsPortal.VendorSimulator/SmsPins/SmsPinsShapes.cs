using System.Globalization;
using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.SmsPins;

/// <summary>The envelope and the rows. Times are New York local time without offset (smspins:14).</summary>
internal static class SmsPinsShapes
{
    public static VendorAnswer Ok(JsonNode? data) => Envelope(true, null, data);

    public static VendorAnswer Error(string message) => Envelope(false, message, null);

    /// <summary>"An integer ID" everywhere, quoted in every sample (field notes 1.5 T2).</summary>
    public static JsonNode Id(int id, bool observed) => observed ? JsonValue.Create(id) : JsonValue.Create(id.ToString(CultureInfo.InvariantCulture));

    public static JsonObject Telephone(SmsPinsTelephone telephone, bool observed) => new()
    {
        ["telephone_id"] = Id(telephone.Id, observed),
        ["telephone"] = telephone.Number,
        ["added_at"] = VendorTimes.Date(telephone.AddedAt, VendorTimes.NewYork),
        ["expired_at"] = VendorTimes.Date(telephone.ExpiresAt, VendorTimes.NewYork),
    };

    public static JsonObject Check(SmsCheck check, bool observed) => new()
    {
        ["request_id"] = Id(check.Id, observed),
        ["agent_name"] = check.AgentName,
        ["telephone"] = check.Number,
        ["smses"] = check.Smses,
        ["status"] = check.Status,
        ["updated_at"] = Time(check.UpdatedAt),
        ["queued_at"] = Time(check.QueuedAt),
        ["acquired_at"] = Time(check.AcquiredAt),
        ["started_at"] = Time(check.StartedAt),
        ["ended_at"] = Time(check.EndedAt),
        ["canceled_at"] = Time(check.CanceledAt),
    };

    public static JsonObject Finished(SmsCheck check, bool observed) => new()
    {
        ["request_id"] = Id(check.Id, observed),
        ["telephone_id"] = Id(check.Telephone.Id, observed),
        ["smses"] = check.Smses,
        ["telephone"] = check.Number,
        ["updated_at"] = Time(check.UpdatedAt),
    };

    /// <summary>nc/requests: the text lists a status, the sample lacks it (field notes 1.5 T6).</summary>
    public static JsonObject ChangeRow(NumberChange change, bool observed)
    {
        var shape = new JsonObject
        {
            ["request_id"] = Id(change.Id, observed),
            ["last_telephone"] = change.LastNumber,
            ["telephone"] = change.NewNumber,
        };
        if (!observed)
        {
            shape["status"] = change.Status;
        }

        shape["updated_at"] = Time(change.UpdatedAt);
        shape["submitted_at"] = Time(change.SubmittedAt);
        shape["canceled_at"] = Time(change.CanceledAt);
        return shape;
    }

    public static JsonObject Change(NumberChange change, bool observed) => new()
    {
        ["request_id"] = Id(change.Id, observed),
        ["agent_name"] = change.AgentName,
        ["telephone"] = change.NewNumber ?? change.Telephone.Number,
        ["last_telephone"] = change.LastNumber,
        ["status"] = change.Status,
        ["updated_at"] = Time(change.UpdatedAt),
        ["submitted_at"] = Time(change.SubmittedAt),
        ["acquired_at"] = Time(change.AcquiredAt),
        ["processed_at"] = Time(change.ProcessedAt),
        ["completed_at"] = Time(change.CompletedAt),
        ["canceled_at"] = Time(change.CanceledAt),
    };

    private static string? Time(DateTimeOffset? time) => VendorTimes.Local(time, VendorTimes.NewYork);

    private static VendorAnswer Envelope(bool success, string? message, JsonNode? data) =>
        VendorAnswer.Json(new JsonObject { ["success"] = success, ["message"] = message, ["data"] = data });
}
