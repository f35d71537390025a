using System.Globalization;
using System.Text;
using SmsPortal.Storage;

namespace SmsPortal.Web.Pages.Lines;

/// <summary>What the address of the list of lines says.</summary>
public sealed record LineListQuery
{
    /// <summary>A vendor's key.</summary>
    public string? Vendor { get; init; }

    public int? Account { get; init; }
    public int? Group { get; init; }

    /// <summary>Lines that end within seven days.</summary>
    public bool Expiring { get; init; }

    /// <summary>Lines that nobody was granted; for admins.</summary>
    public bool Nobody { get; init; }

    /// <summary>Shows finished and gone lines too.</summary>
    public bool Gone { get; init; }

    /// <summary>Part of a name, number or service.</summary>
    public string? Text { get; init; }

    /// <summary>True when anything is left out of the list.</summary>
    public bool Narrows => this with { Gone = false } != new LineListQuery();

    /// <summary>The address, relative to the base.</summary>
    public string Url
    {
        get
        {
            var url = new StringBuilder("lines");
            Add("q", Text);
            Add("vendor", Vendor);
            Add("account", Account?.ToString(CultureInfo.InvariantCulture));
            Add("group", Group?.ToString(CultureInfo.InvariantCulture));
            Add("expiring", Expiring ? "1" : null);
            Add("nobody", Nobody ? "1" : null);
            Add("gone", Gone ? "1" : null);
            return url.ToString();

            void Add(string name, string? value)
            {
                if (!string.IsNullOrEmpty(value))
                {
                    url.Append(url.Length == "lines".Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
                }
            }
        }
    }

    /// <summary>The filter of the store. Who may not know who else reads a line cannot ask for it.</summary>
    public LineFilter ToFilter(Viewer viewer) => new()
    {
        VendorKey = Vendor, AccountId = Account, GroupId = Group, ExpiringOnly = Expiring, UnassignedOnly = Nobody && viewer.SeesAll, IncludeGone = Gone, Text = Text,
    };
}
