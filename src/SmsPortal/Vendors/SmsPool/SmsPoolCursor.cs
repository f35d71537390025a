using System.Text.Json;

namespace SmsPortal.Vendors.SmsPool;

/// <summary>What one reading of the orders hands to the next: when it was, and the orders whose text has not been seen.</summary>
/// <param name="At">When the list was last read.</param>
/// <param name="Open">Orders without a text, the oldest first; at most <see cref="MaxOpen"/>.</param>
internal sealed record SmsPoolCursor(DateTimeOffset At, IReadOnlyList<SmsPoolCursor.Order> Open)
{
    /// <summary>Bounds the cursor's size; an account has far fewer live orders.</summary>
    public const int MaxOpen = 500;

    /// <summary>An order whose text has not been seen.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Service">Its service.</param>
    /// <param name="Check">True: ask sms/check for it, since it left the list, or the list holds its code only.</param>
    /// <param name="Tries">How often that failed or said nothing.</param>
    internal sealed record Order(string Code, string? Number, string? Service, bool Check = false, int Tries = 0);

    /// <summary>The cursor of a text; null for none, or for one that cannot be read.</summary>
    public static SmsPoolCursor? Parse(string? text)
    {
        try
        {
            var cursor = text is null ? null : JsonSerializer.Deserialize<SmsPoolCursor>(text);
            return cursor is { Open: not null } && cursor.Open.All(order => order is { Code.Length: > 0 }) ? cursor : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The cursor as text.</summary>
    public override string ToString() => JsonSerializer.Serialize(this);
}
