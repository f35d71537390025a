using System.Threading.Channels;
using SmsPortal.Storage;

namespace SmsPortal.Intake;

/// <summary>One text on its way, and who waits for it.</summary>
internal sealed class IntakeWork(NewMessage message)
{
    public NewMessage Message { get; } = message;

    public TaskCompletionSource<WrittenMessage> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Collects texts for one commit. A second text with an identity that is already in the batch waits for the next one, so that it is counted as a sighting.</summary>
internal sealed class IntakeBatch(int most)
{
    private readonly HashSet<IdentityKey> _keys = [];
    private List<IntakeWork> _rows = [];
    private IntakeWork? _held;

    /// <summary>Takes what is there, up to the limit; false when there was nothing.</summary>
    public bool Fill(ChannelReader<IntakeWork> queue)
    {
        if (_held is { } held)
        {
            _held = null;
            Add(held);
        }

        while (_rows.Count < most && _held is null && queue.TryRead(out var work))
        {
            if (!Add(work))
            {
                _held = work;
            }
        }

        return _rows.Count > 0;
    }

    /// <summary>The batch; a new one begins.</summary>
    public IReadOnlyList<IntakeWork> Take()
    {
        var rows = _rows;
        _rows = new List<IntakeWork>(most);
        _keys.Clear();
        return rows;
    }

    private bool Add(IntakeWork work)
    {
        var message = work.Message;
        var any = IdentityKey.Of(message, 0);
        var exact = IdentityKey.Of(message, message.IdentityVendorId is null ? message.Occurrence : -1);
        if (_keys.Contains(exact) || (message.IdentityVendorId is not null && _keys.Contains(any)) || _keys.Contains(exact with { Occurrence = -1 }))
        {
            return false;
        }

        _keys.Add(any);
        _keys.Add(exact);
        _rows.Add(work);
        return true;
    }

    private readonly record struct IdentityKey(int AccountId, long A, long B, long C, long D, int Occurrence)
    {
        public static IdentityKey Of(NewMessage message, int occurrence) => new(message.AccountId,
            BitConverter.ToInt64(message.IdentityHash, 0), BitConverter.ToInt64(message.IdentityHash, 8), BitConverter.ToInt64(message.IdentityHash, 16), BitConverter.ToInt64(message.IdentityHash, 24), occurrence);
    }
}
