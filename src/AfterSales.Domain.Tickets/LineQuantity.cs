using System.Globalization;

namespace AfterSales.Domain.Tickets;

/// <summary>So many pieces of one line of an order or invoice, with the money that goes with them.</summary>
/// <remarks>Two are equal when line, quantity and amount are. The default value is nothing of no line and is refused wherever it is given. This type is immutable.</remarks>
public readonly record struct LineQuantity
{
    private readonly string? _line;

    /// <summary>Makes a quantity without money.</summary>
    /// <param name="line">The host's name of the line, 1 to 128 characters.</param>
    /// <param name="quantity">How many pieces, at least 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="line"/> is empty, only white space, or longer.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is less than 1.</exception>
    public LineQuantity(string line, int quantity)
        : this(line, quantity, 0)
    {
    }

    /// <summary>Makes a quantity with its money.</summary>
    /// <param name="line">The host's name of the line, 1 to 128 characters.</param>
    /// <param name="quantity">How many pieces, at least 1.</param>
    /// <param name="amount">What was paid or is refunded for all of them together, in the host's currency; at least 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="line"/> is empty, only white space, or longer.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is less than 1, or <paramref name="amount"/> less than 0.</exception>
    public LineQuantity(string line, int quantity, decimal amount)
    {
        _line = TicketText.Checked(line, "name of the line", 128, nameof(line));
        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        Quantity = quantity;
        Amount = amount;
    }

    /// <summary>Gets the host's name of the line; empty for the default value.</summary>
    public string Line => _line ?? "";

    /// <summary>Gets how many pieces.</summary>
    public int Quantity { get; }

    /// <summary>Gets the money for all of them together; 0 where none goes with them.</summary>
    public decimal Amount { get; }

    internal bool IsDefault => _line is null;

    /// <summary>Returns quantity, line and amount: "3 of line 1 (149.70)".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Amount == 0
        ? FormattableString.Invariant($"{Quantity} of line {Line}")
        : FormattableString.Invariant($"{Quantity} of line {Line} ({Amount.ToString(CultureInfo.InvariantCulture)})");
}
