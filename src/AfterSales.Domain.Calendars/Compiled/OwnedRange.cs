namespace AfterSales.Domain.Calendars;

/// <summary>An open range of real time and the date that owns it; start and end in nanoseconds since the start of an agreed UTC day.</summary>
internal readonly record struct OwnedRange(int Day, long Start, long End);
