using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>The browser's word on the list: scrolled or under the pointer, and the end of it in sight. <c>Inbox.razor.js</c> is the other half.</summary>
public sealed class InboxWatcher : IAsyncDisposable
{
    private readonly DotNetObjectReference<InboxWatcher> _self;
    private readonly Func<bool, Task> _hold;
    private readonly Func<Task> _older;
    private IJSObjectReference? _module;
    private IJSObjectReference? _watch;

    private InboxWatcher(Func<bool, Task> hold, Func<Task> older)
    {
        (_hold, _older) = (hold, older);
        _self = DotNetObjectReference.Create(this);
    }

    /// <summary>Begins to watch a list.</summary>
    /// <param name="script">The browser.</param>
    /// <param name="list">The list's element.</param>
    /// <param name="hold">Called with true when new rows would move what one is reading, with false when they may come in.</param>
    /// <param name="older">Called when the end of the list comes into sight.</param>
    public static async Task<InboxWatcher> StartAsync(IJSRuntime script, ElementReference list, Func<bool, Task> hold, Func<Task> older)
    {
        var watcher = new InboxWatcher(hold, older);
        watcher._module = await script.InvokeAsync<IJSObjectReference>("import", "./Pages/Inbox/Inbox.razor.js");
        watcher._watch = await watcher._module.InvokeAsync<IJSObjectReference>("watch", list, watcher._self);
        return watcher;
    }

    [JSInvokable]
    public Task Hold(bool hold) => _hold(hold);

    [JSInvokable]
    public Task Older() => _older();

    /// <summary>Scrolls the list to its top.</summary>
    public async Task ToTopAsync()
    {
        if (_watch is not null)
        {
            await _watch.InvokeVoidAsync("toTop");
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_watch is not null)
            {
                await _watch.InvokeVoidAsync("end");
                await _watch.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or TaskCanceledException)
        {
            // The browser left first.
        }

        _self.Dispose();
    }
}
