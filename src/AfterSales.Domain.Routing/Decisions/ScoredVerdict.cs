namespace AfterSales.Domain.Routing;

/// <summary>The technician could have got the item; his score, and what decided for or against him.</summary>
public sealed class ScoredVerdict : CandidateVerdict
{
    private readonly ScoredPart[] _parts;

    internal ScoredVerdict(PersonId technician, ScoredPart[] parts, bool isChosen, RoutingReason decided)
        : base(technician)
    {
        _parts = parts;
        IsChosen = isChosen;
        Decided = decided;
    }

    /// <summary>Gets the sum of the parts' points.</summary>
    public int Score => _parts.Sum(part => part.Points);

    /// <summary>Gets the parts that count, in the order of <see cref="ScorePart"/>.</summary>
    public IReadOnlyList<ScoredPart> Parts => Array.AsReadOnly(_parts);

    /// <summary>Gets a value indicating whether he got the item, alone or in a team.</summary>
    public bool IsChosen { get; }

    /// <summary>Gets what decided: for the chosen one against the runner-up, for another against the chosen one.</summary>
    public RoutingReason Decided { get; }

    private protected override string Text(bool chinese)
    {
        string parts = string.Join(chinese ? "，" : ", ", _parts
            .Where(part => part.Points > 0)
            .Select(part => FormattableString.Invariant($"{(chinese ? RoutingWords.Chinese(part.Part) : RoutingWords.English(part.Part))} {part.Points}")));
        string score = chinese
            ? FormattableString.Invariant($"得分 {Score}{(parts.Length == 0 ? "" : "：")}{parts}；")
            : FormattableString.Invariant($"scored {Score}{(parts.Length == 0 ? "" : ": ")}{parts}; ");
        return score + Outcome(chinese) + InLanguage(Decided, chinese);
    }

    private string Outcome(bool chinese) => Decided.Code switch
    {
        ReasonCode.ByScore or ReasonCode.ByLoadRatio or ReasonCode.ByLastAssigned or ReasonCode.ById =>
            IsChosen ? (chinese ? "胜过 " : "won over ") : (chinese ? "不及 " : "lost to "),
        _ => IsChosen ? (chinese ? "入选：" : "chosen: ") : (chinese ? "未入选：" : "not chosen: "),
    };
}
