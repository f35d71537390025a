using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Shouldly;
using SmsPortal.People;
using Xunit;

namespace SmsPortal.Tests.People;

public sealed class PasswordVaultTests
{
    // Identity's format 3: 0x01, the function (2 = HMAC-SHA512), the iterations, the salt's length; each number of four bytes, the greatest first.
    [Fact]
    public async Task AHash_IsPbkdf2Sha512With220000Iterations()
    {
        var hash = Convert.FromBase64String(await Vault(PasswordVault.Iterations).HashAsync("seven quiet harbours", CancellationToken.None));

        hash[0].ShouldBe((byte)1);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)).ShouldBe(2u);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)).ShouldBe(220_000u);
    }

    [Fact]
    public async Task AnOldHash_IsAcceptedAndToBeHashedAgain()
    {
        var old = await Vault(1000).HashAsync("seven quiet harbours", CancellationToken.None);
        (await Vault(2000).VerifyAsync(old, "seven quiet harbours", CancellationToken.None)).ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);
        (await Vault(2000).VerifyAsync(old, "another", CancellationToken.None)).ShouldBe(PasswordVerificationResult.Failed);
    }

    [Fact]
    public async Task NoHash_FitsNoPassword() => (await Vault(1000).VerifyAsync(null, "seven quiet harbours", CancellationToken.None)).ShouldBe(PasswordVerificationResult.Failed);

    [Fact]
    public async Task TheQueue_WhenTooManyWait_RefusesTheNextAndServesTheOthers()
    {
        using var queue = new HashQueue();
        using var gate = new ManualResetEventSlim();
        var running = Math.Max(1, Environment.ProcessorCount / 2);
        var inside = new List<Task<bool>>();
        using var started = new CountdownEvent(running);
        for (var i = 0; i < running; i++)
        {
            inside.Add(Task.Run(() => queue.RunAsync(() => { started.Signal(); gate.Wait(); return true; }, CancellationToken.None)));
        }

        started.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        for (var i = 0; i < HashQueue.MaxWaiting; i++)
        {
            inside.Add(queue.RunAsync(() => true, CancellationToken.None));
        }

        await Should.ThrowAsync<HashQueueFullException>(() => queue.RunAsync(() => true, CancellationToken.None));
        gate.Set();
        (await Task.WhenAll(inside)).ShouldAllBe(done => done);
        (await queue.RunAsync(() => true, CancellationToken.None)).ShouldBeTrue();
    }

    private static PasswordVault Vault(int iterations) => new(new HashQueue(), Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
}
