using Microsoft.AspNetCore.Mvc;

namespace SmsPortal.Web.Pages.Inbox;

internal static class InboxRoom
{
    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddScoped<InboxReader>();
        services.AddScoped<InboxExport>();
        return services;
    }

    public static void MapInbox(this WebApplication app) => app.MapGet("/inbox/export.csv", (HttpContext context, [AsParameters] ExportAddress address, InboxExport export) =>
        export.WriteAsync(context, address.ToQuery())).RequireAuthorization();
}

/// <summary>The inbox's address, as the export receives it.</summary>
internal sealed record ExportAddress(
    [FromQuery(Name = "q")] string? Search, [FromQuery] long? Line, [FromQuery] int? Group, [FromQuery] string? Vendor, [FromQuery] string? Unread, [FromQuery] string? Code,
    [FromQuery(Name = "dir")] string? Direction, [FromQuery] string? Since)
{
    public InboxQuery ToQuery() => new()
    {
        Search = Search, Line = Line, Group = Group, Vendor = Vendor, Unread = Unread == "1", Code = Code == "1", Direction = Direction is "in" or "out" ? Direction : null, Since = Since,
    };
}
