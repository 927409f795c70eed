namespace AfterSales.Domain.Requests;

/// <summary>The four-level priority that stands beside or instead of the three classes (R03).</summary>
/// <remarks>From 1 (highest) to 4 (lowest); the value is the number. The default value is <see cref="Unknown"/>.</remarks>
public enum Priority
{
    /// <summary>Not set yet.</summary>
    Unknown,

    /// <summary>The highest.</summary>
    P1,

    /// <summary>The second.</summary>
    P2,

    /// <summary>The third.</summary>
    P3,

    /// <summary>The lowest.</summary>
    P4,
}
