using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Shouldly;
using SmsPortal.Web;
using SmsPortal.Web.Hosting;
using Xunit;

namespace SmsPortal.Tests.SignIn;

public sealed class ServicesTests
{
    // Only in Development the framework checks that nothing long-lived holds on to what lives for a request.
    [Fact]
    public async Task TheServicesOfThePortal_FitTogether_AsDevelopmentChecksThem()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(PortalHost).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        var options = new PortalOptions { DataFolder = Path.GetTempPath(), Port = 0, MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };

        await using var app = PortalHost.Build(builder, options, "Host=localhost;Database=nothing", MasterKey.Open(options, _ => { }));

        app.Services.ShouldNotBeNull();
    }
}
