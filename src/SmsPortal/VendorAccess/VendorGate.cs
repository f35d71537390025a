using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using SmsPortal.Http;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;

namespace SmsPortal.VendorAccess;

/// <summary>
/// Every call to a vendor passes here: open the account's key, keep its pace, call, classify what went wrong, record how the account does. The only place where a
/// key is in clear.
/// </summary>
public sealed class VendorGate(
    AccountQueries accounts, VendorRegistry vendors, AccountKeys keys, OutboundHttp outbound, HealthWriter health, TimeProvider time, IOptions<GateOptions> options, ILogger<VendorGate> log)
{
    private readonly ConcurrentDictionary<int, GateLane> _lanes = new();

    /// <summary>Calls the vendor for the portal itself: waits out back-off and <c>Retry-After</c> by not calling.</summary>
    /// <returns>The value, or the failure; while the account waits, the failure it waits for with the time left.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up; that is no failure of the vendor.</exception>
    /// <exception cref="NpgsqlException">The account could not be read.</exception>
    public Task<VendorOutcome<T>> CallAsync<T>(int accountId, Func<IVendor, VendorSession, CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        CallAsync(accountId, call, patient: true, cancellationToken);

    /// <summary>As <see cref="CallAsync{T}(int, Func{IVendor, VendorSession, CancellationToken, Task{T}}, CancellationToken)"/> for a person who waits: a back-off is passed over, and a paused account is called; <c>Retry-After</c> never is.</summary>
    public Task<VendorOutcome<T>> CallNowAsync<T>(int accountId, Func<IVendor, VendorSession, CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        CallAsync(accountId, call, patient: false, cancellationToken);

    /// <summary>Calls with credentials that are not stored yet. Records nothing.</summary>
    public async Task<VendorOutcome<T>> TryAsync<T>(
        IVendor vendor, Uri baseAddress, IReadOnlyDictionary<string, string> credentials, Func<IVendor, VendorSession, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var open = Open(vendor, new VendorAccount { VendorKey = vendor.Key, Name = "" }, baseAddress, AccountKeys.ToCredentials(credentials), new GateLane(time));
        var (value, failure) = await SendAsync(open, call, cancellationToken);
        return failure is null ? new VendorOutcome<T>(value!) : new VendorOutcome<T>(failure);
    }

    /// <summary>Something of the account changed: read it anew before the next call.</summary>
    public void Forget(int accountId)
    {
        if (_lanes.TryGetValue(accountId, out var lane))
        {
            lane.Forget();
        }
    }

    private async Task<VendorOutcome<T>> CallAsync<T>(int accountId, Func<IVendor, VendorSession, CancellationToken, Task<T>> call, bool patient, CancellationToken cancellationToken)
    {
        var lane = _lanes.GetOrAdd(accountId, _ => new GateLane(time));
        OpenAccount open;
        try
        {
            open = lane.Known(options.Value.AccountKeptFor) ?? await OpenAsync(accountId, lane, cancellationToken);
        }
        catch (VendorException unusable)
        {
            return new VendorOutcome<T>(unusable.Failure) { WasHeld = true };
        }

        if (patient && open.Account.State == AccountState.Paused)
        {
            return new VendorOutcome<T>(new VendorFailure(VendorFailureKind.Refused, "The account is paused.")) { WasHeld = true };
        }

        if (lane.Held(patient) is { } held)
        {
            return new VendorOutcome<T>(held) { WasHeld = true };
        }

        var number = lane.Begin();
        try
        {
            var (value, failure) = await SendAsync(open, call, cancellationToken);
            await RecordAsync(accountId, lane, number, failure);
            return failure is null ? new VendorOutcome<T>(value!) : new VendorOutcome<T>(failure);
        }
        catch (LaneHeldException meanwhile)
        {
            return new VendorOutcome<T>(meanwhile.Failure) { WasHeld = true };
        }
    }

    private async Task<OpenAccount> OpenAsync(int accountId, GateLane lane, CancellationToken cancellationToken)
    {
        var version = lane.Version;
        var account = await accounts.FindAsync(accountId, cancellationToken);
        if (account is null || account.State == AccountState.Removed)
        {
            throw new VendorException(VendorFailureKind.NotFound, "The account was removed.");
        }

        var vendor = vendors.Find(account.VendorKey) ?? throw new VendorException(VendorFailureKind.Refused, $"This build does not know the vendor {account.VendorKey}.");
        var open = Open(vendor, account, account.BaseAddress is { } other ? new Uri(other) : vendor.DefaultBaseAddress, keys.Reveal(account), lane);
        lane.Load(open, await accounts.FindHealthAsync(accountId, cancellationToken), version);
        return open;
    }

    private OpenAccount Open(IVendor vendor, VendorAccount account, Uri baseAddress, VendorCredentials credentials, GateLane lane)
    {
        var redactor = new Redactor(credentials.SecretsOf(vendor));
        var between = vendor.Pace.BetweenCalls * options.Value.PaceFactor;
        var http = new VendorHttp(outbound, time, redactor, stop => lane.TurnAsync(between, stop));
        return new OpenAccount(account, vendor, new VendorSession(baseAddress, credentials, http, time, lane.MemoryFor(account)), redactor);
    }

    private async Task<(T? Value, VendorFailure? Failure)> SendAsync<T>(OpenAccount open, Func<IVendor, VendorSession, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return (await call(open.Vendor, open.Session, cancellationToken), null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (VendorException failed)
        {
            var failure = failed.Failure;
            return (default, failure with { Message = open.Redactor.Redact(failure.Message), Raw = failure.Raw is null ? null : open.Redactor.Redact(failure.Raw) });
        }
        catch (Exception unexpected) when (unexpected is not LaneHeldException)
        {
            // Not the exception itself: its text may hold the URL, and with it a key.
            log.LogError("A call to {Vendor} failed in an unexpected way: {Exception}", open.Vendor.Name, open.Redactor.Redact(unexpected.ToString()));
            return (default, new VendorFailure(VendorFailureKind.BadAnswer, $"The vendor's answer could not be handled ({open.Redactor.Redact(unexpected.Message)})."));
        }
    }

    private async Task RecordAsync(int accountId, GateLane lane, long number, VendorFailure? failure)
    {
        try
        {
            // The result stands; recording it must not end with the caller.
            if (failure is not null && VendorHealth.IsTrouble(failure))
            {
                var (failures, wait) = lane.Failed(failure, options.Value);
                log.LogInformation("Account {Account}: {Kind}, failure {Count} in a row, next call in {Wait}", accountId, failure.Kind, failures, wait);
                await health.FailedAsync(accountId, failure.Kind.ToString(), failure.Message, failures, wait > TimeSpan.Zero ? wait : null, CancellationToken.None);
            }
            else if (lane.Succeeded(number, options.Value.SuccessWrittenEvery))
            {
                await health.SucceededAsync(accountId, CancellationToken.None);
            }
        }
        catch (NpgsqlException broken)
        {
            log.LogWarning("The health of account {Account} could not be written: {Reason}", accountId, broken.Message);
        }
    }
}
