using System.Collections.Immutable;
using System.Globalization;
using Bot.Answering.Questions;
using YamlDotNet.RepresentationModel;

namespace Bot.Evaluation.Cases.Reading;

/// <summary>Reads the cases of one file: one for each entry or, where it has a table, for each row.</summary>
/// <param name="path">The file's path; tables are looked for beside it.</param>
/// <param name="prompt">The prompt it stands beside, if it does.</param>
/// <param name="defaults">What holds where a case does not say otherwise.</param>
/// <param name="problems">What is wrong.</param>
internal sealed class CaseReader(string path, string? prompt, YamlNode? defaults, ProblemList problems)
{
    private readonly List<CaseProblem> _ofTables = [];

    /// <summary>What is wrong with tables that cases name.</summary>
    public IReadOnlyList<CaseProblem> TableProblems => _ofTables;

    public IEnumerable<Case> Read(YamlNode node)
    {
        var plain = new ValueReader(Row.None, new(problems.File));
        var table = YamlObject.Of(node, YamlObject.Names(CaseField.OfCase), "A case", plain)?.One(CaseField.Table);
        if (table is null)
        {
            return Of(node, Row.None) is { } single ? [single] : [];
        }

        var file = Path.Combine(Path.GetDirectoryName(path)!, table);
        var wrong = new ProblemList(Path.Combine(Path.GetDirectoryName(problems.File) ?? "", table).Replace('\\', '/'));
        var rows = TableReader.Read(file, wrong);
        _ofTables.AddRange(wrong.ToImmutable());
        return rows.Select(row => Of(node, row)).OfType<Case>();
    }

    private Case? Of(YamlNode node, Row row)
    {
        var before = problems.Count;
        var values = new ValueReader(row, problems);
        var names = YamlObject.Names(CaseField.OfCase);
        if (YamlObject.Of(node, names, "A case", values) is not { } own)
        {
            return null;
        }

        var common = defaults is null ? null : YamlObject.Of(defaults, YamlObject.Names(CaseField.OfDefaults), "What is default", values);
        var question = own.One(CaseField.Question);
        if (own[CaseField.Question] is null)
        {
            problems.Add(node, "A case has no 'question'.", "Write what the reader asks there.");
        }

        var assertions = Both(own, common, CaseField.Assert).SelectMany(each => AssertionReader.Read(each, values)).ToImmutableArray();
        if (own[CaseField.Assert] is null && common?[CaseField.Assert] is null)
        {
            problems.Add(node, "A case has no 'assert': it could not fail.", "Say what must hold of the answer: '- outcome: answered', '- contains: …'.");
        }

        var made = new Case
        {
            Name = NameOf(own, question, row),
            File = problems.File,
            Line = (int)node.Start.Line,
            Prompt = prompt,
            Question = QuestionOf(question ?? "", own, common, values),
            Assertions = assertions,
            Repeat = int.Parse(Either(own, common, CaseField.Repeat) ?? "1", CultureInfo.InvariantCulture),
            Share = double.Parse(Either(own, common, CaseField.Pass) ?? "1", CultureInfo.InvariantCulture),
            Replies = (own[CaseField.Model] ?? common?[CaseField.Model]) is { } replies ? ReplyReader.Read(replies, CaseField.Model, CaseField.OfReply, values) : [],
        };
        return problems.Count == before ? made : null;
    }

    private static string NameOf(YamlObject own, string? question, Row row)
    {
        var written = (own[CaseField.Called] as YamlScalarNode)?.Value;
        var name = own.One(CaseField.Called) ?? question ?? "";
        return row.Number > 0 && name == (written ?? (own[CaseField.Question] as YamlScalarNode)?.Value)
            ? string.Create(CultureInfo.InvariantCulture, $"{name} (row {row.Number})")
            : name;
    }

    private static Question QuestionOf(string text, YamlObject own, YamlObject? common, ValueReader values) => new(text)
    {
        Article = Either(own, common, CaseField.Article),
        Locale = Either(own, common, CaseField.Language),
        Asked = Either(own, common, CaseField.Date) is { } date ? DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null,
        History = (own[CaseField.History] ?? common?[CaseField.History]) is { } turns ? HistoryReader.Read(turns, values) : [],
    };

    private static string? Either(YamlObject own, YamlObject? common, CaseField field) => own[field] is null ? common?.One(field) : own.One(field);

    // What a file asserts of every answer holds besides what a case does.
    private static IEnumerable<YamlNode> Both(YamlObject own, YamlObject? common, CaseField field) =>
        new[] { common?[field], own[field] }.OfType<YamlNode>();
}
