using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SmsPortal.Jobs;
using SmsPortal.Live;
using SmsPortal.Reading;
using SmsPortal.Storage;
using SmsPortal.Web.Components;
using SmsPortal.Web.Resources;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>One message, its code large, the conversation around it and how it came. Opening it marks it as read.</summary>
public sealed partial class ConversationPanel : ITabListener, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ElementReference _conversation;
    private IDisposable? _listening;
    private IDisposable? _watching;
    private long _loaded;
    private bool _reveal;

    [Inject]
    private TabFeed Feed { get; set; } = null!;

    [Inject]
    private MessageQueries Messages { get; set; } = null!;

    [Inject]
    private InboxReader Reader { get; set; } = null!;

    [Inject]
    private ReadingQueries Reading { get; set; } = null!;

    [Inject]
    private ReadDesk Desk { get; set; } = null!;

    [Inject]
    private LineDirectory Lines { get; set; } = null!;

    [Inject]
    private ViewerClock Clock { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private Watch Watch { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <summary>The message that is open.</summary>
    [Parameter, EditorRequired]
    public required long MessageId { get; set; }

    /// <summary>The list that it was opened from.</summary>
    [Parameter, EditorRequired]
    public required InboxQuery Query { get; set; }

    private ConversationState State { get; } = new();

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != MessageId && RendererInfo.IsInteractive && await Feed.ReadyAsync() is not null)
        {
            _loaded = MessageId;
            _listening ??= Feed.Listen(this);
            await LoadAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_reveal && State.Selected is not null)
        {
            _reveal = false;
            await Script.InvokeVoidAsync("portal.reveal", _leaving.Token, _conversation);
        }
    }

    public async ValueTask<bool> TakeAsync(TabBatch batch)
    {
        if (batch.ReadAgain)
        {
            await LoadAsync(mark: false);
            return true;
        }

        var changed = State.Take(batch.Messages);
        if (batch.MarksChanged && State.Messages.Count > 0)
        {
            changed |= State.SetUnread(await Desk.UnreadAmongAsync(batch.Scope.Viewer, [.. State.Messages.Select(message => message.Id)], _leaving.Token));
        }

        return changed;
    }

    public void Render() => StateHasChanged();

    public void Dispose()
    {
        _listening?.Dispose();
        _watching?.Dispose();
        _leaving.Cancel();
    }

    private Task LoadAsync() => LoadAsync(mark: true);

    private async Task LoadAsync(bool mark)
    {
        if (Feed.Scope?.Viewer is not { } viewer)
        {
            return;
        }

        try
        {
            if (await Messages.FindAsync(viewer, MessageId, _leaving.Token) is not { } selected)
            {
                State.ShowNothing();
                return;
            }

            if (mark && selected.Unread)
            {
                await Desk.MarkAsync(viewer, [selected.Id], read: true, _leaving.Token);
            }

            var conversation = new MessageFilter { LineId = selected.LineId, Party = selected.Sender ?? "" };
            var newest = await Messages.PageAsync(viewer, conversation, null, ConversationState.PageSize, _leaving.Token);
            var isThere = newest.Messages.Any(message => message.Id == selected.Id);
            var page = isThere ? newest : await Messages.PageAsync(viewer, conversation, new MessagePosition(selected.At, selected.Id + 1), ConversationState.PageSize, _leaving.Token);
            var line = (await Lines.GetAsync([selected.LineId], _leaving.Token)).GetValueOrDefault(selected.LineId);
            _watching ??= Watch.WatchLine(selected.LineId);
            _reveal = mark;
            State.Show(selected, line, await Reading.FactsAsync(viewer, selected.Id, _leaving.Token), page, !isThere);
        }
        catch (Exception failure) when (InboxReader.IsExpected(failure))
        {
            State.Fail(Reader.Explain(failure, searching: false));
        }
    }

    private async Task LoadOlderAsync()
    {
        try
        {
            if (State.Next is { } next && Feed.Scope?.Viewer is { } viewer)
            {
                State.Prepend(await Messages.PageAsync(viewer, State.Filter, next, ConversationState.PageSize, _leaving.Token));
            }
        }
        catch (Exception failure) when (InboxReader.IsExpected(failure))
        {
            State.Fail(Reader.Explain(failure, searching: false));
        }
    }

    private async Task ShowNewestAsync()
    {
        if (Feed.Scope?.Viewer is { } viewer && (await Messages.PageAsync(viewer, State.Filter, null, 1, _leaving.Token)).Messages is [var newest])
        {
            Navigation.NavigateTo((Query with { Message = newest.Id }).Url);
        }
    }

    // The panel closes: what stays open is being read.
    private async Task MarkUnreadAsync()
    {
        await Desk.MarkAsync(Feed.Scope!.Viewer, [MessageId], read: false, _leaving.Token);
        Navigation.NavigateTo(Query.List.Url);
    }

    private async Task MarkConversationAsync() => await Desk.MarkConversationAsync(Feed.Scope!.Viewer, State.Selected!.LineId, State.Selected.Sender ?? "", _leaving.Token);

    private string BubbleClass(StoredMessage message) => (message.Id == MessageId, message.Incoming) switch
    {
        (true, true) => "b",
        (true, false) => "b mine",
        (false, true) => "b other",
        (false, false) => "b other mine",
    };

    private static string Party(StoredMessage message) => message.Sender is { Length: > 0 } sender ? PhoneText.Show(sender.StartsWith('+') ? sender : null, sender)! : Strings.NoSender;

    private string? Number(StoredMessage message) => message.Number is { } number && number != State.Line?.Number ? number : PhoneText.Show(State.Line?.E164, State.Line?.Number ?? message.Number);

    // The open text says its delay too.
    private string How(StoredMessage message) => message switch
    {
        { Incoming: false } => message.Status is { } status ? Words.Of(Strings.SentStatus, status) : Strings.Sent,
        { History: true } => Strings.FromHistory,
        _ => ArrivalText.Of(message, withDelay: message.Id == MessageId),
    };
}
