namespace AfterSales.Domain;

/// <summary>Five ready-made rulebooks, each distilled from one real source and in force from 1 January 2026.</summary>
/// <remarks>
/// The same rules stand as JSON documents in docs/samples/rulebooks, and a test keeps both equal. docs/rulebooks.md says what each of them holds and what the verification
/// finds in it; where a source leaves something open, docs/decisions/rulebooks.md says how it was read.
/// </remarks>
public static class Rulebooks
{
    /// <summary>
    /// Gets the rapid-response regulation: registration and three classes (R01, R02), telephone (R04), mail and chat (R05, R33), times on site (R06, R07, R08), reports while
    /// work goes on (R13, R35), whom a class takes (R14), the repair (R18) that the customer confirms (R21), tracked from registration to closing (R32), with major solutions
    /// approved by the leadership (R34).
    /// </summary>
    public static Rulebook RapidResponse { get; } = RapidResponseBook.Make();

    /// <summary>
    /// Gets the market after-sales report: four priorities (R03), times on site of a major failure (R06, R12), chat and complaint calls (R09), routine problems closed in 48
    /// hours (R12), what dispatch weighs (R15), returns (R19), the survey (R23) with its goals (R26), holidays (R29), self-service (R31), calls after service and maintenance (R36).
    /// </summary>
    public static Rulebook FourPriorities { get; } = FourPrioritiesBook.Make();

    /// <summary>
    /// Gets the online-sales plan: registration by every channel (R01), the promise to an enquiry and how many are answered sooner (R10), technical support (R11, R16), dispatch
    /// by language (R15), goals (R26), the hotline that never closes (R33).
    /// </summary>
    public static Rulebook OnlineSales { get; } = OnlineSalesBook.Make();

    /// <summary>
    /// Gets the home-appliance service system: registration (R01), dispatch (R15), service providers (R17), the repair from report to closing (R18), enquiry and complaint (R20),
    /// everything tracked (R32), standards for response, repair and completion, visits by appointment, and reports (R35).
    /// </summary>
    public static Rulebook HomeAppliance { get; } = HomeApplianceBook.Make();

    /// <summary>
    /// Gets the satisfaction-survey mechanism: four priorities (R03), returns (R19), cases handled until the customer is satisfied (R21), feedback classed and handled in a set
    /// time (R22), the survey (R23) by strata, schedule and channels (R24), the same questions for all answers so that they can be cleaned and compared (R25).
    /// </summary>
    public static Rulebook SatisfactionMechanism { get; } = SatisfactionMechanismBook.Make();

    /// <summary>Gets all five, in the order of this page.</summary>
    public static IReadOnlyList<Rulebook> All { get; } = Array.AsReadOnly<Rulebook>([RapidResponse, FourPriorities, OnlineSales, HomeAppliance, SatisfactionMechanism]);

    /// <summary>Finds a rulebook by its name.</summary>
    /// <param name="name">"rapid-response", "four-priorities", "online-sales", "home-appliance" or "satisfaction-mechanism"; any other text finds nothing.</param>
    /// <returns>The rulebook, or null.</returns>
    public static Rulebook? Find(string? name) => All.FirstOrDefault(book => string.Equals(book.Name, name, StringComparison.Ordinal));
}
