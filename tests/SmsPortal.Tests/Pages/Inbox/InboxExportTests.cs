using System.Text;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SmsPortal.Web.Pages.Inbox;
using Xunit;

namespace SmsPortal.Tests.Pages.Inbox;

public sealed class InboxExportTests(InboxFixture inbox) : IClassFixture<InboxFixture>
{
    [Fact]
    public async Task File_HoldsWhatThePersonMaySeeAndNothingElse()
    {
        var (hers, others) = (await inbox.AddLineAsync(), await inbox.AddLineAsync());
        await inbox.DeliverAsync(hers, "for her");
        await inbox.DeliverAsync(others, "for others");

        var file = await ExportAsync(await inbox.AddMemberAsync(hers), new InboxQuery());

        file.ShouldContain("for her");
        file.ShouldNotContain("for others");
    }

    [Fact]
    public async Task File_OfAFilteredList_HoldsWhatMatches()
    {
        var line = await inbox.AddLineAsync();
        await inbox.DeliverAsync(line, "about parcels");
        await inbox.DeliverAsync(line, "about trains");

        var file = await ExportAsync(await inbox.AddMemberAsync(line), new InboxQuery { Search = "parcels" });

        file.ShouldContain("about parcels");
        file.ShouldNotContain("about trains");
    }

    [Fact]
    public async Task Text_ThatIsAFormula_IsText()
    {
        var line = await inbox.AddLineAsync();
        await inbox.DeliverAsync(line, "=HYPERLINK(\"https://example.org\")");

        (await ExportAsync(await inbox.AddMemberAsync(line), new InboxQuery())).ShouldContain("\"'=HYPERLINK(\"\"https://example.org\"\")\"");
    }

    [Fact]
    public async Task File_ForNobody_IsRefused()
    {
        await using var scope = inbox.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };

        await scope.ServiceProvider.GetRequiredService<InboxExport>().WriteAsync(context, new InboxQuery());

        context.Response.StatusCode.ShouldBe(StatusCodes.Status401Unauthorized);
    }

    private async Task<string> ExportAsync(Guid member, InboxQuery query)
    {
        await using var circuit = await inbox.SignInAsync(member);
        var person = (await circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync()).User;
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = circuit.ServiceProvider, User = person };
        context.Response.Body = body;
        await circuit.ServiceProvider.GetRequiredService<InboxExport>().WriteAsync(context, query);
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
