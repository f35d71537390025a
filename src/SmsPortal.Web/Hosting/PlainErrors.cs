using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace SmsPortal.Web.Hosting;

/// <summary>What a request gets that failed outside of a page: a sentence and an id to quote, also while the database is away. Nothing is looked up for it.</summary>
public static class PlainErrors
{
    public static void UsePlainErrors(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync, SuppressDiagnosticsCallback = _ => false });

    private static Task AnswerAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var isAway = failure is NpgsqlException or TimeoutException;
        context.Response.StatusCode = isAway ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(isAway
            ? "The database does not answer just now. Nothing is lost; please try again in a moment."
            : $"Something went wrong. Please try again, and quote {context.TraceIdentifier} if it stays.");
    }
}
