namespace AfterSales.Domain.Sla;

/// <summary>The host's identifier of one event of a ticket: what duplicates are found by, what amendments and alarms refer to.</summary>
/// <remarks>
/// Any text of 1 to 128 characters; compared ordinally; unique within a history. The default value identifies nothing; reading its
/// <see cref="Value"/> throws. This type is immutable.
/// </remarks>
public readonly record struct EventId
{
    private const int MaximumLength = 128;

    private readonly string? _value;

    /// <summary>Makes an identifier.</summary>
    /// <param name="value">1 to 128 characters, not only white space.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, only white space, or longer than 128 characters.</exception>
    public EventId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value.Length <= MaximumLength
            ? value
            : throw new ArgumentException($"The identifier of an event has {value.Length} characters; at most {MaximumLength} are allowed.", nameof(value));
    }

    /// <summary>Gets the host's text.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Value => _value ?? throw new InvalidOperationException("This is the default value of EventId, which identifies nothing.");

    /// <summary>Returns the host's text, or "(no event)" for the default value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _value ?? "(no event)";
}
