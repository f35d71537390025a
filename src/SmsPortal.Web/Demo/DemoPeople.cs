namespace SmsPortal.Web.Demo;

/// <summary>Who lives in the demo. Everybody may know these passwords: a demo listens on this machine only.</summary>
internal static class DemoPeople
{
    public const string Password = "demo-of-smsportal";

    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("admin@demo.example", "Alex Admin", IsAdmin: true, Team: null),
        new("ana@demo.example", "Ana Torres", IsAdmin: false, Team: "QA"),
        new("bo@demo.example", "Bo Lindqvist", IsAdmin: false, Team: "QA"),
        new("mira@demo.example", "Mira Kovač", IsAdmin: false, Team: "Finance"),
    ];
}

internal sealed record DemoPerson(string Email, string Name, bool IsAdmin, string? Team);
