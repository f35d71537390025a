using System.Globalization;

namespace SmsPortal.Web.Components;

/// <summary>Money as people read it.</summary>
public static class MoneyText
{
    /// <summary><c>12.50 USD</c>, in the viewer's culture.</summary>
    public static string Show(decimal amount, string currency) => $"{amount.ToString(decimal.Round(amount, 2) == amount ? "N2" : "#,0.00##", CultureInfo.CurrentCulture)} {currency}";
}
