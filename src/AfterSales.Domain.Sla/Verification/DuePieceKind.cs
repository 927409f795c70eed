namespace AfterSales.Domain.Sla;

/// <summary>How a due depends on the start.</summary>
internal enum DuePieceKind
{
    /// <summary>There is none.</summary>
    Unset,

    /// <summary>It is the same for all starts; the value is the due.</summary>
    Fixed,

    /// <summary>It moves with the start; the value is the distance.</summary>
    Moving,
}
