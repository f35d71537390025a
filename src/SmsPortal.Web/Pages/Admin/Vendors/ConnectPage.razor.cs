using Microsoft.AspNetCore.Components;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;
using SmsPortal.Web.Components;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Admin.Vendors;

/// <summary>Connects a vendor account: choose the vendor, type its key, which is tested at the vendor before it is stored.</summary>
public sealed partial class ConnectPage
{
    private ConnectState? _state;

    [Inject]
    private VendorRegistry Vendors { get; set; } = null!;

    [Inject]
    private AccountDesk Desk { get; set; } = null!;

    [Inject]
    private TabFeed Feed { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<ConnectPage> Log { get; set; } = null!;

    /// <summary>The vendor's key; null or unknown = choose one.</summary>
    [Parameter]
    public string? VendorKey { get; set; }

    protected override void OnParametersSet()
    {
        if (_state?.Vendor.Key != VendorKey)
        {
            _state = VendorKey is not null && Vendors.Find(VendorKey) is { } vendor ? new ConnectState(vendor) : null;
        }
    }

    private async Task ConnectAsync()
    {
        // A role may be lost while the page stands open.
        if (_state is not { } state || Feed.Scope is not { Viewer.SeesAll: true } || !state.Act.Begin())
        {
            return;
        }

        try
        {
            // Not ended by leaving the page: an account that was tested is stored.
            var result = await Desk.ConnectAsync(state.ToForm(), CancellationToken.None);
            if (state.Act.End(result, done: null))
            {
                state.Forget();
                Navigation.NavigateTo($"admin/vendors/{result.AccountId}");
            }
        }
        catch (Exception failure) when (LoadFailure.IsExpected(failure))
        {
            state.Act.Fail(LoadFailure.Explain(failure, Log));
        }
    }
}
