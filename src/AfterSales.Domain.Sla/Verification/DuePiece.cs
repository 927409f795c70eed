namespace AfterSales.Domain.Sla;

/// <summary>A stretch of starts, half-open, on which a due is one instant, or moves with the start, or is not set. In nanoseconds since the Unix epoch.</summary>
internal readonly record struct DuePiece(long From, long To, DuePieceKind Kind, long Value)
{
    internal bool IsSet => Kind != DuePieceKind.Unset;

    internal long At(long start) => Kind == DuePieceKind.Moving ? start + Value : Value;

    internal DuePiece Within(long from, long to) => this with { From = from, To = to };
}
