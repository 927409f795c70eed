using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Sla;

/// <summary>Attainment of one objective in one slice: a value of a dimension, a week, a month.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class AttainmentSlice
{
    internal AttainmentSlice(string key, AttainmentRow row)
    {
        Key = key;
        Row = row;
    }

    /// <summary>Gets what the slice is of: a value as in documents (empty when it is not given), an ISO week as "2026-W14", a month as "2026-04".</summary>
    public string Key { get; }

    /// <summary>Gets the counts; its target is empty.</summary>
    public AttainmentRow Row { get; }

    /// <summary>Gets the objective's name.</summary>
    public string Objective => Row.Objective;

    /// <summary>Gets met / (met + missed), with its interval.</summary>
    public Share Attainment => Row.Attainment;

    /// <summary>Returns objective, key and attainment.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Objective} in {(Key.Length == 0 ? "(not given)" : Key)}: {Attainment}";
}
