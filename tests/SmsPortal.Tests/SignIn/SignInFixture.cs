using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SmsPortal.People;
using SmsPortal.Tests.Support;
using SmsPortal.Web.SignIn;
using Xunit;

namespace SmsPortal.Tests.SignIn;

/// <summary>A portal with a page for the signed in and one for admins, and people to sign in.</summary>
public sealed class SignInFixture : IAsyncLifetime
{
    public const string Password = "seven quiet harbours";
    private readonly PortalFixture _portal = new();
    private int _people;

    public WebApplication Node => _portal.Node;

    public string ConnectionString => _portal.ConnectionString;

    public T Get<T>()
        where T : notnull => Node.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await _portal.InitializeAsync();
        Node.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<SignInLimits>>().Value.PerMinute = 10_000;
        AddPages(Node);
    }

    /// <summary>Another node on the same database.</summary>
    public async Task<WebApplication> StartNodeAsync()
    {
        var node = await _portal.StartNodeAsync();
        AddPages(node);
        return node;
    }

    /// <summary>A person who may sign in with <see cref="Password"/>.</summary>
    internal async Task<(Guid Id, string Email)> AddPersonAsync(bool isAdmin = false)
    {
        var email = $"person{Interlocked.Increment(ref _people)}@example.org";
        var made = await Get<PeopleDesk>().CreateAsync(new NewPerson { Email = email, DisplayName = "Some Person", Password = Password, IsAdmin = isAdmin }, CancellationToken.None);
        made.Problems.ShouldBeEmpty();
        return (made.Id!.Value, email);
    }

    /// <summary>A visitor who signed in as a new person.</summary>
    internal async Task<(Visitor Visitor, Guid Id, string Email)> SignedInAsync(bool isAdmin = false, WebApplication? node = null)
    {
        var (id, email) = await AddPersonAsync(isAdmin);
        var visitor = new Visitor(node ?? Node);
        (await visitor.SignInAsync(email, Password)).Headers.Location!.OriginalString.ShouldBe("/");
        return (visitor, id, email);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private static void AddPages(WebApplication node)
    {
        node.MapGet("/test/inside", (HttpContext context) => context.User.Identity!.Name);
        node.MapGet("/test/token", (HttpContext context, IAntiforgery forms) => forms.GetAndStoreTokens(context).RequestToken);
        node.MapGet("/test/admins", () => "for admins").RequireAuthorization(SignInRoom.AdminOnly);
    }
}
