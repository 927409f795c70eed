namespace AfterSales.Domain.Sla;

/// <summary>What kind of fault the verification of a policy found. Codes are API; the sentences that say them are not.</summary>
public enum FindingCode
{
    /// <summary>The conditions tell more than a million groups of requests apart; the objective was not verified.</summary>
    RequestSpaceTooLarge,

    /// <summary>A request that the objective is for, but for which no target holds.</summary>
    RequestNotCovered,

    /// <summary>A target counts by a calendar that the policy does not have.</summary>
    UnknownCalendar,

    /// <summary>No request ever reaches a target: those above it take them all, or its condition never holds.</summary>
    TargetNeverReached,

    /// <summary>A request that is more demanding in exactly one ordered dimension (severity, priority, locality) is due later.</summary>
    LaterWhenMoreDemanding,

    /// <summary>Who asks later gets an earlier deadline (R05's 17:50 and 18:10).</summary>
    NonMonotoneCutOff,

    /// <summary>No open time lies between start and due (R05's 09:00 when doors open at 09:00).</summary>
    NoOpenTimeBeforeDue,

    /// <summary>An alarm that is to warn of the due is planned for the due itself.</summary>
    AlarmNotBeforeDue,

    /// <summary>An alarm that is to warn of the due always fires at the start: the target leaves less time than the alarm wants.</summary>
    AlarmAtStart,

    /// <summary>An alarm that stands above another is planned after it.</summary>
    AlarmLevelsOutOfOrder,

    /// <summary>The host emits a signal that starts the objective, but none that stops, ends or cancels it.</summary>
    NeverStops,

    /// <summary>A wait pauses the clock that measures this very wait, so it cannot be late.</summary>
    PausedByItsStop,

    /// <summary>A clock is paused by a wait for the party whose promise it is: a customer's clock by anything but the customer, a supplier's by the supplier.</summary>
    PausedForOwnReason,

    /// <summary>A target of an internal or supplier objective is due after the customer objective that it is to fit within.</summary>
    DoesNotFitWithin,

    /// <summary>Reclassification is proportional, but the rule in force has no allowance to take a share of.</summary>
    ProportionalWithoutAllowance,

    /// <summary>A reclassification leaves no time at all: by the new target the deadline has passed already.</summary>
    BreachOnReclassify,

    /// <summary>A calendar has no open time from when the policy is in force.</summary>
    CalendarNeverOpen,

    /// <summary>Deadlines pass the last date for which a calendar's holidays are known.</summary>
    HolidaysNotKnown,

    /// <summary>An objective is missing from a version between two versions that have it: cycles that start meanwhile are not measured.</summary>
    EffectiveHole,

    /// <summary>The policy accepts a finding that it does not have.</summary>
    AcceptedButNotFound,
}
