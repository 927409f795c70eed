using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Cli.Mapping;

/// <summary>Two columns that hold the ends of a wait; its reason is always the same or stands in a column of its own, by value.</summary>
internal sealed record WaitColumns(string From, string To, WaitReason Reason, ValueColumn<WaitReason>? ReasonByValue);
