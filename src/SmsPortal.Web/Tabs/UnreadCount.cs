using Npgsql;
using SmsPortal.Storage;

namespace SmsPortal.Web.Tabs;

/// <summary>How many texts are unread for the person of this tab: counted once, then kept by what happens.</summary>
public sealed class UnreadCount : ITabListener, IDisposable
{
    /// <summary>The most that is counted.</summary>
    public const int Most = 1000;

    private readonly TabFeed _feed;
    private readonly MessageQueries _messages;
    private readonly ILogger<UnreadCount> _log;
    private readonly IDisposable _listening;

    public UnreadCount(TabFeed feed, MessageQueries messages, ILogger<UnreadCount> log)
    {
        (_feed, _messages, _log) = (feed, messages, log);
        _listening = feed.Listen(this);
    }

    /// <summary>The count changed; raised on the tab's dispatcher.</summary>
    public event Action? Changed;

    /// <summary>The count; <see cref="Most"/> = that many or more.</summary>
    public int Value { get; private set; }

    /// <summary>As shown: <c>3</c>, <c>999+</c>; empty for none.</summary>
    public string Shown => Value switch { 0 => "", >= Most => "999+", _ => Value.ToString(System.Globalization.CultureInfo.CurrentCulture) };

    /// <summary>Counts in the store. A count that fails leaves the last one standing.</summary>
    public async Task CountAsync(CancellationToken cancellationToken = default)
    {
        if (_feed.Scope is not { } scope)
        {
            return;
        }

        try
        {
            Value = await _messages.CountUnreadAsync(scope.Viewer, Most, cancellationToken);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or IOException)
        {
            _log.LogWarning("Unread texts were not counted: {Reason}", failure.Message);
        }
    }

    public async ValueTask<bool> TakeAsync(TabBatch batch)
    {
        var before = Value;
        if (batch.ReadAgain || batch.MarksChanged)
        {
            await CountAsync();
        }
        else
        {
            Value = Math.Min(Most, Value + batch.Messages.Count(message => message.Unread));
        }

        return Value != before;
    }

    public void Render() => Changed?.Invoke();

    public void Dispose() => _listening.Dispose();
}
