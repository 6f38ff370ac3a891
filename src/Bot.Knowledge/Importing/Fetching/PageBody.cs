namespace Bot.Knowledge.Importing.Fetching;

/// <summary>Reads a body within its limits: what it unpacks to counts, and a silent server is not waited for.</summary>
internal sealed class PageBody(ImportOptions options, TimeProvider time)
{
    /// <exception cref="ImportException">It is too large, or the server falls silent.</exception>
    public async Task<byte[]> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > options.MaxBytes)
        {
            throw TooLarge(address);
        }

        using var silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            using var body = await response.Content.ReadAsStreamAsync(either.Token);
            return await ReadAsync(body, address, silence, either.Token);
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ImportException(
                $"'{address}' is not imported: its server fell silent for {options.StallTimeout.TotalSeconds:0.###} seconds.",
                $"Try again, or raise {ImportOptions.Section}:{nameof(ImportOptions.StallTimeout)}.");
        }
    }

    private async Task<byte[]> ReadAsync(Stream body, Uri address, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[16_384];
        while (true)
        {
            silence.CancelAfter(options.StallTimeout);
            var count = await body.ReadAsync(buffer, cancellationToken);
            if (count == 0)
            {
                return read.ToArray();
            }

            read.Write(buffer, 0, count);
            if (read.Length > options.MaxBytes)
            {
                throw TooLarge(address);
            }
        }
    }

    private ImportException TooLarge(Uri address) => new(
        $"'{address}' is not imported: it has more than {options.MaxBytes} bytes, unpacked.",
        $"Save the part you need, and import the file, or raise {ImportOptions.Section}:{nameof(ImportOptions.MaxBytes)}.");
}
