namespace AfterSales.Domain.Routing;

/// <summary>What is widened when a step is in use: the step itself and all before it.</summary>
internal sealed class StepRules
{
    private readonly string[] _dropped;

    private StepRules(int index, RelaxationStep step, string[] dropped, int rings, int grades, bool providers)
    {
        Index = index;
        Step = step;
        _dropped = dropped;
        Rings = rings;
        Grades = grades;
        Providers = providers;
    }

    internal int Index { get; }

    internal RelaxationStep Step { get; }

    internal int Rings { get; }

    internal int Grades { get; }

    internal bool Providers { get; }

    internal static StepRules[] Compile(IReadOnlyList<RelaxationStep> steps)
    {
        StepRules[] compiled = new StepRules[steps.Count];
        for (int i = 0; i < compiled.Length; i++)
        {
            RelaxationStep step = steps[i];
            compiled[i] = i == 0
                ? new StepRules(0, step, [.. step.DroppedGroups], step.RingsAdded, step.GradesAdded, step.AllowsProviders)
                : compiled[i - 1].And(step);
        }

        return compiled;
    }

    internal bool Drops(SkillNeed need)
    {
        if (need.DropGroup is { } group)
        {
            foreach (string dropped in _dropped)
            {
                if (string.Equals(dropped, group, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    internal StepRules AdmittingProviders() => Providers ? this : new StepRules(Index, Step, _dropped, Rings, Grades, providers: true);

    private StepRules And(RelaxationStep step) => new(
        Index + 1,
        step,
        [.. _dropped.Union(step.DroppedGroups, StringComparer.Ordinal)],
        Rings + step.RingsAdded,
        Grades + step.GradesAdded,
        Providers || step.AllowsProviders);
}
