namespace AfterSales.Domain.Tickets;

/// <summary>How one ticket belongs to another.</summary>
public enum LinkKind
{
    /// <summary>The same fault again within the repeat window after the other was closed: a repeat repair.</summary>
    RepeatOf,

    /// <summary>The same matter after the other could be reopened no more.</summary>
    FollowUpOf,

    /// <summary>The other is about the same thing and goes on.</summary>
    MergedInto,

    /// <summary>The other carries the matter on under another lifecycle.</summary>
    ConvertedTo,

    /// <summary>The other began it under another lifecycle.</summary>
    ConvertedFrom,
}
