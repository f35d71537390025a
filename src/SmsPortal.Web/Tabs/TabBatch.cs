using SmsPortal.Live;
using SmsPortal.Storage;

namespace SmsPortal.Web.Tabs;

/// <summary>What happened since the last render, for one tab. Holds nothing that the person may not see.</summary>
/// <param name="Scope">What the person may see now.</param>
/// <param name="Messages">New messages in commit order, already filtered.</param>
/// <param name="Changes">Changes beside messages: lines, accounts.</param>
/// <param name="ReadAgain">Batches were lost, or the person's access changed: read again from the store.</param>
/// <param name="MarksChanged">The person's read marks changed, perhaps in another tab.</param>
public sealed record TabBatch(AccessScope Scope, IReadOnlyList<StoredMessage> Messages, IReadOnlyList<FeedChange> Changes, bool ReadAgain, bool MarksChanged)
{
    /// <summary>True when the batch says something.</summary>
    public bool IsEmpty => Messages.Count == 0 && Changes.Count == 0 && !ReadAgain && !MarksChanged;
}

/// <summary>A part of a tab that shows live things.</summary>
public interface ITabListener
{
    /// <summary>Takes the batch into its state, on the tab's dispatcher; true when there is something to render.</summary>
    ValueTask<bool> TakeAsync(TabBatch batch);

    /// <summary>Renders. All listeners of a batch render in one frame.</summary>
    void Render();
}
