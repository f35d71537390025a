namespace SmsPortal.Model;

/// <summary>What happens with a vendor account.</summary>
public enum AccountState
{
    /// <summary>Polled and open for webhooks.</summary>
    Active = 0,

    /// <summary>Not called; its webhooks are still taken.</summary>
    Paused = 1,

    /// <summary>Key erased, lines closed, texts kept under retention.</summary>
    Removed = 2,
}
