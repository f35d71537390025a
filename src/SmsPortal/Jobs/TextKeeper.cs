using SmsPortal.Intake;
using SmsPortal.Model;
using SmsPortal.Vendors;

namespace SmsPortal.Jobs;

/// <summary>Hands what a poll read to the intake; returns when it is durable.</summary>
internal sealed class TextKeeper(MessageIntake intake)
{
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
