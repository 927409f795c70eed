namespace AfterSales.Domain.Routing;

/// <summary>A set of grades as bits.</summary>
internal readonly record struct GradeSet(int Bits)
{
    private const int All = 0b111_1110;

    internal static GradeSet Any { get; } = new(All);

    internal Grade Lowest
    {
        get
        {
            Grade grade = Grade.Junior;
            while (!Contains(grade))
            {
                grade++;
            }

            return grade;
        }
    }

    internal IReadOnlyList<Grade> Grades
    {
        get
        {
            GradeSet self = this;
            return [.. Enumerable.Range((int)Grade.Junior, (int)Grade.Supervisor).Select(number => (Grade)number).Where(grade => self.Contains(grade))];
        }
    }

    /// <exception cref="ArgumentNullException"><paramref name="grades"/> is null.</exception>
    /// <exception cref="ArgumentException">There is none, or one is not a grade.</exception>
    internal static GradeSet Of(IEnumerable<Grade> grades, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(grades, parameterName);
        int bits = 0;
        foreach (Grade grade in grades)
        {
            bits |= 1 << (int)Checked(grade, parameterName);
        }

        return bits != 0 ? new GradeSet(bits) : throw new ArgumentException("At least one grade is needed.", parameterName);
    }

    internal static Grade Checked(Grade grade, string parameterName) => grade is >= Grade.Junior and <= Grade.Supervisor
        ? grade
        : throw new ArgumentOutOfRangeException(parameterName, grade, "Allowed are Junior, Mid, Senior, Expert, Lead and Supervisor.");

    internal bool Contains(Grade grade) => (Bits & (1 << (int)grade)) != 0;

    internal GradeSet And(GradeSet other) => new(Bits | other.Bits);

    /// <summary>The set and as many grades above its highest.</summary>
    internal GradeSet WidenedBy(int grades)
    {
        int bits = Bits;
        for (int i = 0; i < grades; i++)
        {
            // Only the grade above the highest: a set of junior and senior gains expert, not mid.
            int highest = 0;
            for (int rest = bits; rest > 1; rest >>= 1)
            {
                highest++;
            }

            bits |= (1 << (highest + 1)) & All;
        }

        return new GradeSet(bits);
    }

    public override string ToString() => string.Join("/", Grades.Select(RoutingWords.English));
}
