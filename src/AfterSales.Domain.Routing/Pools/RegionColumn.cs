namespace AfterSales.Domain.Routing;

/// <summary>For one region: in which ring of it each candidate's nearest region lies, and what that is worth as proximity.</summary>
internal sealed record RegionColumn(int[] Rings, int[] Values);
