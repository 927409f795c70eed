namespace AfterSales.Domain.Routing;

/// <summary>Which rules are not asked: who could get an item if he were free, on call, or one of a team.</summary>
[Flags]
internal enum Leniency
{
    None = 0,

    /// <summary>Being at work is not asked, only coming to work ever again.</summary>
    Hours = 1,

    /// <summary>The load is not asked, only the capacity.</summary>
    Load = 2,

    /// <summary>Skills and languages are not asked: a team has them as a whole.</summary>
    Needs = 4,

    /// <summary>On call counts as at work.</summary>
    OnCall = 8,
}
