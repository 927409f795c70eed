namespace AfterSales.Domain.Tickets;

/// <summary>Why an action, a replay or an opening is refused.</summary>
/// <remarks>Codes are API; texts are not.</remarks>
public enum RefusalCode
{
    /// <summary>The ticket is closed, and nothing leaves a closed state.</summary>
    Closed,

    /// <summary>The lifecycle knows no such trigger.</summary>
    UnknownTrigger,

    /// <summary>The trigger exists, but not from this state.</summary>
    NotFromThisState,

    /// <summary>The role may not do this here.</summary>
    Role,

    /// <summary>Something that must be given is not.</summary>
    MissingDetails,

    /// <summary>A guard is not met.</summary>
    Guard,

    /// <summary>The ticket has another version than the one expected.</summary>
    StaleVersion,

    /// <summary>The action id belongs to another action that was accepted before.</summary>
    ActionIdReused,

    /// <summary>It happened longer before the last event than late reports may.</summary>
    BeforeLastEvent,

    /// <summary>It is recorded before it happens, or before the last event was recorded.</summary>
    NotYetHappened,

    /// <summary>The first event does not open the ticket, or a later one does.</summary>
    NoOpening,

    /// <summary>An event's version is not its place in the history.</summary>
    WrongVersion,

    /// <summary>An event leaves or enters another state than the table says, or one that does not exist.</summary>
    WrongState,

    /// <summary>An event lacks actor, trigger or action.</summary>
    DefaultValue,

    /// <summary>The earlier ticket is not closed yet.</summary>
    NotClosed,

    /// <summary>The window in which this could be done is over.</summary>
    WindowOver,

    /// <summary>The earlier ticket can still be reopened.</summary>
    StillOpenable,

    /// <summary>It is another customer, product or problem than the earlier ticket's.</summary>
    AnotherMatter,

    /// <summary>The earlier ticket does not say that it goes on in this one.</summary>
    NoSuchLink,
}
