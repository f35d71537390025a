using Microsoft.AspNetCore.Components;

namespace SmsPortal.Web.Tabs;

/// <summary>The dispatcher of a tab, and its way to render several parts in one frame.</summary>
internal interface ITabStage
{
    Task InvokeAsync(Func<Task> work);

    void RenderTogether(IReadOnlyList<ITabListener> listeners);
}

/// <summary>
/// Stands in the layout and shows nothing. While it renders, renders asked for by others join the same batch: one frame to the browser instead of one per
/// part of the page.
/// </summary>
public sealed class TabStage : IComponent, ITabStage
{
    private RenderHandle _handle;
    private IReadOnlyList<ITabListener> _waiting = [];
    private bool _started;

    [Inject]
    private TabFeed Feed { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    void IComponent.Attach(RenderHandle renderHandle) => _handle = renderHandle;

    async Task IComponent.SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (_started || !_handle.RendererInfo.IsInteractive)
        {
            return;
        }

        _started = true;
        if (await Feed.StartAsync(this) is null)
        {
            Navigation.NavigateTo("sign-in", forceLoad: true);
        }
    }

    Task ITabStage.InvokeAsync(Func<Task> work) => _handle.Dispatcher.InvokeAsync(work);

    void ITabStage.RenderTogether(IReadOnlyList<ITabListener> listeners)
    {
        _waiting = listeners;
        _handle.Render(_ =>
        {
            foreach (var listener in _waiting)
            {
                listener.Render();
            }

            _waiting = [];
        });
    }
}
