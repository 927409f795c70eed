namespace AfterSales.Domain.Requests;

/// <summary>What one leaf of a condition asks of one dimension.</summary>
internal readonly struct ConditionLeaf
{
    internal ConditionLeaf(RequestDimension dimension, IReadOnlyList<string> values, bool testsPresence)
    {
        Dimension = dimension;
        Values = values;
        TestsPresence = testsPresence;
    }

    internal RequestDimension Dimension { get; }

    internal IReadOnlyList<string> Values { get; }

    internal bool TestsPresence { get; }
}
