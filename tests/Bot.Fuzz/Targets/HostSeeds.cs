namespace Bot.Fuzz.Targets;

/// <summary>A valid request to every endpoint that strangers reach.</summary>
internal static class HostSeeds
{
    private const string Json = "Content-Type: application/json\r\n";
    private const string Question = """{"question":"How long is Line 1?","article":"tram","date":"2026-05-20","history":[{"role":"user","text":"Hello"},{"role":"agent","text":"Hi"}],"conversation":"a-name-that-nobody-guesses"}""";
    private const string Activity = """{"type":"message","id":"1","serviceUrl":"http://127.0.0.1:1/","channelId":"emulator","from":{"id":"u","name":"Ann"},"conversation":{"id":"c"},"recipient":{"id":"b","name":"Bot"},"text":"How long is Line 1?","deliveryMode":"expectReplies","locale":"en"}""";
    private const string Said = """{"type":"message","text":"How long is Line 1?","from":{"id":"u"},"locale":"de","channelData":{"clientActivityID":"abc"},"value":{"a":1},"entities":[{"type":"x"}]}""";

    public static IReadOnlyList<string> Words { get; } =
    [
        "/api/ask", "/api/answers/", "/api/forget", "/v3/directline/", "/discord/interactions", "/articles/", "/c/", "/embed?article=", "/assets/", "?cited=", "?answer=", "?lang=", "?q=", "\"question\":", "\"history\":", "\"conversation\":", "\"date\":", "\"text\":", "\"type\":", "\"data\":",
        "Content-Length: 5\r\n", "Content-Length: -1\r\n", "Transfer-Encoding: chunked\r\n", "Host: evil.example\r\n", "X-Forwarded-For: 1.2.3.4\r\n", "Accept: text/html\r\n", "Accept: text/event-stream\r\n", "Accept-Language: de;q=0.x\r\n", "Accept-Encoding: br;q=x\r\n", "Idempotency-Key: a\r\n", "Origin: null\r\n", "Content-Type: text/plain\r\n", "Cookie: bot-desk=x\r\n", "Sec-Fetch-Site: cross-site\r\n", "Range: bytes=0-0\r\n", "Expect: 100-continue\r\n", "Upgrade: websocket\r\nConnection: Upgrade\r\n", "%2f", "%5c..", "%00", "\\udc00", "\\ud800",
    ];

    public static IEnumerable<string> Requests(FuzzedHost host) =>
    [
        Post("/api/ask", Question, Json),
        Post("/api/ask", """{"question":"How long is Line 1?"}""", Json + "Accept: text/event-stream\r\nIdempotency-Key: 0123456789abcdef0\r\n"),
        "DELETE /api/ask HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: 0123456789abcdef1\r\n\r\n",
        Post("/api/forget", """{"conversation":"a-name-that-nobody-guesses"}""", Json),
        Post("/api/delete-my-data", """{"conversation":"a-name-that-nobody-guesses","idempotency_key":"0123456789abcdef0"}""", Json),
        Post("/ask", "question=How+long+is+Line+1%3F&article=tram&key=0123456789abcdef2", "Content-Type: application/x-www-form-urlencoded\r\n"),
        Post("/ask", "--b\r\nContent-Disposition: form-data; name=\"question\"\r\n\r\nHow long?\r\n--b--\r\n", "Content-Type: multipart/form-data; boundary=b\r\n"),
        Post("/api/messages", Activity, Json),
        Post("/discord/interactions", """{"type":2,"id":"1","application_id":"2","token":"t","channel_id":"3","context":1,"user":{"id":"6"},"data":{"name":"ask","type":1,"options":[{"type":3,"name":"question","value":"How long is Line 1?"}]}}""", Json),
        Post("/discord/interactions", """{"type":3,"id":"1","application_id":"2","token":"t","channel_id":"3","guild_id":"4","member":{"user":{"id":"6"},"permissions":"0","roles":[]},"data":{"custom_id":"answer:up:AAAAAAAAAAAAAAAAAAAAAA:0","component_type":2},"message":{"id":"9","flags":64}}""", Json),
        Post("/discord/interactions", """{"type":4,"id":"1","application_id":"2","token":"t","channel_id":"3","context":1,"user":{"id":"6"},"data":{"name":"ask","type":1,"options":[{"type":3,"name":"article","value":"tr","focused":true}]}}""", Json),
        Post("/v3/directline/tokens/generate", """{"botArticle":"tram","locale":"de"}""", Json),
        Post("/v3/directline/conversations", "{}", $"{Json}Authorization: Bearer {host.Token}\r\n"),
        Post($"/v3/directline/conversations/{host.Conversation}/activities", Said, $"{Json}Authorization: Bearer {host.Token}\r\n"),
        Post($"/v3/directline/conversations/{host.Conversation}/upload", $"--b\r\nContent-Disposition: form-data; name=\"activity\"\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{Said}\r\n--b--\r\n", $"Content-Type: multipart/form-data; boundary=b\r\nAuthorization: Bearer {host.Token}\r\n"),
        Get($"/v3/directline/conversations/{host.Conversation}/activities?watermark=1", $"Authorization: Bearer {host.Token}\r\n"),
        Get($"/v3/directline/conversations/{host.Conversation}?watermark=1", $"Authorization: Bearer {host.Token}\r\n"),
        Get("/?q=tram&lang=de&answer=AAAAAAAAAAAAAAAAAAAAAA", "Accept: text/html\r\n"),
        Get("/articles/tram?cited=0123456789abcdef&lang=ar", "Accept-Language: de-AT,de;q=0.8,*;q=0.1\r\n"),
        Get("/c/0123456789abcdef", ""),
        Get("/api/answers/AAAAAAAAAAAAAAAAAAAAAA", "Accept: text/event-stream\r\n"),
        Get("/embed?article=tram&lang=fr", "Sec-Fetch-Site: cross-site\r\n"),
        Get("/embed.js", "Accept-Encoding: br, gzip;q=0.5\r\n"),
        Get("/desk", "Cookie: bot-desk=0123\r\n"),
        Get("/health/ready", ""),
        Get("/openapi/v1.json", ""),
        Get("/privacy?lang=es", ""),
    ];

    private static string Get(string path, string headers) => $"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n";

    private static string Post(string path, string body, string headers) => $"POST {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n{body}";
}
