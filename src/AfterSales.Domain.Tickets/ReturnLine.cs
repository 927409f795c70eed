namespace AfterSales.Domain.Tickets;

/// <summary>How far one line of a return has come.</summary>
/// <remarks>
/// Always <see cref="Settled"/> ≤ <see cref="Received"/> ≤ <see cref="Approved"/> ≤ <see cref="Bought"/> and <see cref="RefundedAmount"/> ≤
/// <see cref="Paid"/> (R19); an action that would break this is refused. Two are equal when all numbers are. This type is immutable.
/// </remarks>
public sealed class ReturnLine : IEquatable<ReturnLine>
{
    /// <summary>How many lines a ticket may have.</summary>
    public const int MaximumLines = 1000;

    // What never changes is shared by all that follow: a line that moves is copied at each action.
    private readonly Purchase _purchase;

    internal ReturnLine(string line, int bought, decimal paid) => _purchase = new Purchase(line, bought, paid);

    internal ReturnLine(ReturnLineSnapshot snapshot)
        : this(snapshot.Line, snapshot.Bought, snapshot.Paid)
    {
        Approved = snapshot.Approved;
        Received = snapshot.Received;
        Refunded = snapshot.Refunded;
        Replaced = snapshot.Replaced;
        SupplierRepaired = snapshot.SupplierRepaired;
        Scrapped = snapshot.Scrapped;
        SentBack = snapshot.SentBack;
        RefundedAmount = snapshot.RefundedAmount;
    }

    private ReturnLine(ReturnLine source)
    {
        _purchase = source._purchase;
        Approved = source.Approved;
        Received = source.Received;
        Refunded = source.Refunded;
        Replaced = source.Replaced;
        SupplierRepaired = source.SupplierRepaired;
        Scrapped = source.Scrapped;
        SentBack = source.SentBack;
        RefundedAmount = source.RefundedAmount;
    }

    /// <summary>Gets the host's name of the line.</summary>
    public string Line => _purchase.Line;

    /// <summary>Gets how many pieces were bought.</summary>
    public int Bought => _purchase.Pieces;

    /// <summary>Gets what was paid for all of them together.</summary>
    public decimal Paid => _purchase.Paid;

    /// <summary>Gets how many may come back.</summary>
    public int Approved { get; private init; }

    /// <summary>Gets how many have come back.</summary>
    public int Received { get; private init; }

    /// <summary>Gets how many were settled by refund.</summary>
    public int Refunded { get; private init; }

    /// <summary>Gets how many were settled by replacement.</summary>
    public int Replaced { get; private init; }

    /// <summary>Gets how many were settled by repair at the supplier.</summary>
    public int SupplierRepaired { get; private init; }

    /// <summary>Gets how many were settled by scrapping.</summary>
    public int Scrapped { get; private init; }

    /// <summary>Gets how many were settled by sending them back to the customer.</summary>
    public int SentBack { get; private init; }

    /// <summary>Gets the money refunded.</summary>
    public decimal RefundedAmount { get; private init; }

    /// <summary>Gets how many were settled in any way.</summary>
    public int Settled => Refunded + Replaced + SupplierRepaired + Scrapped + SentBack;

    /// <summary>Says whether all numbers are equal.</summary>
    /// <param name="other">The other line.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(ReturnLine? other) => other is not null
        && (Line, Bought, Paid, Approved, Received) == (other.Line, other.Bought, other.Paid, other.Approved, other.Received)
        && (Refunded, Replaced, SupplierRepaired, Scrapped, SentBack, RefundedAmount)
            == (other.Refunded, other.Replaced, other.SupplierRepaired, other.Scrapped, other.SentBack, other.RefundedAmount);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReturnLine);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Line, Bought, Approved, Received, Settled, RefundedAmount);

    /// <summary>Returns the line's numbers: "line 1: 5 bought, 3 approved, 3 received, 3 settled".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"line {Line}: {Bought} bought, {Approved} approved, {Received} received, {Settled} settled");

    internal ReturnLineSnapshot ToSnapshot() => new()
    {
        Line = Line,
        Bought = Bought,
        Paid = Paid,
        Approved = Approved,
        Received = Received,
        Refunded = Refunded,
        Replaced = Replaced,
        SupplierRepaired = SupplierRepaired,
        Scrapped = Scrapped,
        SentBack = SentBack,
        RefundedAmount = RefundedAmount,
    };

    /// <summary>Says whether the numbers of a snapshot can be those of a line.</summary>
    internal static bool IsPossible(ReturnLineSnapshot line)
    {
        int[] settled = [line.Refunded, line.Replaced, line.SupplierRepaired, line.Scrapped, line.SentBack];
        return !string.IsNullOrWhiteSpace(line.Line) && line.Bought >= 1 && Array.TrueForAll(settled, pieces => pieces >= 0)
            && settled.Sum(pieces => (long)pieces) <= line.Received && line.Received <= line.Approved && line.Approved <= line.Bought
            && line.RefundedAmount >= 0 && line.RefundedAmount <= line.Paid;
    }

    /// <summary>Adds a quantity, or says which rule it would break.</summary>
    internal (ReturnLine? Line, UnmetGuard? Unmet) Add(TransitionEffect effect, LineQuantity more)
    {
        (string name, int done, int limit) = effect switch
        {
            TransitionEffect.ApproveLines => ("approved-within-bought", Approved, Bought),
            TransitionEffect.ReceiveLines => ("received-within-approved", Received, Approved),
            _ => ("settled-within-received", Settled, Received),
        };
        if (more.Quantity > limit - done)
        {
            return (null, TooMany(name, done, limit, more));
        }

        bool settles = effect is not (TransitionEffect.ApproveLines or TransitionEffect.ReceiveLines);
        if (settles && more.Amount > Paid - RefundedAmount)
        {
            return (null, new UnmetGuard(
                "refund-within-paid",
                FormattableString.Invariant($"line {Line}: {Paid} was paid and {RefundedAmount} refunded, {more.Amount} more is too much"),
                FormattableString.Invariant($"明细{Line}：已付{Paid}，已退{RefundedAmount}，再退{more.Amount}超过实付")));
        }

        return (effect switch
        {
            TransitionEffect.ApproveLines => new(this) { Approved = Approved + more.Quantity },
            TransitionEffect.ReceiveLines => new(this) { Received = Received + more.Quantity },
            TransitionEffect.RefundLines => new(this) { Refunded = Refunded + more.Quantity, RefundedAmount = RefundedAmount + more.Amount },
            TransitionEffect.ReplaceLines => new(this) { Replaced = Replaced + more.Quantity, RefundedAmount = RefundedAmount + more.Amount },
            TransitionEffect.SupplierRepairLines => new(this) { SupplierRepaired = SupplierRepaired + more.Quantity, RefundedAmount = RefundedAmount + more.Amount },
            TransitionEffect.ScrapLines => new(this) { Scrapped = Scrapped + more.Quantity, RefundedAmount = RefundedAmount + more.Amount },
            _ => new(this) { SentBack = SentBack + more.Quantity, RefundedAmount = RefundedAmount + more.Amount },
        }, null);
    }

    private UnmetGuard TooMany(string name, int done, int limit, LineQuantity more)
    {
        (string english, string chinese, string limitEnglish, string limitChinese) = name switch
        {
            "approved-within-bought" => ("approved", "已批准", "bought", "已购"),
            "received-within-approved" => ("received", "已收到", "approved", "已批准"),
            _ => ("settled", "已结算", "received", "已收到"),
        };
        return new UnmetGuard(
            name,
            FormattableString.Invariant($"line {Line}: {limit} {limitEnglish} and {done} {english}, {more.Quantity} more is too many"),
            FormattableString.Invariant($"明细{Line}：{limitChinese}{limit}件，{chinese}{done}件，再增加{more.Quantity}件超出"));
    }

    private sealed record Purchase(string Line, int Pieces, decimal Paid);
}
