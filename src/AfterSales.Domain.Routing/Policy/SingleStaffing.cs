namespace AfterSales.Domain.Routing;

/// <summary>One technician, with somebody to guide him where the severity asks for that (R14).</summary>
public sealed class SingleStaffing : StaffingPattern
{
    private readonly GradeSet? _guides;

    internal SingleStaffing(GradeSet allowed, GradeSet? guides, Role[] tell)
        : base(tell)
    {
        Allowed = allowed;
        _guides = guides;
    }

    /// <summary>Gets the grades that will do, in ascending order.</summary>
    public IReadOnlyList<Grade> Grades => Allowed.Grades;

    /// <summary>Gets the grades that may guide, in ascending order; none when nobody has to.</summary>
    public IReadOnlyList<Grade> GuideGrades => _guides?.Grades ?? [];

    internal GradeSet Allowed { get; }

    internal GradeSet? Guides => _guides;

    internal override GradeSet Staffed => Allowed;

    internal override Leniency Waived => Leniency.None;

    /// <summary>Returns a pattern in which somebody who is at work guides the technician.</summary>
    /// <param name="grades">The grades that may guide.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="grades"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no grade, or one is not a grade.</exception>
    public SingleStaffing GuidedBy(params Grade[] grades) => new(Allowed, GradeSet.Of(grades, nameof(grades)), TellArray);

    /// <summary>Returns a pattern that tells more roles at once.</summary>
    /// <param name="roles">Who is to be told.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="roles"/> is null.</exception>
    /// <exception cref="InvalidOperationException">One is the default value.</exception>
    public SingleStaffing Telling(params Role[] roles) => new(Allowed, _guides, Joined(TellArray, roles));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Allowed, _guides);

    /// <summary>Returns the grades, as in "one of mid/senior, guided by supervisor".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"one of {Allowed}{(_guides is { } guides ? $", guided by {guides}" : "")}{ToldSuffix()}";

    internal override GradeSet AllowedAt(StepRules step) => Allowed.WidenedBy(step.Grades);

    private protected override bool SameAs(StaffingPattern other) => other is SingleStaffing single && (Allowed, _guides) == (single.Allowed, single._guides);
}
