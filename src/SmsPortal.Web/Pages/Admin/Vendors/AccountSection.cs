using Microsoft.AspNetCore.Components;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Web.Components;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Admin.Vendors;

/// <summary>A part of an account's page that can change the account.</summary>
public abstract class AccountSection : ComponentBase
{
    [Inject]
    protected AccountDesk Desk { get; set; } = null!;

    [Inject]
    protected TabFeed Feed { get; set; } = null!;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    [Parameter, EditorRequired]
    public required AccountOverview Account { get; set; }

    /// <summary>The account is another: read it again.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected ActState Act { get; } = new();

    /// <summary>Runs one act, unless one runs or the person is no admin any more. An act that began is not ended by leaving the page.</summary>
    /// <param name="act">The desk's method.</param>
    /// <param name="done">What to say afterwards.</param>
    /// <returns>True when it was done.</returns>
    protected async Task<bool> RunAsync(Func<CancellationToken, Task<AccountResult>> act, string? done)
    {
        if (Feed.Scope is not { Viewer.SeesAll: true } || !Act.Begin())
        {
            return false;
        }

        try
        {
            StateHasChanged();
            var isDone = Act.End(await act(CancellationToken.None), done);
            await OnChanged.InvokeAsync();
            return isDone;
        }
        catch (Exception failure) when (LoadFailure.IsExpected(failure))
        {
            Act.Fail(LoadFailure.Explain(failure, Loggers.CreateLogger(GetType())));
            return false;
        }
    }
}
