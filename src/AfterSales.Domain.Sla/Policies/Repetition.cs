namespace AfterSales.Domain.Sla;

/// <summary>Whether an objective has one cycle or many.</summary>
public enum Repetition
{
    /// <summary>One cycle: the first start counts.</summary>
    Once,

    /// <summary>A new cycle at the next start after a stop, keyed to the oldest start that is still unanswered.</summary>
    EachStart,
}
