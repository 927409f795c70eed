namespace AfterSales.Domain.Routing;

/// <summary>The codes of <see cref="RoutingReason"/>: stable names, part of the API, unlike the texts.</summary>
public static class ReasonCode
{
    /// <summary>Outside his hours; value next (an instant, or "never").</summary>
    public const string NotAtWork = "not-at-work";

    /// <summary>On leave; value until (an instant, or "never").</summary>
    public const string OnLeave = "on-leave";

    /// <summary>The item excludes him.</summary>
    public const string Excluded = "excluded";

    /// <summary>His grade is not one of those that the severity is staffed with; values grade, allowed.</summary>
    public const string GradeNotAllowed = "grade-not-allowed";

    /// <summary>He does not have a skill; values skill, level.</summary>
    public const string SkillMissing = "skill-missing";

    /// <summary>His level in a skill is too low; values skill, level, has.</summary>
    public const string SkillTooLow = "skill-too-low";

    /// <summary>He does not speak a required language; value language.</summary>
    public const string LanguageMissing = "language-missing";

    /// <summary>He does not serve the region; value region.</summary>
    public const string RegionNotServed = "region-not-served";

    /// <summary>The point is out of his reach; value kilometres, or "unknown" when he has no base.</summary>
    public const string TooFar = "too-far";

    /// <summary>His free units do not hold the item; values size, free.</summary>
    public const string NoFreeUnits = "no-free-units";

    /// <summary>He was given as much work of late as the limit of intake allows; values items, window.</summary>
    public const string IntakeLimit = "intake-limit";

    /// <summary>He works for a provider and the item may not be outsourced; value provider.</summary>
    public const string OutsourcingNotAllowed = "outsourcing-not-allowed";

    /// <summary>He works for a provider, whom the step in use does not admit yet; values provider, step.</summary>
    public const string ProviderNotYet = "provider-not-yet";

    /// <summary>The contract of his provider is not valid at this instant; value provider.</summary>
    public const string ContractNotValid = "contract-not-valid";

    /// <summary>The quota of his provider is used up; value provider.</summary>
    public const string QuotaUsed = "quota-used";

    /// <summary>His provider is suspended, or assessed below the threshold; values provider, assessment.</summary>
    public const string ProviderSuspended = "provider-suspended";

    /// <summary>He would add nothing that the team is missing; no values.</summary>
    public const string TeamNeedsNothing = "team-needs-nothing";

    /// <summary>He is one of the team; value adds (the skills and languages that those before him lacked).</summary>
    public const string JoinsTeam = "joins-team";

    /// <summary>The whole batch is better off when he takes another item; no values.</summary>
    public const string KeptForAnother = "kept-for-another";

    /// <summary>The batch as a whole is best so; no values.</summary>
    public const string BestForBatch = "best-for-batch";

    /// <summary>The batch is assigned one by one in the order of the queue, because sizes differ; no values.</summary>
    public const string SizesDiffer = "sizes-differ";

    /// <summary>The batch is assigned one by one in the order of the queue, because a provider's quota would be exceeded; value provider.</summary>
    public const string QuotaBinds = "quota-binds";

    /// <summary>The batch is assigned one by one in the order of the queue, because it is too large; value pairs.</summary>
    public const string BatchTooLarge = "batch-too-large";

    /// <summary>The batch is assigned one by one in the order of the queue, because weighing its scores up against each other left the range of whole numbers; no values.</summary>
    public const string ScoresTooFarApart = "scores-too-far-apart";

    /// <summary>The item was taken by the higher score; values part, margin, other.</summary>
    public const string ByScore = "by-score";

    /// <summary>Scores were equal and the lower ratio of load to capacity decided; value other.</summary>
    public const string ByLoadRatio = "by-load-ratio";

    /// <summary>Scores and loads were equal and who was assigned least recently decided; value other.</summary>
    public const string ByLastAssigned = "by-last-assigned";

    /// <summary>Everything was equal and the lower identifier decided; value other.</summary>
    public const string ById = "by-id";

    /// <summary>Nobody else could get it.</summary>
    public const string OnlyOne = "only-one";

    /// <summary>Nobody has a skill at the level that is asked for; values skill, level.</summary>
    public const string NobodyHasSkill = "nobody-has-skill";

    /// <summary>Nobody speaks a required language; value language.</summary>
    public const string NobodySpeaks = "nobody-speaks";

    /// <summary>Nobody serves the place; value place.</summary>
    public const string NobodyServes = "nobody-serves";

    /// <summary>Nobody has a grade that is staffed; value allowed.</summary>
    public const string NobodyOfGrade = "nobody-of-grade";

    /// <summary>Nobody's capacity holds the item even when he is free; value size.</summary>
    public const string NobodyHolds = "nobody-holds";

    /// <summary>Nobody at all is there to choose from.</summary>
    public const string NobodyThere = "nobody-there";

    /// <summary>Each need is met by somebody, all of them by nobody; value closest (who fails last in the order of the rules).</summary>
    public const string NobodyCombines = "nobody-combines";

    /// <summary>Nobody who may guide is at work; value allowed.</summary>
    public const string NoGuide = "no-guide";

    /// <summary>No team can be formed now that has everything which the item requires.</summary>
    public const string NoTeam = "no-team";

    /// <summary>Who could get it is busy; value count.</summary>
    public const string EverybodyBusy = "everybody-busy";

    /// <summary>Who could get it is not at work; value count.</summary>
    public const string NobodyAtWork = "nobody-at-work";

    /// <summary>The item takes a team, which nobody can pull by himself.</summary>
    public const string NeedsTeam = "needs-team";
}
