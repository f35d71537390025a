using Npgsql;

namespace SmsPortal.Web.Components;

/// <summary>Why something could not be loaded or done.</summary>
/// <param name="Text">In words.</param>
/// <param name="Id">What to quote; the log has it too.</param>
public sealed record LoadFailure(string Text, string Id)
{
    /// <summary>True for what the store may do to a reading at any time.</summary>
    public static bool IsExpected(Exception failure) => failure is NpgsqlException or TimeoutException or IOException;

    /// <summary>Writes the failure to the log and says it in words.</summary>
    public static LoadFailure Explain(Exception failure, ILogger log)
    {
        var id = FailureId.New();
        log.LogWarning(failure, "The store could not be reached for a page ({Id})", id);
        return new LoadFailure(Resources.Strings.StoreNotAnswering, id);
    }
}
