namespace AfterSales.Domain.Tickets;

/// <summary>The host's identifier of one attempt to act on a ticket, the same when the attempt is repeated.</summary>
/// <remarks>
/// Any text of 1 to 128 characters; compared ordinally. The default value identifies no action; reading its <see cref="Value"/> throws. This type is immutable.
/// </remarks>
public readonly record struct ActionId
{
    private readonly string? _value;

    /// <summary>Makes an identifier.</summary>
    /// <param name="value">1 to 128 characters, not only white space.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, only white space, or longer than 128 characters.</exception>
    public ActionId(string value) => _value = TicketText.Checked(value, "identifier of the action", 128, nameof(value));

    /// <summary>Gets the host's text.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Value => _value ?? throw new InvalidOperationException("This is the default value of ActionId, which identifies no action.");

    internal bool IsDefault => _value is null;

    /// <summary>Returns the host's text, or "(no action)" for the default value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _value ?? "(no action)";
}
