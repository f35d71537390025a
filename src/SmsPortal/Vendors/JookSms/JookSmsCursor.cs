using System.Text.Json;

namespace SmsPortal.Vendors.JookSms;

/// <summary>How far the inbox has been read.</summary>
/// <param name="High">Every text up to this id has been read.</param>
/// <param name="Top">While a long reading goes on over several calls: the highest id when it began.</param>
/// <param name="NextPage">While a long reading goes on: the page it has come to.</param>
internal sealed record JookSmsCursor(long High, long? Top = null, int? NextPage = null)
{
    /// <summary>The cursor of <see cref="ToString"/>; the beginning for null and for text that is none.</summary>
    public static JookSmsCursor Parse(string? text)
    {
        try
        {
            return text is null ? new JookSmsCursor(0) : JsonSerializer.Deserialize<JookSmsCursor>(text) ?? new JookSmsCursor(0);
        }
        catch (JsonException)
        {
            return new JookSmsCursor(0);
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this);
}
