using Microsoft.AspNetCore.Components;
using SmsPortal.Jobs;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;
using SmsPortal.Web.Components;
using SmsPortal.Web.Resources;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Lines;

/// <summary>What one may do with a line now: have it checked, have the vendor repeat the checks.</summary>
public sealed partial class LineActs
{
    private bool _isBusy;
    private bool _failed;
    private string? _said;

    [Inject]
    private TabFeed Feed { get; set; } = null!;

    [Inject]
    private VendorRegistry Vendors { get; set; } = null!;

    [Inject]
    private CheckDesk Checks { get; set; } = null!;

    [Inject]
    private Watch Watch { get; set; } = null!;

    [Inject]
    private ILogger<LineActs> Log { get; set; } = null!;

    [Parameter, EditorRequired]
    public required LineListRow Row { get; set; }

    [Parameter]
    public bool CanOperate { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private bool IsRequestable => Vendors.Find(Row.Line.VendorKey) is IRequestChecks;

    private Task CheckNowAsync() => RunAsync(async () =>
    {
        if (IsRequestable)
        {
            return await Checks.CheckNowAsync(Feed.Scope!.Viewer, Row.Id, CancellationToken.None) is { } why ? (why, true) : (Strings.CheckAsked, false);
        }

        // The open page has the line watched; what is watched is read as soon as the vendor's floor allows.
        await Watch.BeatAsync(CancellationToken.None);
        return (Strings.ReadAsked, false);
    });

    private Task ToggleAutoCheckAsync() => RunAsync(async () =>
    {
        var wanted = !Row.Line.AutoCheckWanted;
        return await Checks.SetAutoCheckAsync(Feed.Scope!.Viewer, Row.Id, wanted, CancellationToken.None) ? (wanted ? Strings.AutoCheckOn : Strings.AutoCheckOff, false) : (Strings.LineNotThere, true);
    });

    private async Task RunAsync(Func<Task<(string Said, bool Failed)>> act)
    {
        // A grant may end while the page stands open.
        if (_isBusy || !LinePageState.CanOperate(Feed.Scope, Row.Id))
        {
            return;
        }

        (_isBusy, _said) = (true, null);
        try
        {
            StateHasChanged();
            (_said, _failed) = await act();
            await OnChanged.InvokeAsync();
        }
        catch (Exception failure) when (LoadFailure.IsExpected(failure))
        {
            var explained = LoadFailure.Explain(failure, Log);
            (_said, _failed) = ($"{explained.Text} {Words.Of(Strings.QuoteId, explained.Id)}", true);
        }
        finally
        {
            _isBusy = false;
        }
    }
}
