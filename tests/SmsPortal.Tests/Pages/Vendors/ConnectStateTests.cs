using Shouldly;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors.GetSms;
using SmsPortal.Vendors.JookSms;
using SmsPortal.Web.Components;
using SmsPortal.Web.Pages.Admin.Vendors;
using Xunit;

namespace SmsPortal.Tests.Pages.Vendors;

public sealed class ConnectStateTests
{
    [Fact]
    public void Form_OfAVendor_HoldsEveryCredentialFieldEvenUntyped()
    {
        var state = new ConnectState(new GetSmsVendor());
        state.Set("api_key", "typed");

        var form = state.ToForm();

        form.Credentials.ShouldBe(new Dictionary<string, string> { ["user"] = "", ["api_key"] = "typed" }, ignoreOrder: true);
        form.Name.ShouldBe("GetSMS");
        form.Currency.ShouldBe("USD");
        form.OwnNumbers.ShouldBeEmpty();
    }

    [Fact]
    public void OwnNumbers_OnLinesOrWithCommas_AreSentOneByOne()
    {
        var state = new ConnectState(new JookSmsVendor());
        state.Set(AccountResult.OwnNumbers, " +12025550101\r\n+12025550102, +12025550103;\n\n");

        state.ToForm().OwnNumbers.ShouldBe(["+12025550101", "+12025550102", "+12025550103"]);
    }

    [Fact]
    public void Field_TypedIn_LosesItsComplaintAndTheOthersKeepTheirs()
    {
        var state = new ConnectState(new GetSmsVendor());
        state.Act.Begin();
        state.Act.End(new AccountResult(null, new Dictionary<string, string> { ["user"] = "Unknown.", ["api_key"] = "Wrong." }), done: null);

        state.Set("user", "demo");

        state.Act.At("user").ShouldBeNull();
        state.Act.At("api_key").ShouldBe("Wrong.");
    }

    [Fact]
    public void Act_ThatRuns_CannotBeginAgain()
    {
        var act = new ActState();

        (act.Begin(), act.Begin()).ShouldBe((true, false));
        act.Fail(new LoadFailure("No database.", "abc"));

        act.IsBusy.ShouldBeFalse();
        act.General.ShouldNotBeNull().ShouldContain("abc");
        act.Begin().ShouldBeTrue();
    }

    [Fact]
    public void Keys_OfAConnectedAccount_AreForgotten()
    {
        var state = new ConnectState(new GetSmsVendor());
        state.Set("api_key", "typed");

        state.Forget();

        state.ToForm().Credentials.Values.ShouldAllBe(value => value.Length == 0);
    }
}
