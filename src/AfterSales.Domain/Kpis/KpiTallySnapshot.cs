namespace AfterSales.Domain.Kpis;

/// <summary>A tally as plain data, for storing, sending and loading: see <see cref="KpiTally.ToSnapshot"/> and <see cref="KpiTally.From"/>.</summary>
/// <remarks>Mutable, so that any serialiser can fill it; not safe for use by several threads. Nothing is checked before <see cref="KpiTally.From"/>.</remarks>
public sealed class KpiTallySnapshot
{
    /// <summary>The version of this format that this library writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Gets or sets the version of the format.</summary>
    public int Format { get; set; } = CurrentFormat;

    /// <summary>Gets or sets how was counted: <see cref="KpiPlan.Signature"/>, so that counts of another plan are not mixed in.</summary>
    public string Plan { get; set; } = "";

    /// <summary>Gets or sets how many tickets were added.</summary>
    public long Tickets { get; set; }

    /// <summary>Gets or sets how many tickets were opened after the cut-off.</summary>
    public long NotYetOpened { get; set; }

    /// <summary>Gets or sets the counts of each period and slice, in the order of the periods.</summary>
    public IReadOnlyList<KpiCellSnapshot> Cells { get; set; } = [];

    /// <summary>Gets or sets the backlog of each slice that has one.</summary>
    public IReadOnlyList<KpiBacklogSnapshot> Backlogs { get; set; } = [];
}
