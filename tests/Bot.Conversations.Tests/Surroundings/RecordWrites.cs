using System.Diagnostics.Metrics;

namespace Bot.Conversations.Tests.Surroundings;

/// <summary>Counts the transactions that the test which made it has written, and no other's.</summary>
internal sealed class RecordWrites : IDisposable
{
    private static readonly AsyncLocal<RecordWrites?> Ours = new();

    private readonly MeterListener _listener = new();
    private int _count;

    public RecordWrites()
    {
        Ours.Value = this;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: "bot.record.duration", Meter.Name: "Bot.Conversations" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, labels, _) =>
        {
            if (Ours.Value == this && labels.Contains(new("operation", "write")))
            {
                Interlocked.Increment(ref _count);
            }
        });
        _listener.Start();
    }

    public int Count => Volatile.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
