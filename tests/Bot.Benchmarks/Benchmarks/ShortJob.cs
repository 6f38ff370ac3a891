using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Bot.Benchmarks.Benchmarks;

/// <summary>
/// Few and short iterations, so that all is measured in some minutes, within this process: BenchmarkDotNet would otherwise build the host, and with
/// it the reader's page, anew for each.
/// </summary>
internal sealed class ShortJob : ManualConfig
{
    public ShortJob()
    {
        AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance).WithMinIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(200)));
        AddDiagnoser(MemoryDiagnoser.Default);
    }
}
