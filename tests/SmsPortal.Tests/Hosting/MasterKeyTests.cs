using System.Security.Cryptography;
using Shouldly;
using SmsPortal.Tests.Support;
using SmsPortal.Web.Hosting;
using Xunit;

namespace SmsPortal.Tests.Hosting;

public sealed class MasterKeyTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly List<string> _said = [];

    private PortalOptions Options => new() { DataFolder = _folder.Path };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_AtFirstStart_MakesAKeyFileAndSaysSoWithoutTheKey()
    {
        var first = MasterKey.Open(Options, _said.Add);

        var text = File.ReadAllText(_folder.At("master.key")).Trim();
        _said.ShouldHaveSingleItem().ShouldContain("master.key");
        _said[0].ShouldNotContain(text);
        MasterKey.Open(Options, _said.Add).Id.ShouldBe(first.Id);
        _said.Count.ShouldBe(1);
    }

    [Fact]
    public void KeyFile_MadeAtFirstStart_IsForItsOwnerOnly()
    {
        MasterKey.Open(Options, _said.Add);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_folder.At("master.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Open_WithAKeyInTheEnvironment_MakesNoFile()
    {
        MasterKey.Open(new PortalOptions { DataFolder = _folder.Path, MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }, _said.Add)
            .Source.ShouldBe("SMSPORTAL_MASTER_KEY");

        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Open_WithADamagedKeyFile_NamesTheFile()
    {
        File.WriteAllText(_folder.At("master.key"), "cut off");

        Should.Throw<StartRefusedException>(() => MasterKey.Open(Options, _said.Add)).Message.ShouldContain(_folder.At("master.key"));
    }

    [Fact]
    public void TwoKeys_HaveTwoIds()
    {
        MasterKey.Open(Options, _said.Add).Id.ShouldNotBe(MasterKey.Open(new PortalOptions { DataFolder = _folder.At("other") }, _said.Add).Id);
    }
}
