using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SmsPortal.Model;

namespace SmsPortal.People;

/// <summary>Hashes and verifies passwords, one after the other (<see cref="HashQueue"/>): PBKDF2-SHA512.</summary>
public sealed class PasswordVault(HashQueue queue, IOptions<PasswordHasherOptions> options)
{
    /// <summary>Identity's default of 100,000 is too low (quality.md, "Sign-in").</summary>
    public const int Iterations = 220_000;

    private static readonly PortalUser Nobody = new() { DisplayName = "" };
    private readonly PasswordHasher<PortalUser> _hasher = new(options);
    private readonly Lazy<string> _dummy = new(() => new PasswordHasher<PortalUser>(options).HashPassword(Nobody, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));

    /// <summary>A new hash.</summary>
    /// <exception cref="HashQueueFullException">Too many passwords wait already.</exception>
    public Task<string> HashAsync(string password, CancellationToken cancellationToken) => queue.RunAsync(() => _hasher.HashPassword(Nobody, password), cancellationToken);

    /// <summary>Compares; where there is no hash, the same work is done for nothing, so that an unknown name takes as long as a known one.</summary>
    /// <exception cref="HashQueueFullException">Too many passwords wait already.</exception>
    public async Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        var result = await queue.RunAsync(() => _hasher.VerifyHashedPassword(Nobody, hash ?? _dummy.Value, password), cancellationToken);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }
}
