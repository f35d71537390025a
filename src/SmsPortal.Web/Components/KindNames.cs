using SmsPortal.Vendors;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Components;

/// <summary>How kinds of lines are named on pages.</summary>
public static class KindNames
{
    /// <summary>The kind in one or two words.</summary>
    public static string Of(LineKind? kind) => kind switch
    {
        LineKind.Line => Strings.KindLine,
        LineKind.LiteLine => Strings.KindLiteLine,
        LineKind.Rental => Strings.KindRental,
        LineKind.OneTime => Strings.KindOneTime,
        LineKind.TwoWay => Strings.KindTwoWay,
        LineKind.Telephone => Strings.KindTelephone,
        LineKind.Found => Strings.KindFound,
        _ => "",
    };
}
