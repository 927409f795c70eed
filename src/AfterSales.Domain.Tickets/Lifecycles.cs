using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>The five built-in lifecycles; a host takes one as it is, changes it with its verbs, or writes its own.</summary>
/// <remarks>All of them pass <see cref="Lifecycle.Verify"/> without a finding, and their tables are compared with an approved text.</remarks>
public static class Lifecycles
{
    /// <summary>Gets the enquiry: ask, answer, confirm (R20, R21), with transfer to a support team (R16), self-service (R31) and conversion.</summary>
    public static Lifecycle Inquiry { get; } = InquiryTable.Make();

    /// <summary>Gets the repair: triage, quote, visit or remote work, parts, acceptance by the customer, charge (R18, R34, R35).</summary>
    public static Lifecycle Repair { get; } = RepairTable.Make();

    /// <summary>Gets the service visit, for installation and for maintenance that a plan makes due (R36): the opening actor tells which.</summary>
    public static Lifecycle ServiceVisit { get; } = ServiceVisitTable.Make();

    /// <summary>Gets the return or exchange, by line and quantity (R19).</summary>
    public static Lifecycle Return { get; } = ReturnTable.Make();

    /// <summary>Gets the complaint, after ISO 10002 clause 7, with appeals (R20, R22).</summary>
    public static Lifecycle Complaint { get; } = ComplaintTable.Make();

    /// <summary>Gets all five, in the order of this page.</summary>
    public static IReadOnlyList<Lifecycle> All { get; } = Array.AsReadOnly<Lifecycle>([Inquiry, Repair, ServiceVisit, Return, Complaint]);

    /// <summary>Finds a built-in lifecycle by its name.</summary>
    /// <param name="name">"inquiry", "repair", "service-visit", "return" or "complaint"; any other text finds nothing.</param>
    /// <returns>The lifecycle, or null.</returns>
    public static Lifecycle? Find(string? name) => All.FirstOrDefault(lifecycle => string.Equals(lifecycle.Name, name, StringComparison.Ordinal));

    /// <summary>Gets the lifecycle that serves a kind of request.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The lifecycle; that of enquiries while the kind is unknown.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the enumeration.</exception>
    public static Lifecycle For(RequestKind kind) => kind switch
    {
        RequestKind.Unknown or RequestKind.Inquiry => Inquiry,
        RequestKind.Repair => Repair,
        RequestKind.Return or RequestKind.Exchange => Return,
        RequestKind.Complaint => Complaint,
        RequestKind.Installation or RequestKind.Maintenance => ServiceVisit,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Allowed are the named kinds."),
    };
}
