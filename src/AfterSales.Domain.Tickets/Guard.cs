namespace AfterSales.Domain.Tickets;

/// <summary>A named question that must be answered yes before a transition fires, and what to say when the answer is no.</summary>
/// <remarks>
/// The question is a pure function of ticket, action, actor and time: the same answer every time, no clock, no side effect; what it throws, <c>Apply</c>
/// throws. Two guards are equal when their names are. This type is immutable and safe for use by several threads if the function is.
/// </remarks>
public sealed class Guard : IEquatable<Guard>
{
    private readonly Func<GuardContext, bool> _isMet;
    private readonly UnmetGuard _unmet;
    private readonly string? _opposite;

    private Guard(string name, GuardScope scope, Func<GuardContext, bool> isMet, string english, string chinese, string? opposite)
    {
        Name = name;
        Scope = scope;
        _isMet = isMet;
        _unmet = new UnmetGuard(name, english, chinese);
        _opposite = opposite;
    }

    /// <summary>Gets the name, by which documents refer to the guard.</summary>
    public string Name { get; }

    /// <summary>Gets what it has to know.</summary>
    public GuardScope Scope { get; }

    /// <summary>Makes a guard.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="scope">What the function looks at; it must not look at more.</param>
    /// <param name="isMet">The question.</param>
    /// <returns>The guard; its refusal reads "(name) is not met" until <see cref="Saying"/> words it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scope"/> is not one of the enumeration.</exception>
    public static Guard Named(string name, GuardScope scope, Func<GuardContext, bool> isMet)
    {
        NameRule.Checked(name, "guard", nameof(name));
        ArgumentNullException.ThrowIfNull(isMet);
        return scope is >= GuardScope.Ticket and <= GuardScope.Details
            ? new Guard(name, scope, isMet, $"{name} is not met", $"条件{name}不满足", opposite: null)
            : throw new ArgumentOutOfRangeException(nameof(scope), scope, "Allowed are Ticket, Actor and Details.");
    }

    /// <summary>Returns a copy that words its refusal.</summary>
    /// <param name="english">Why it refuses, as the end of a sentence: "the customer has not accepted the work".</param>
    /// <param name="chinese">The same in Simplified Chinese.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An argument is empty, only white space, or longer than 500 characters.</exception>
    public Guard Saying(string english, string chinese) => new(
        Name, Scope, _isMet, TicketText.Checked(english, "text", 500, nameof(english)), TicketText.Checked(chinese, "text", 500, nameof(chinese)), _opposite);

    /// <summary>Returns the guard that is met exactly when this one is not; a lifecycle's verification knows that both never are.</summary>
    /// <param name="name">Its name: 1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The guard, to be worded with <see cref="Saying"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public Guard Opposite(string name)
    {
        NameRule.Checked(name, "guard", nameof(name));
        Func<GuardContext, bool> isMet = _isMet;
        return new Guard(name, Scope, context => !isMet(context), $"{name} is not met", $"条件{name}不满足", Name);
    }

    /// <summary>Asks the question.</summary>
    /// <param name="context">What it may look at.</param>
    /// <returns>True when the guard is met.</returns>
    public bool IsMet(GuardContext context) => _isMet(context);

    /// <summary>Says whether the guards are never met both, because one is the opposite of the other.</summary>
    /// <param name="other">The other guard.</param>
    /// <returns>True when one was made by <see cref="Opposite"/> of the other.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool Excludes(Guard other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(_opposite, other.Name, StringComparison.Ordinal) || string.Equals(other._opposite, Name, StringComparison.Ordinal);
    }

    /// <summary>Says whether the names are equal.</summary>
    /// <param name="other">The other guard.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Guard? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Guard);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Returns the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    internal UnmetGuard Refuse() => _unmet;
}
