using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Kpis;

/// <summary>What KPIs are compared by (R28): region, product line, channel, severity, kind, team, technician, provider, or any other dimension of the request.</summary>
/// <remarks>Two dimensions are equal when their names are. Immutable and thread-safe.</remarks>
public sealed class KpiDimension : IEquatable<KpiDimension>
{
    private readonly Func<KpiTicket, string?> _value;

    private KpiDimension(string name, Func<KpiTicket, string?> value)
    {
        Name = name;
        _value = value;
    }

    /// <summary>Gets the region.</summary>
    public static KpiDimension Region { get; } = Of(RequestDimension.Region);

    /// <summary>Gets the product line.</summary>
    public static KpiDimension ProductLine { get; } = Of(RequestDimension.ProductLine);

    /// <summary>Gets the channel.</summary>
    public static KpiDimension Channel { get; } = Of(RequestDimension.Channel);

    /// <summary>Gets the severity.</summary>
    public static KpiDimension Severity { get; } = Of(RequestDimension.Severity);

    /// <summary>Gets the kind of request.</summary>
    public static KpiDimension Kind { get; } = Of(RequestDimension.Kind);

    /// <summary>Gets the team.</summary>
    public static KpiDimension Team { get; } = new("team", static ticket => ticket.Team?.Value);

    /// <summary>Gets who had the ticket last.</summary>
    public static KpiDimension Technician { get; } = new("technician", static ticket => ticket.Technician?.Value);

    /// <summary>Gets the service provider.</summary>
    public static KpiDimension Provider { get; } = new("provider", static ticket => ticket.Provider?.Value);

    /// <summary>Gets the name; a dimension of the request has the request's name for it.</summary>
    public string Name { get; }

    /// <summary>Makes a dimension of one of the request.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>The dimension.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dimension"/> is null.</exception>
    public static KpiDimension Of(RequestDimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return new KpiDimension(dimension.Name, ticket => dimension.ValueOf(ticket.Request));
    }

    /// <summary>Gets a ticket's value.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <returns>The value; empty when the ticket says nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    public string ValueOf(KpiTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return _value(ticket) ?? "";
    }

    /// <summary>Says whether the names are equal.</summary>
    /// <param name="other">The other dimension.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(KpiDimension? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiDimension);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Returns the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
