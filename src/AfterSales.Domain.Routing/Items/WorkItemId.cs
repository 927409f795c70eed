namespace AfterSales.Domain.Routing;

/// <summary>The host's identifier of a piece of work: a ticket's number, or a task's within a ticket.</summary>
/// <remarks>
/// Any text of 1 to 128 characters; compared ordinally. The default value identifies nothing; reading its <see cref="Value"/> throws.
/// This type is immutable.
/// </remarks>
public readonly record struct WorkItemId : IComparable<WorkItemId>
{
    private const int MaximumLength = 128;

    private readonly string? _value;

    /// <summary>Makes an identifier.</summary>
    /// <param name="value">1 to 128 characters, not only white space.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, only white space, or longer than 128 characters.</exception>
    public WorkItemId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value.Length <= MaximumLength
            ? value
            : throw new ArgumentException($"The identifier of a work item has {value.Length} characters; at most {MaximumLength} are allowed.", nameof(value));
    }

    /// <summary>Gets the host's text.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Value => _value ?? throw new InvalidOperationException("This is the default value of WorkItemId, which identifies nothing.");

    /// <summary>Orders identifiers by the UTF-16 code units of their text; the default value comes first.</summary>
    /// <param name="other">The other identifier.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(WorkItemId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(WorkItemId left, WorkItemId right) => left.CompareTo(right) < 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(WorkItemId left, WorkItemId right) => left.CompareTo(right) > 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(WorkItemId left, WorkItemId right) => left.CompareTo(right) <= 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(WorkItemId left, WorkItemId right) => left.CompareTo(right) >= 0;

    /// <summary>Returns the host's text, or "(no item)" for the default value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _value ?? "(no item)";
}
