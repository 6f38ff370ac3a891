using System.Collections.Immutable;
using Bot.Answering.Composing;
using Bot.Answering.Models;
using Bot.Answering.Prompts;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Options;

namespace Bot.Answering.Suggesting;

/// <summary>Has the model draft questions for an article (<c>prompts/suggest-tests</c>). For editors only: readers never see them.</summary>
public sealed class ModelSuggestions
{
    // What a small model still reads at once, with room for what it writes.
    private const int MostCharacters = 12_000;
    private const int MostDrafts = 20;

    private readonly IOptions<ModelOptions> _options;
    private readonly Lazy<ChatModel> _model;
    private readonly PromptFolder _prompts;

    internal ModelSuggestions(IOptions<ModelOptions> options, Lazy<ChatModel> model, PromptFolder prompts) =>
        (_options, _model, _prompts) = (options, model, prompts);

    /// <summary>The model's name; <see langword="null"/> when none is set.</summary>
    public string? Model => _options.Value.IsConfigured ? _options.Value.Name : null;

    /// <summary>Has questions drafted, part after part of the article. A model that fails is no error: what it drafted until then counts.</summary>
    /// <param name="article">The article.</param>
    /// <param name="count">How many questions.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Drafting> DraftAsync(IndexedArticle article, int count, CancellationToken cancellationToken)
    {
        var loaded = _prompts.Load(PromptSignature.SuggestTests);
        if (loaded.Current is not { } prompt)
        {
            return new([], [], loaded.Problems[0].ToString());
        }

        var questions = ImmutableArray.CreateBuilder<DraftedQuestion>();
        var faults = ImmutableArray.CreateBuilder<DraftFault>();
        var parts = Parts(article);
        for (var at = 0; at < parts.Count && questions.Count < count; at++)
        {
            var wanted = Math.Min(MostDrafts, (int)Math.Ceiling((count - questions.Count) / (double)(parts.Count - at)));
            var reply = await _model.Value.AskAsync(
                prompt, PromptVariables.Of(parts[at], article.Article.Language, wanted), conversation: null, _options.Value.TotalTimeout, cancellationToken).ConfigureAwait(false);

            // Also what came before it broke off: each object stands for itself.
            var read = DraftReply.Read(reply.Wrote is { } wrote ? ReplyText.Usable(wrote, isCut: false) ?? "" : "", parts[at]);
            questions.AddRange(read.Questions.Take(MostDrafts));
            faults.AddRange(read.Faults);
            if (reply is ModelReply.Failed failed)
            {
                return new(questions.ToImmutable(), faults.ToImmutable(), failed.Failure.Reason);
            }
        }

        return new(questions.ToImmutable(), faults.ToImmutable(), null);
    }

    // Headings are cited by no answer.
    private static List<ImmutableArray<NumberedPassage>> Parts(IndexedArticle article)
    {
        var parts = new List<ImmutableArray<NumberedPassage>>();
        var part = ImmutableArray.CreateBuilder<NumberedPassage>();
        var length = 0;
        foreach (var passage in article.Passages.Where(passage => passage.Kind != PassageKind.Heading))
        {
            if (length > 0 && length + passage.Text.Length > MostCharacters)
            {
                parts.Add(part.DrainToImmutable());
                length = 0;
            }

            part.Add(new(part.Count + 1, passage));
            length += passage.Text.Length;
        }

        if (part.Count > 0)
        {
            parts.Add(part.DrainToImmutable());
        }

        return parts;
    }
}
