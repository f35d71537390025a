using System.Diagnostics;
using System.Globalization;

namespace SmsPortal.Benchmarks;

/// <summary>Another process of this program, so that the processor time of one arm is not the other's. It ends when its input closes.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const string ReadyWord = "ready ";
    private readonly Process _process;

    private ChildProcess(Process process, string ready) => (_process, Ready) = (process, ready);

    /// <summary>What it said when it was ready: its address, if it has one.</summary>
    public string Ready { get; }

    /// <summary>Processor time since its start.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<ChildProcess> StartAsync(string mode, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        start.ArgumentList.Add(mode);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{mode} did not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(ReadyWord, StringComparison.Ordinal))
            {
                return new ChildProcess(process, line[ReadyWord.Length..]);
            }

            Console.Error.WriteLine($"{mode}: {line}");
        }

        throw new InvalidOperationException($"{mode} ended before it was ready.");
    }

    /// <summary>Sends a line and returns the answer.</summary>
    public async Task<string> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The child process is gone.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        _ = _process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>In the child: says that it is ready.</summary>
    public static void SayReady(string what = "") => Console.WriteLine(ReadyWord + what);

    /// <summary>Bytes that a server has allocated since its start.</summary>
    public async Task<long> AllocatedAsync() => long.Parse(await AskAsync("allocated"), CultureInfo.InvariantCulture);

    /// <summary>In a server: says what it allocated whenever asked; returns when the parent closes the input or is gone.</summary>
    public static async Task WaitForEndAsync()
    {
        while (await Console.In.ReadLineAsync() is not null)
        {
            Console.WriteLine(GC.GetTotalAllocatedBytes().ToString(CultureInfo.InvariantCulture));
        }
    }
}
