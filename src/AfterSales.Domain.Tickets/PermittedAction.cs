using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>An action that is possible now: its trigger, who may, what must be given and where it leads.</summary>
/// <remarks>
/// Guards that look at what is given with the action are not asked yet, so there are two targets where such guards decide. Two are equal when all parts are.
/// This type is immutable.
/// </remarks>
public sealed class PermittedAction : IEquatable<PermittedAction>, IFormattable
{
    private readonly ValueList<Role> _roles;
    private readonly ValueList<ActionDetail> _needs;
    private readonly ValueList<string> _targets;

    internal PermittedAction(Trigger trigger, IReadOnlyList<Transition> rows)
    {
        Trigger = trigger;
        _roles = rows.Any(row => row.Roles.Count == 0) ? ValueList<Role>.Empty : ValueList<Role>.Of(rows.SelectMany(row => row.Roles).Distinct());
        _needs = ValueList<ActionDetail>.Of(rows.SelectMany(row => row.Needs).Distinct());
        _targets = ValueList<string>.Of(rows.Select(row => row.To).Distinct(StringComparer.Ordinal));
    }

    /// <summary>Gets the trigger.</summary>
    public Trigger Trigger { get; }

    /// <summary>Gets who may; empty for every role.</summary>
    public IReadOnlyList<Role> Roles => _roles;

    /// <summary>Gets what must be given; where several rows of the table are possible, what any of them asks for.</summary>
    public IReadOnlyList<ActionDetail> Needs => _needs;

    /// <summary>Gets the names of the states that it may lead to.</summary>
    public IReadOnlyList<string> Targets => _targets;

    /// <summary>Says whether all parts are equal.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(PermittedAction? other) =>
        other is not null && Trigger == other.Trigger && _roles.Equals(other._roles) && _needs.Equals(other._needs) && _targets.Equals(other._targets);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PermittedAction);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Trigger, _roles, _targets);

    /// <summary>Returns trigger and roles in English: "accept work (customer, agent)".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(format: null, formatProvider: null);

    /// <summary>Returns trigger and roles.</summary>
    /// <param name="format">"en" or nothing for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: the text is the same in every culture.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another text.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        string roles = TicketWords.List(_roles.Select(role => TicketWords.Of(role.Name, chinese)), chinese);
        string trigger = TicketWords.Of(Trigger, chinese);
        return (roles.Length == 0, chinese) switch
        {
            (true, _) => trigger,
            (false, true) => $"{trigger}（{roles}）",
            _ => $"{trigger} ({roles})",
        };
    }
}
