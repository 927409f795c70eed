using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>What became of every invitation, and the response rates RR1 to RR3 of AAPOR's Standard Definitions.</summary>
/// <remarks>Disjoint groups merge by adding. The default value has no invitations. Equality is of all counts. This type is immutable.</remarks>
public readonly record struct SurveyDispositions : IFormattable
{
    /// <summary>Makes counts of answers; what else became of invitations is added by <see cref="WithoutAnswer"/> and <see cref="WithUnknown"/>.</summary>
    /// <param name="complete">Complete answers; not negative.</param>
    /// <param name="partial">Partial answers; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public SurveyDispositions(long complete, long partial)
        : this(complete, partial, (0, 0, 0), 0)
    {
    }

    private SurveyDispositions(long complete, long partial, (long Refused, long NotReached, long Other) eligible, long unknown)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(complete);
        ArgumentOutOfRangeException.ThrowIfNegative(partial);
        (Complete, Partial, Refused, NotReached, Other, Unknown) = (complete, partial, eligible.Refused, eligible.NotReached, eligible.Other, unknown);
    }

    /// <summary>Gets the complete answers (I).</summary>
    public long Complete { get; }

    /// <summary>Gets the partial answers (P).</summary>
    public long Partial { get; }

    /// <summary>Gets who refused or broke off (R).</summary>
    public long Refused { get; }

    /// <summary>Gets who was never reached (NC).</summary>
    public long NotReached { get; }

    /// <summary>Gets who could not answer for another reason (O).</summary>
    public long Other { get; }

    /// <summary>Gets of whom it is not known whether they should have been asked at all (UH + UO).</summary>
    public long Unknown { get; }

    /// <summary>Gets RR1: complete answers out of all invitations, the lowest of the rates.</summary>
    public Share ResponseRate1 => new(Complete, Complete + Partial + Refused + NotReached + Other + Unknown);

    /// <summary>Gets RR2: complete and partial answers out of all invitations.</summary>
    public Share ResponseRate2 => new(Complete + Partial, ResponseRate1.Count);

    /// <summary>Returns the counts with customers who should have answered and did not.</summary>
    /// <param name="refused">Who refused or broke off; not negative.</param>
    /// <param name="notReached">Who was never reached; not negative.</param>
    /// <param name="other">Who could not answer for another reason; not negative.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public SurveyDispositions WithoutAnswer(long refused, long notReached, long other)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(refused);
        ArgumentOutOfRangeException.ThrowIfNegative(notReached);
        ArgumentOutOfRangeException.ThrowIfNegative(other);
        return new SurveyDispositions(Complete, Partial, (refused, notReached, other), Unknown);
    }

    /// <summary>Returns the counts with invitations of which it is not known whether they should have been sent at all.</summary>
    /// <param name="unknown">How many; not negative.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unknown"/> is negative.</exception>
    public SurveyDispositions WithUnknown(long unknown)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unknown);
        return new SurveyDispositions(Complete, Partial, (Refused, NotReached, Other), unknown);
    }

    /// <summary>RR3: as RR1, with only the share of the unknown that is supposed to be eligible.</summary>
    /// <param name="eligibleShare">Which share of the unknown should have been asked, from 0 to 1.</param>
    /// <returns>The rate, or why there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eligibleShare"/> lies outside 0 to 1.</exception>
    public Figure ResponseRate3(double eligibleShare)
    {
        Finite.ThrowIfNotFraction(eligibleShare, nameof(eligibleShare));
        double invitations = Complete + Partial + Refused + NotReached + Other + (eligibleShare * Unknown);
        return invitations > 0 ? Figure.Of(Complete / invitations, FigureUnit.Share, ResponseRate1.Count) : Figure.None(NoFigure.NothingCounted, FigureUnit.Share, 0);
    }

    /// <summary>Adds the counts of a disjoint group.</summary>
    /// <param name="other">The other group.</param>
    /// <returns>Both together.</returns>
    public SurveyDispositions Add(SurveyDispositions other) => new(
        Complete + other.Complete, Partial + other.Partial, (Refused + other.Refused, NotReached + other.NotReached, Other + other.Other), Unknown + other.Unknown);

    /// <summary>Adds as <see cref="Add"/> does.</summary>
    public static SurveyDispositions operator +(SurveyDispositions left, SurveyDispositions right) => left.Add(right);

    /// <summary>Returns the counts.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => FormattableString.Invariant(TextLanguage.IsChinese(format)
        ? (FormattableString)$"完整 {Complete}，部分 {Partial}，拒答 {Refused}，未联系上 {NotReached}，其他 {Other}，情况不明 {Unknown}"
        : $"complete {Complete}, partial {Partial}, refused {Refused}, not reached {NotReached}, other {Other}, unknown {Unknown}");
}
