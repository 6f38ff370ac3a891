using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Bot.Evaluation.Cases.Running;

/// <summary>A response whose body is known and comes as from the network: the model's client takes none that could be read twice.</summary>
internal static class StreamedReply
{
    /// <summary>What endpoints stream (<see href="https://html.spec.whatwg.org/multipage/server-sent-events.html"/>).</summary>
    public const string Events = "text/event-stream";

    public static HttpResponseMessage Of(string body, string? contentType, HttpRequestMessage request)
    {
        var content = new StreamContent(PipeReader.Create(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(body))).AsStream());
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return new(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
