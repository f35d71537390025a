using System.Net;
using System.Security.Authentication;
using SmsPortal.Http;

namespace SmsPortal.Vendors;

/// <summary>
/// Turns a <see cref="VendorRequest"/> into a whole answer or a classified failure. 429 means wait; 5xx, HTML pages of a front server, resets and time-outs
/// are VendorDown for reads and OutcomeUnknown for calls with effects, unless the request never left. Nothing is repeated here.
/// </summary>
/// <param name="outbound">The one way out.</param>
/// <param name="time">The clock.</param>
/// <param name="redactor">Takes the account's keys out of what comes back.</param>
/// <param name="turn">Waited for before each request: the gate's pace.</param>
public sealed class VendorHttp(OutboundHttp outbound, TimeProvider time, Redactor redactor, Func<CancellationToken, ValueTask>? turn = null)
{
    /// <summary>Sends one call.</summary>
    /// <exception cref="VendorException">RateLimited, VendorDown, OutcomeUnknown or BadAnswer.</exception>
    public async Task<VendorAnswer> SendAsync(VendorRequest request, CancellationToken cancellationToken)
    {
        if (turn is not null)
        {
            await turn(cancellationToken);
        }

        OutboundAnswer answer;
        try
        {
            using var message = request.ToMessage();
            answer = await outbound.SendAsync(message, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or IOException or AuthenticationException)
        {
            throw Lost(request, failure);
        }

        var text = answer.Text;
        switch (answer.Status)
        {
            case 429:
                throw new VendorException(new VendorFailure(VendorFailureKind.RateLimited, "The vendor asks for fewer calls.") { Status = 429, RetryAfter = RetryAfter(answer), Raw = Raw(text) });
            case >= 500:
                throw new VendorException(new VendorFailure(Transient(request), $"The vendor answered {answer.Status}.") { Status = answer.Status, RetryAfter = RetryAfter(answer), Raw = Raw(text) });
            case >= 300 and < 400:
                throw new VendorException(new VendorFailure(request.Effect == CallEffect.Changes ? VendorFailureKind.OutcomeUnknown : VendorFailureKind.BadAnswer, $"The vendor redirected the call ({answer.Status}); redirects are not followed.") { Status = answer.Status });
            default:
                return new VendorAnswer(answer.Status, redactor.Redact(text), request.Effect);
        }
    }

    private static VendorFailureKind Transient(VendorRequest request) =>
        request.Effect == CallEffect.Changes ? VendorFailureKind.OutcomeUnknown : VendorFailureKind.VendorDown;

    private VendorException Lost(VendorRequest request, Exception failure)
    {
        var kind = OutboundHttp.NotSent(failure) ? VendorFailureKind.VendorDown : Transient(request);
        var words = failure switch
        {
            AnswerTooLargeException => "The vendor's answer is too large.",
            TimeoutException => "The vendor did not answer in time.",
            HttpRequestException { InnerException: AddressRefusedException refused } => refused.Message,
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "The vendor's host name is not known.",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "The vendor's certificate is not valid.",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "The vendor cannot be reached.",
            _ => "The connection to the vendor broke.",
        };
        if (failure is AnswerTooLargeException && request.Effect == CallEffect.None)
        {
            kind = VendorFailureKind.BadAnswer;
        }

        // The inner exception is dropped on purpose: its text can hold the URL, and with it a key.
        return new VendorException(new VendorFailure(kind, words));
    }

    private TimeSpan? RetryAfter(OutboundAnswer answer)
    {
        var header = answer.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait is null ? null : wait < TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromHours(6) ? TimeSpan.FromHours(6) : wait;
    }

    private string Raw(string text) => redactor.Redact(text[..Math.Min(text.Length, 2000)]);
}
