using System.Security.Cryptography;
using System.Text;
using Bot.Conversations.Records.Rows;

namespace Bot.Conversations.Corrections;

/// <summary>
/// What was found and told of some cited words before. Each time readers were told that the words stand again as they were cited, a new round begins, in
/// which the same change is news once more.
/// </summary>
internal sealed class EarlierCorrections
{
    private const int HashLength = 32;

    private readonly List<CorrectionRow> _rows;
    private readonly ILookup<Guid, (long Turn, TellingState State)> _tellings;
    private readonly int _round;

    public EarlierCorrections(IEnumerable<CorrectionRow> rows, ILookup<Guid, (long Turn, TellingState State)> tellings)
    {
        (_rows, _tellings) = ([.. rows], tellings);
        _round = _rows.Count(row => row.Kind == CorrectionKind.Restored && ToldOf(row).Any());
    }

    /// <summary>The answers whose readers were told of a change, or are about to be, and of nothing since.</summary>
    public IReadOnlyList<long> Misled => [.. _rows.Where(row => row.Kind != CorrectionKind.Restored && row.ChangeHash == HashOf(row.Kind, row.NewWords)).SelectMany(ToldOf).Distinct()];

    /// <summary>What is undecided.</summary>
    public IEnumerable<CorrectionRow> Open => _rows.Where(row => row.State == CorrectionState.Found);

    /// <summary>The same change, when it was found before.</summary>
    public CorrectionRow? Same(CorrectionKind kind, string newWords) => _rows.FirstOrDefault(row => row.ChangeHash == HashOf(kind, newWords));

    public IEnumerable<long> AnswersOf(CorrectionRow row) => _tellings[row.Id].Select(telling => telling.Turn);

    /// <summary>Names a change within its round.</summary>
    public string HashOf(CorrectionKind kind, string newWords)
    {
        var change = _round == 0 ? $"{kind}\n{newWords}" : $"{kind}\n{newWords}\n{_round}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(change)))[..HashLength];
    }

    private IEnumerable<long> ToldOf(CorrectionRow row) => _tellings[row.Id]
        .Where(telling => telling.State is TellingState.Told or TellingState.Telling or TellingState.Uncertain
            || (telling.State == TellingState.Waiting && row.State == CorrectionState.Approved))
        .Select(telling => telling.Turn);
}
