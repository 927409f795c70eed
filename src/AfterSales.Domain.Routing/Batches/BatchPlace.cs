namespace AfterSales.Domain.Routing;

/// <summary>Room for one more item with a technician who by then carries a load.</summary>
internal readonly record struct BatchPlace(int Row, int Load);
