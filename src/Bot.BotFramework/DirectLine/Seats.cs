using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Bot.BotFramework.DirectLine;

/// <summary>How many sockets each address has open.</summary>
internal sealed class Seats(IOptions<DirectLineOptions> options)
{
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes one until it is disposed; <see langword="null"/> when the address has as many as it may.</summary>
    public IDisposable? Take(string address)
    {
        if (_taken.AddOrUpdate(address, 1, (_, taken) => taken + 1) > options.Value.SocketsPerAddress)
        {
            Leave(address);
            return null;
        }

        return new Seat(this, address);
    }

    private void Leave(string address)
    {
        if (_taken.AddOrUpdate(address, 0, (_, taken) => taken - 1) == 0)
        {
            _taken.TryRemove(new(address, 0));
        }
    }

    private sealed class Seat(Seats seats, string address) : IDisposable
    {
        public void Dispose() => seats.Leave(address);
    }
}
