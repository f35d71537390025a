using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.SignIn;

/// <summary>How many passwords and tokens one address may try.</summary>
public sealed class SignInLimits
{
    /// <summary>The policy of everything that takes a password or a token.</summary>
    internal const string Policy = "sign-in";

    /// <summary>At once, and again each minute: an office behind one address starts its day.</summary>
    public int PerMinute { get; set; } = 60;

    internal static void Configure(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(Address(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = context.RequestServices.GetRequiredService<IOptions<SignInLimits>>().Value.PerMinute, Window = TimeSpan.FromMinutes(1),
        }));
        limiter.OnRejected = async (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            await RefuseAsync(context.HttpContext, StatusCodes.Status429TooManyRequests, wait, Strings.SignInTooManyTries);
        };
    }

    /// <summary>Answers in words, with Retry-After.</summary>
    internal static Task RefuseAsync(HttpContext context, int status, TimeSpan wait, string reason)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new RazorComponentResult<WaitPage>(new { Reason = reason, Seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) }) { StatusCode = status }.ExecuteAsync(context);
    }

    // A household or a server has a /64 of IPv6 addresses at least: counted as one.
    private static string Address(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }
}
