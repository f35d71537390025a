using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using SmsPortal.Live;
using SmsPortal.Tests.Pages.Inbox;
using SmsPortal.Tests.Support;
using SmsPortal.Web.SignIn;
using SmsPortal.Web.Tabs;
using Xunit;

namespace SmsPortal.Tests.Tabs;

public sealed class TabFeedTests(InboxFixture inbox) : IClassFixture<InboxFixture>
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task Flood_WhileTheTabRests_IsOneRender()
    {
        var line = await inbox.AddLineAsync();
        using var crowd = new Crowd(inbox.Get<PortalFeed>());
        await using var tab = await OpenAsync(line);
        await inbox.DeliverAsync(line, "first");
        await Until(() => tab.Stage.Renders == 1 && _clock.WaitingTimers == 1);
        var last = 0L;
        for (var i = 0; i < 30; i++)
        {
            last = await inbox.DeliverAsync(line, "text " + i);
        }

        await Until(() => inbox.Get<PortalFeed>().Cursor >= last);
        tab.Stage.Renders.ShouldBe(1);
        _clock.Advance(TabFeed.LongestPause);

        await Until(() => tab.Stage.Renders == 2);
        tab.Listener.Batches[^1].Messages.Count.ShouldBe(30);
    }

    [Fact]
    public async Task Text_ForALineOneMayNotSee_IsNoRender()
    {
        var (hers, others) = (await inbox.AddLineAsync(), await inbox.AddLineAsync());
        await using var tab = await OpenAsync(hers);

        await inbox.DeliverAsync(others, "for others");
        await inbox.DeliverAsync(hers, "for her");

        // The new lines themselves may be told in a batch of their own.
        await Until(() => tab.Listener.Batches.Any(batch => batch.Messages.Count > 0));
        tab.Listener.Batches.SelectMany(batch => batch.Messages).Select(message => message.Body).ShouldBe(["for her"]);
    }

    [Fact]
    public async Task Tab_ThatDoesNotKeepUp_IsToldToReadAgain()
    {
        var line = await inbox.AddLineAsync();
        using var crowd = new Crowd(inbox.Get<PortalFeed>());
        await using var tab = await OpenAsync(line);
        await inbox.DeliverAsync(line, "first");
        await Until(() => tab.Stage.Renders == 1 && _clock.WaitingTimers == 1);

        for (var i = 0; i < 300; i++)
        {
            inbox.Get<PortalFeed>().Announce(new FeedChange(FeedChangeKind.Line, "0"));
        }

        _clock.Advance(TabFeed.LongestPause);
        await Until(() => tab.Stage.Renders == 2);
        tab.Listener.Batches[^1].ReadAgain.ShouldBeTrue();
    }

    [Fact]
    public async Task Grant_TakenAway_IsToldAndNothingOfTheLineFollows()
    {
        var line = await inbox.AddLineAsync();
        await using var tab = await OpenAsync(line);

        await inbox.RevokeAsync(line);
        await Until(() => tab.Listener.Batches.Any(batch => batch.ReadAgain));
        var last = await inbox.DeliverAsync(line, "not for her any more");
        await Until(() => inbox.Get<PortalFeed>().Cursor >= last);
        inbox.Get<PortalFeed>().Announce(new FeedChange(FeedChangeKind.Line, "0"));

        await Until(() =>
        {
            _clock.Advance(TabFeed.LongestPause);
            return tab.Listener.Batches.Any(batch => batch.Changes.Count > 0);
        });
        tab.Listener.Batches.SelectMany(batch => batch.Messages).ShouldBeEmpty();
    }

    [Fact]
    public async Task Parts_OfOneTab_RenderInOneFrame()
    {
        var line = await inbox.AddLineAsync();
        await using var tab = await OpenAsync(line);
        var second = new Listener();
        tab.Feed.Listen(second);

        await inbox.DeliverAsync(line, "a text");

        await Until(() => tab.Stage.Renders == 1);
        tab.Listener.Renders.ShouldBe(1);
        second.Renders.ShouldBe(1);
    }

    private async Task<Tab> OpenAsync(params long[] lines)
    {
        var circuit = await inbox.SignInAsync(await inbox.AddMemberAsync(lines));
        var tab = new Tab(circuit, new TabFeed(inbox.Get<PortalFeed>(), circuit.ServiceProvider.GetRequiredService<CurrentPerson>(), _clock, NullLogger<TabFeed>.Instance));
        (await tab.Feed.StartAsync(tab.Stage)).ShouldNotBeNull();
        return tab;
    }

    private static async Task Until(Func<bool> reached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!reached())
        {
            await Task.Delay(10, limit.Token);
        }
    }

    /// <summary>A node that is full of tabs: only then does a tab rest between renders.</summary>
    private sealed class Crowd(PortalFeed feed) : IDisposable
    {
        private readonly List<FeedSubscription> _others = [.. Enumerable.Range(0, 400).Select(_ => feed.Subscribe())];

        public void Dispose() => _others.ForEach(other => other.Dispose());
    }

    private sealed class Tab : IAsyncDisposable
    {
        private readonly AsyncServiceScope _circuit;

        public Tab(AsyncServiceScope circuit, TabFeed feed)
        {
            (_circuit, Feed) = (circuit, feed);
            feed.Listen(Listener);
        }

        public TabFeed Feed { get; }

        public Stage Stage { get; } = new();

        public Listener Listener { get; } = new();

        public ValueTask DisposeAsync()
        {
            Feed.Dispose();
            return _circuit.DisposeAsync();
        }
    }

    private sealed class Stage : ITabStage
    {
        public int Renders { get; private set; }

        public Task InvokeAsync(Func<Task> work) => work();

        public void RenderTogether(IReadOnlyList<ITabListener> listeners)
        {
            foreach (var listener in listeners)
            {
                listener.Render();
            }

            Renders++;
        }
    }

    private sealed class Listener : ITabListener
    {
        private readonly List<TabBatch> _batches = [];

        public int Renders { get; private set; }

        public IReadOnlyList<TabBatch> Batches
        {
            get
            {
                lock (_batches)
                {
                    return [.. _batches];
                }
            }
        }

        public ValueTask<bool> TakeAsync(TabBatch batch)
        {
            lock (_batches)
            {
                _batches.Add(batch);
            }

            return ValueTask.FromResult(true);
        }

        public void Render() => Renders++;
    }
}
