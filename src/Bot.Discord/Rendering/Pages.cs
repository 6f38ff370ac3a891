using System.Text;
using Bot.Discord.Messages;

namespace Bot.Discord.Rendering;

/// <summary>Lines as the contents of messages: split between sentences where that is possible, else between words, and never within a token.</summary>
internal sealed class Pages
{
    /// <summary>The most citations that appear first in one message: its buttons leave a row for others.</summary>
    public const int MostNumbers = (Message.MostRows - 1) * ActionRow.MostButtons;

    private readonly List<Page> _pages = [];
    private readonly HashSet<int> _seen = [];
    private readonly StringBuilder _content = new();
    private readonly List<int> _numbers = [];

    private Pages()
    {
    }

    /// <summary>The contents, in order.</summary>
    public static IReadOnlyList<Page> Of(IEnumerable<Line> lines)
    {
        var pages = new Pages();
        foreach (var line in lines)
        {
            pages.Add(line);
        }

        pages.End();
        return pages._pages;
    }

    private void Add(Line line)
    {
        var before = (line.Apart ? "\n\n" : "\n", line.Prefix);
        foreach (var sentence in line.Sentences)
        {
            if (!Fits(sentence, before))
            {
                End();
            }

            foreach (var token in sentence)
            {
                if (!Fits([token], before))
                {
                    End();
                }

                Write(token, before);
                before = (" ", "");
            }
        }
    }

    private bool Fits(IReadOnlyList<Token> tokens, (string Gap, string Prefix) before)
    {
        var length = (_content.Length == 0 ? 0 : _content.Length + before.Gap.Length) + before.Prefix.Length
            + tokens.Sum(token => token.Shown.Length + 1) - 1;
        return length <= Message.MostContent && tokens.Where(IsNew).DistinctBy(token => token.Number).Count() + _numbers.Count <= MostNumbers;
    }

    private void Write(Token token, (string Gap, string Prefix) before)
    {
        if (_content.Length > 0)
        {
            _content.Append(token.Glued ? "" : before.Gap);
        }

        _content.Append(before.Prefix).Append(token.Shown);
        if (IsNew(token))
        {
            _seen.Add(token.Number);
            _numbers.Add(token.Number);
        }
    }

    private bool IsNew(Token token) => token.Number > 0 && !_seen.Contains(token.Number);

    private void End()
    {
        if (_content.Length > 0)
        {
            _pages.Add(new(_content.ToString(), [.. _numbers]));
            _content.Clear();
            _numbers.Clear();
        }
    }
}

/// <summary>The content of one message.</summary>
/// <param name="Content">Its markdown.</param>
/// <param name="Numbers">The citations that appear first in it, in order.</param>
internal sealed record Page(string Content, IReadOnlyList<int> Numbers);
