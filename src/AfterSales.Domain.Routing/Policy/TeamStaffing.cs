namespace AfterSales.Domain.Routing;

/// <summary>An emergency team: a lead by score, and experts who add the skills and languages that are missing (R14).</summary>
/// <remarks>
/// What an item requires, the team has as a whole; every other hard rule holds for each member by himself. The lead is the best scored one around whom a full team
/// can be formed. Experts join one by one, each time the one who adds the most of what is missing (ties by score, then by the tie-break). That is a greedy cover: it may
/// take one more expert than the smallest team would, and may miss a team at the upper limit of its size.
/// </remarks>
public sealed class TeamStaffing : StaffingPattern
{
    /// <summary>The largest number of experts: 16.</summary>
    public const int MostExperts = 16;

    internal TeamStaffing(GradeSet leads, GradeSet experts, (int Minimum, int Maximum) size, Role[] tell)
        : base(tell)
    {
        Leads = leads;
        Experts = experts;
        (MinimumExperts, MaximumExperts) = size;
    }

    /// <summary>Gets the grades that may lead, in ascending order.</summary>
    public IReadOnlyList<Grade> LeadGrades => Leads.Grades;

    /// <summary>Gets the grades that may join, in ascending order.</summary>
    public IReadOnlyList<Grade> ExpertGrades => Experts.Grades;

    /// <summary>Gets how many experts join even when no skill is missing.</summary>
    public int MinimumExperts { get; }

    /// <summary>Gets how many experts may join.</summary>
    public int MaximumExperts { get; }

    internal GradeSet Leads { get; }

    internal GradeSet Experts { get; }

    internal override GradeSet Staffed => Leads.And(Experts);

    internal override Leniency Waived => Leniency.Needs;

    /// <summary>Returns a pattern that tells more roles at once.</summary>
    /// <param name="roles">Who is to be told.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="roles"/> is null.</exception>
    /// <exception cref="InvalidOperationException">One is the default value.</exception>
    public TeamStaffing Telling(params Role[] roles) => new(Leads, Experts, (MinimumExperts, MaximumExperts), Joined(TellArray, roles));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Leads, Experts, MinimumExperts, MaximumExperts);

    /// <summary>Returns lead, experts and who is told, as in "a team: a lead of lead with 1 to 3 of expert; tell leadership at once".</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"a team: a lead of {Leads} with {MinimumExperts} to {MaximumExperts} of {Experts}{ToldSuffix()}");

    internal static (int Minimum, int Maximum) Checked(int minimumExperts, int maximumExperts)
    {
        if (maximumExperts is < 0 or > MostExperts)
        {
            throw new ArgumentOutOfRangeException(nameof(maximumExperts), maximumExperts, "Allowed are 0 to 16 experts.");
        }

        return minimumExperts >= 0 && minimumExperts <= maximumExperts
            ? (minimumExperts, maximumExperts)
            : throw new ArgumentOutOfRangeException(nameof(minimumExperts), minimumExperts, FormattableString.Invariant($"Allowed are 0 to {maximumExperts}, the largest number."));
    }

    internal override GradeSet AllowedAt(StepRules step) => Leads.WidenedBy(step.Grades).And(Experts.WidenedBy(step.Grades));

    private protected override bool SameAs(StaffingPattern other) => other is TeamStaffing team
        && (Leads, Experts, MinimumExperts, MaximumExperts) == (team.Leads, team.Experts, team.MinimumExperts, team.MaximumExperts);
}
