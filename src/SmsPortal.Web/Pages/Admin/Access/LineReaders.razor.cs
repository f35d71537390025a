using System.Globalization;
using Microsoft.AspNetCore.Components;
using SmsPortal.People;
using SmsPortal.Storage;
using SmsPortal.Web.SignIn;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Admin.Access;

/// <summary>Everybody who can read one line, with every reason. The line stands in the address.</summary>
public sealed partial class LineReaders
{
    private Named<long>? _line;
    private IReadOnlyList<LineReader>? _readers;

    [Parameter]
    public long? LineId { get; set; }

    [Parameter, EditorRequired]
    public required Func<string, Task<IReadOnlyList<Named<long>>>> Find { get; set; }

    [Inject]
    private GrantQueries Queries { get; set; } = null!;

    [Inject]
    private LineQueries Lines { get; set; } = null!;

    [Inject]
    private CurrentPerson Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ViewerClock Clock { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (LineId is not { } id || await Current.ScopeAsync() is not { } scope || await Lines.FindAsync(scope.Viewer, id, CancellationToken.None) is not { } line)
        {
            (_line, _readers) = (null, null);
            return;
        }

        _line = new Named<long>(id, line.DisplayName);
        _readers = await Queries.ReadersAsync(scope.Viewer, id, CancellationToken.None);
    }

    private void Choose(Named<long>? line) =>
        Navigation.NavigateTo(line is null ? "admin/access?tab=line" : "admin/access?line=" + line.Id.ToString(CultureInfo.InvariantCulture));
}
