namespace SmsPortal.Model;

/// <summary>A setting that lives in the database: what the database is for (demo or real), the set-up token's hash, …</summary>
public sealed class PortalSetting
{
    public required string Key { get; set; }
    public required string Value { get; set; }
}
