using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Importing.Fetching;

/// <summary>
/// Gets one page or feed, and nothing else: no script is run, no picture fetched, no cookie kept, no proxy asked. Every redirect is
/// looked at like an address of its own.
/// </summary>
internal sealed class PageFetcher : IDisposable
{
    private static readonly string[] Taken =
    [
        "text/html", "application/xhtml+xml", "text/plain", "application/rss+xml", "application/atom+xml", "application/rdf+xml",
        "application/xml", "text/xml",
    ];

    private readonly ImportOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public PageFetcher(IOptions<ImportOptions> options, IHostResolver resolver, Func<IPAddress, bool> mayAsk, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        var connection = new CheckedConnection(resolver, mayAsk);
        _client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = connection.ConnectAsync,
            // What is refused is not read on to keep its connection.
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = 64,
            UseCookies = false,
            UseProxy = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <exception cref="ImportException">It is refused, or the server does not give it.</exception>
    public async Task<FetchedPage> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_options.Within, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await FollowAsync(address, either.Token);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException or InvalidDataException && Refusal(error) is { } refusal)
        {
            throw refusal;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            throw new ImportException($"'{address}' cannot be got: {error.Message.TrimEnd('.')}.", "Check the address, or save the page and import the file.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ImportException(
                $"'{address}' is not imported: it took more than {_options.Within.TotalSeconds:0.###} seconds.",
                $"Try again, or raise {ImportOptions.Section}:{nameof(ImportOptions.Within)}.");
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<FetchedPage> FollowAsync(Uri start, CancellationToken cancellationToken)
    {
        var address = PageAddress.Check(start);
        for (var redirects = 0; redirects <= _options.MaxRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/plain;q=0.8");
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Bot-Import", "1"));
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (Target(response, address) is not { } target)
            {
                return await TakeAsync(response, address, cancellationToken);
            }

            address = PageAddress.Check(target);
        }

        throw new ImportException(
            $"'{start}' is not imported: it redirects more than {_options.MaxRedirects} times, at last to '{address}'.", "Import the page's own address.");
    }

    private static Uri? Target(HttpResponseMessage response, Uri address) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect && response.Headers.Location is { } location
            ? new(address, location)
            : null;

    private async Task<FetchedPage> TakeAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new ImportException(
                $"'{address}' is not imported: its server answers {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd() + ".",
                "Check the address; a page for subscribers can be saved, and the file imported.");
        }

        var type = response.Content.Headers.ContentType;
        var mediaType = type?.MediaType?.ToLowerInvariant() ?? "nothing";
        return Taken.Contains(mediaType)
            ? new(address, mediaType, type!.CharSet?.Trim('"', '\''), await new PageBody(_options, _time).ReadAsync(response, address, cancellationToken))
            : throw new ImportException($"'{address}' is not imported: it is {mediaType}, and not a page, a text or a feed.", "Import the page that it belongs to.");
    }

    private static ImportException? Refusal(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is ImportException refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
