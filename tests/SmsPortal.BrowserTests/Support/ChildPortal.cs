using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using SmsPortal.Tests.Support;

namespace SmsPortal.BrowserTests.Support;

/// <summary>A portal in a process of its own, as it is shipped or as it was built, on a loopback port that stays over restarts.</summary>
internal sealed class ChildPortal(int port, IReadOnlyDictionary<string, string> environment) : IAsyncDisposable
{
    // The shell ends the portal when its own standard input ends, that is when this test process is gone, however that went.
    private const string Keeper = "exec 3<&0; \"$@\" 3<&- & child=$!; (cat <&3 >/dev/null; kill -9 $child 2>/dev/null) & wait $child";

    private readonly ConcurrentQueue<string> _lines = new();
    private Process? _process;

    /// <summary>Where it answers, without a slash at the end. WebSockets and clipboards want the name, not the number.</summary>
    public string Address { get; } = $"http://localhost:{port}";

    /// <summary>What it wrote so far.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts it and waits until it says <paramref name="sign"/>.</summary>
    public async Task StartAsync(string sign = "SmsPortal: ready at")
    {
        _lines.Clear();
        var start = new ProcessStartInfo("sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "-c", Keeper, "sh", "dotnet", PortalFiles.Program, "--contentRoot", PortalFiles.Folder })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = PortalFiles.Environment;
        start.Environment["DOTNET_hostBuilder__reloadConfigOnChange"] = "false";
        start.Environment["SMSPORTAL_PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = _process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await Eventually.TrueAsync(() => process.HasExited ? throw new InvalidOperationException("it ended") : Output.Contains(sign, StringComparison.Ordinal), sign);
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            await KillAsync();
            throw new InvalidOperationException($"The portal did not start ({failure.Message}). It said:\n{Output}", failure);
        }
    }

    /// <summary>Ends it as a power cut does (SIGKILL), and waits until its port is free.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
            await Eventually.TrueAsync(async () => !await IsListeningAsync(), "the killed portal's port");
        }
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }

    private async Task<bool> IsListeningAsync()
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
