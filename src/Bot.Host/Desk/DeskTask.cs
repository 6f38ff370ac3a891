using Microsoft.AspNetCore.Components;

namespace Bot.Host.Desk;

/// <summary>A part of the desk that does one thing at a time, says that it does, and says what went wrong.</summary>
public abstract partial class DeskTask : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    [Inject] private ILogger<DeskTask> Logger { get; set; } = null!;

    /// <summary>Whether it is at it.</summary>
    protected bool Busy { get; private set; }

    /// <summary>What went wrong with the last thing; <see langword="null"/> when nothing did.</summary>
    protected string? Complaint { get; set; }

    /// <summary>What came of it, where that is to be said.</summary>
    protected string? Done { get; set; }

    /// <summary>Does a thing unless another is under way. It is stopped when the editor leaves.</summary>
    protected async Task DoAsync(Func<CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Busy)
        {
            return;
        }

        (Busy, Complaint, Done) = (true, null, null);
        StateHasChanged();
        try
        {
            await work(_left.Token);
        }
        catch (Exception error) when (!_left.IsCancellationRequested)
        {
            Complaint = DeskComplaint.Of(error);
            if (!DeskComplaint.IsMendable(error))
            {
                LogFailed(error);
            }
        }
        finally
        {
            Busy = false;
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _left.Cancel();
            _left.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Error, "The desk failed.")]
    private partial void LogFailed(Exception error);
}
