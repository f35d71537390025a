using SmsPortal.Intake;
using SmsPortal.Model;
using SmsPortal.Vendors;

namespace SmsPortal.Jobs;

/// <summary>Hands what a poll read to the intake; returns when it is durable.</summary>
internal sealed class TextKeeper(MessageIntake intake, SeenTexts seen)
{
    /// <summary>Stores the texts in their order, but for those that the last reading showed already.</summary>
    /// <param name="run">The run.</param>
    /// <param name="lineId">The line that was read; 0 = the whole account.</param>
    /// <param name="reading">Every text of the reading, oldest first.</param>
    /// <param name="isHistory">Which of them are history.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public async Task KeepReadingAsync(PollRun run, long lineId, IReadOnlyList<VendorMessage> reading, Func<VendorMessage, bool> isHistory, CancellationToken cancellationToken)
    {
        await KeepAsync(run, seen.Unseen(run.Account.Id, lineId, reading, out var prints), isHistory, cancellationToken);
        seen.Remember(run.Account.Id, lineId, prints);
    }

    /// <summary>Stores the texts in their order.</summary>
    public async Task KeepAsync(PollRun run, IReadOnlyList<VendorMessage> messages, Func<VendorMessage, bool> isHistory, CancellationToken cancellationToken)
    {
        for (var from = 0; from < messages.Count;)
        {
            var history = isHistory(messages[from]);
            var same = messages.Skip(from).TakeWhile(message => isHistory(message) == history).ToList();
            var written = await intake.TakeInAsync(run.Account.Id, same, ArrivalWay.Poll, history, cancellationToken);
            run.Count(written.Count(message => message.IsNew));
            from += same.Count;
        }
    }
}
