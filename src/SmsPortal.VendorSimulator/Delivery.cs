namespace SmsPortal.VendorSimulator;

/// <summary>A text that shall reach a line, as <c>POST /control/deliver</c> takes it.</summary>
public sealed record Delivery
{
    public required string Vendor { get; init; }

    /// <summary>The account's name or credential; empty = the first account.</summary>
    public string? Account { get; init; }

    public string? Number { get; init; }

    /// <summary>Order or rental code, request id or telephone id, instead of a number.</summary>
    public string? Line { get; init; }

    public string From { get; init; } = "22000";
    public required string Text { get; init; }
    public string? Service { get; init; }

    /// <summary>Refuse instead of opening an order or request for a number that has none.</summary>
    public bool Strict { get; init; }
}

/// <summary>An account to add, as <c>POST /control/accounts</c> takes it; each vendor reads what it needs.</summary>
public sealed record NewAccount
{
    public required string Vendor { get; init; }
    public string Name { get; init; } = "";

    /// <summary>Token, key, client id or user.</summary>
    public required string Credential { get; init; }

    /// <summary>Client secret or API key, where the vendor has two.</summary>
    public string Secret { get; init; } = "";

    public decimal Balance { get; init; } = 50m;

    /// <summary>Numbers, rentals or telephones to begin with.</summary>
    public int Lines { get; init; }

    public string[] Scopes { get; init; } = ["admin"];
}

/// <summary>The control API asked for something that is not there, or does not fit.</summary>
public sealed class SimulatorException(string message) : Exception(message);
