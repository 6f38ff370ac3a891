namespace Bot.Knowledge.Importing.Fetching;

/// <summary>What a server sent.</summary>
/// <param name="Address">Where it stood in the end, after all redirects.</param>
/// <param name="MediaType">What the server calls it, in lower case: <c>text/html</c>.</param>
/// <param name="Charset">The charset the server names, if it does.</param>
/// <param name="Bytes">What it holds, unpacked.</param>
internal sealed record FetchedPage(Uri Address, string MediaType, string? Charset, byte[] Bytes);
