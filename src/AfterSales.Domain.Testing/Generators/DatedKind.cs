namespace AfterSales.Domain.Testing;

/// <summary>How a generated dated entry changes its date.</summary>
internal enum DatedKind
{
    Closed,
    ClosedPart,
    Special,
    MakeUp,
}
