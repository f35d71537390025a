namespace SmsPortal.Model;

/// <summary>A key of the Data Protection ring, itself encrypted by the master key.</summary>
public sealed class DataProtectionKeyRow
{
    public required string Id { get; set; }
    public required string Xml { get; set; }
}
