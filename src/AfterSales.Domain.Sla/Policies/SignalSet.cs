namespace AfterSales.Domain.Sla;

/// <summary>A few signals, in the order given, without repetition.</summary>
internal sealed class SignalSet : IEquatable<SignalSet>
{
    private readonly Signal[] _signals;

    private SignalSet(Signal[] signals)
    {
        _signals = signals;
        Signals = Array.AsReadOnly(signals);
    }

    internal static SignalSet Empty { get; } = new([]);

    internal IReadOnlyList<Signal> Signals { get; }

    public bool Equals(SignalSet? other) => other is not null && Signals.Count == other.Signals.Count && Array.TrueForAll(_signals, other.Contains);

    public override bool Equals(object? obj) => Equals(obj as SignalSet);

    public override int GetHashCode() => _signals.Aggregate(0, (hash, signal) => hash ^ signal.GetHashCode());

    public override string ToString() => string.Join(" or ", Signals);

    internal static SignalSet Of(IEnumerable<Signal> signals, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(signals, parameterName);
        Signal[] list = [.. signals.Distinct()];
        foreach (Signal signal in list)
        {
            _ = signal.Name;
        }

        return new SignalSet(list);
    }

    // A set holds a handful: walking it is faster than hashing.
    internal bool Contains(Signal signal)
    {
        foreach (Signal one in _signals)
        {
            if (one == signal)
            {
                return true;
            }
        }

        return false;
    }
}
