using SmsPortal.Storage;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Pages.Admin.Vendors;

/// <summary>The list of vendor accounts, without Blazor.</summary>
public sealed class AccountListState
{
    /// <summary>By name.</summary>
    public IReadOnlyList<AccountOverview> Accounts { get; private set; } = [];

    /// <summary>What stands beside the title: how many there are, and how many need a person.</summary>
    public string? Note { get; private set; }

    /// <summary>The list was read.</summary>
    public void Show(IReadOnlyList<AccountOverview> accounts, DateTimeOffset now)
    {
        Accounts = accounts;
        var needy = accounts.Count(account => StatusOf(account, now).NeedsPerson);
        var count = Words.Count(accounts.Count, Strings.AccountCountOne, Strings.AccountCount);
        Note = accounts.Count == 0 ? null : needy == 0 ? count : $"{count} · {Words.Count(needy, Strings.NeedYouOne, Strings.NeedYou)}";
    }

    /// <summary>How an account does now.</summary>
    public static AccountStatus StatusOf(AccountOverview account, DateTimeOffset now) => AccountStatus.Of(account.State, account.Health, now);
}
