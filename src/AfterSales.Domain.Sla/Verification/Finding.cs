namespace AfterSales.Domain.Sla;

/// <summary>One fault that verification found in a policy, with cases that show it.</summary>
/// <remarks><c>$"{finding}"</c> is a sentence in English, <c>$"{finding:zh}"</c> one in Simplified Chinese. Immutable and thread-safe.</remarks>
public sealed class Finding : IFormattable
{
    private readonly Func<bool, string> _sentence;

    internal Finding(FindingCode code, FindingLevel level, FindingPlace place, IEnumerable<FindingExample> examples, Func<bool, string> sentence)
    {
        Code = code;
        Level = level;
        Place = place;
        Examples = Array.AsReadOnly(examples.ToArray());
        _sentence = sentence;
    }

    private Finding(Finding other, AcceptedFinding? acceptedBy, int policyVersion)
        : this(other.Code, other.Level, other.Place, other.Examples, other._sentence)
    {
        AcceptedBy = acceptedBy;
        PolicyVersion = policyVersion;
    }

    /// <summary>Gets what kind of fault.</summary>
    public FindingCode Code { get; }

    /// <summary>Gets how serious it is.</summary>
    public FindingLevel Level { get; }

    /// <summary>Gets where in the policy.</summary>
    public FindingPlace Place { get; }

    /// <summary>
    /// Gets the cases that show it: two where two are compared, one else; empty where no request can: too many groups, conditions that contradict each other, a
    /// closed calendar that no target counts by, an acceptance of nothing.
    /// </summary>
    public IReadOnlyList<FindingExample> Examples { get; }

    /// <summary>Gets by what the policy accepts it; null when it does not.</summary>
    public AcceptedFinding? AcceptedBy { get; }

    /// <summary>Gets a value indicating whether the policy says that this is wanted.</summary>
    public bool IsAccepted => AcceptedBy is not null;

    /// <summary>Gets the version of the policy in which it was found.</summary>
    public int PolicyVersion { get; }

    /// <summary>Returns place and fault in English.</summary>
    /// <returns>The sentence.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns place and fault in a language.</summary>
    /// <param name="format">null, "" or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: numbers and dates are invariant.</param>
    /// <returns>The sentence.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        string sentence = $"{Place}{(chinese ? "：" : ": ")}{_sentence(chinese)}";
        return AcceptedBy is { } accepted ? $"{sentence}{(chinese ? $"（已接受：{accepted.Reason}）" : $" (accepted: {accepted.Reason})")}" : sentence;
    }

    internal Finding Judged(AcceptedFinding? acceptedBy, int policyVersion) => new(this, acceptedBy, policyVersion);
}
