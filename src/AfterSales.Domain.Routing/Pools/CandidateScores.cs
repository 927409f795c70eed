using System.Numerics;

namespace AfterSales.Domain.Routing;

/// <summary>The hard rules and scores of one item for all candidates of a table at once: one pass over the columns for each rule and part.</summary>
/// <remarks>
/// A total below 0 means refused; no pass can lift it above. <see cref="Judgement"/> states the same rules for one candidate at a time, and a law holds the two
/// together. Nothing is allocated, except by the first item that asks for a skill, language, region or product line.
/// </remarks>
internal static class CandidateScores
{
    /// <summary>Far below what all parts together can add: 9 × 100 × 1,000.</summary>
    private const int Refused = int.MinValue / 2;

    /// <summary>Fills the totals of every row.</summary>
    /// <param name="table">The candidates.</param>
    /// <param name="item">The item.</param>
    /// <param name="step">What is widened.</param>
    /// <param name="staffed">The grades that the pattern takes, before widening.</param>
    /// <param name="working">Mask of who is there.</param>
    /// <param name="free">Free units by row.</param>
    /// <param name="totals">At least as long as the table.</param>
    internal static void Fill(CandidateTable table, WorkItem item, StepRules step, GradeSet staffed, int[] working, int[] free, int[] totals)
    {
        Scoring scoring = table.Policy.Scoring;
        Begin(table, item, step, staffed, working, free, totals);
        int skillStep = scoring.WeightOf(ScorePart.SkillSurplus) * scoring.ValueOfSkillStep(item.SkillArray.Length);
        foreach (SkillNeed need in item.SkillArray)
        {
            AddSkill(table.SkillLevels[need.Skill], need.MinimumLevel, scoring.SkillSurplusCap, skillStep, required: !step.Drops(need), totals, table.Length);
        }

        foreach (SpokenLanguage language in item.RequiredLanguageArray)
        {
            Require(table.Languages[language], totals, table.Length);
        }

        int languageWeight = scoring.WeightOf(ScorePart.Language);
        if (languageWeight > 0)
        {
            foreach (SpokenLanguage language in item.PreferredLanguageArray)
            {
                AddMask(table.Languages[language], languageWeight * (Scoring.FullValue / item.PreferredLanguageArray.Length), totals, table.Length);
            }
        }

        if (item.IsTiedToAPlace)
        {
            AddPlace(table, item, step, totals);
        }

        int productWeight = scoring.WeightOf(ScorePart.ProductHistory);
        if (productWeight > 0 && item.Request.ProductLine is { } line)
        {
            AddColumn(table.ProductHistory[line], productWeight, totals, table.Length);
        }

        int slackWeight = scoring.WeightOf(ScorePart.Slack);
        if (slackWeight > 0 && item.Due is { } due)
        {
            AddLesser(table.WorkLeft, scoring.ValueOfSlack(due - table.At), slackWeight, totals, table.Length);
        }

        AdjustSinglePeople(table, item, scoring.WeightOf(ScorePart.SameTechnician), totals);
    }

    /// <summary>The first row with the highest total; −1 when everybody is refused.</summary>
    internal static int Best(int[] totals, int rows)
    {
        int best = -1;
        int highest = -1;
        int row = 0;
        for (; row <= rows - Vector<int>.Count; row += Vector<int>.Count)
        {
            if (Vector.GreaterThanAny(new Vector<int>(totals, row), new Vector<int>(highest)))
            {
                Scan(row, row + Vector<int>.Count);
            }
        }

        Scan(row, rows);
        return best;

        void Scan(int from, int to)
        {
            for (int i = from; i < to; i++)
            {
                if (totals[i] > highest)
                {
                    (best, highest) = (i, totals[i]);
                }
            }
        }
    }

    private static void Begin(CandidateTable table, WorkItem item, StepRules step, GradeSet staffed, int[] working, int[] free, int[] totals)
    {
        GradeSet allowed = staffed.WidenedBy(step.Grades);
        int weight = table.Policy.Scoring.WeightOf(ScorePart.GradeFit);
        Vector<int> allowedBits = new(allowed.Bits);
        Vector<int> fitBase = new(weight * (Scoring.FullValue + (Judgement.GradeStep * (int)staffed.Lowest)));
        Vector<int> fitStep = new(weight * Judgement.GradeStep);
        Vector<int> size = new(item.Size);
        Vector<int> providerLimit = new(item.MayBeOutsourced && step.Providers ? 1 : 0);
        Vector<int> refused = new(Refused);
        for (int row = 0; row < table.Length; row += Vector<int>.Count)
        {
            Vector<int> admitted = new Vector<int>(working, row)
                & Vector.GreaterThanOrEqual(new Vector<int>(free, row), size)
                & Vector.LessThanOrEqual(new Vector<int>(table.Providers, row), providerLimit)
                & Vector.GreaterThan(new Vector<int>(table.GradeBits, row) & allowedBits, Vector<int>.Zero);
            Vector<int> fit = Vector.Max(Vector<int>.Zero, fitBase - (new Vector<int>(table.Grades, row) * fitStep));
            Vector.ConditionalSelect(admitted, new Vector<int>(table.Fixed, row) + fit, refused).CopyTo(totals, row);
        }
    }

    private static void AddSkill(int[] levels, int minimum, int cap, int points, bool required, int[] totals, int length)
    {
        Vector<int> least = new(minimum);
        Vector<int> most = new(cap);
        Vector<int> otherwise = required ? new(Refused) : Vector<int>.Zero;
        for (int row = 0; row < length; row += Vector<int>.Count)
        {
            Vector<int> level = new(levels, row);
            Vector<int> steps = Vector.Min(level - least, most) + Vector<int>.One;
            Vector<int> added = Vector.ConditionalSelect(Vector.GreaterThanOrEqual(level, least), steps * points, otherwise);

            // Two refusals must not add up beyond the range of int: the minimum keeps them at one.
            Vector.Max(new Vector<int>(totals, row) + added, new Vector<int>(Refused)).CopyTo(totals, row);
        }
    }

    private static void Require(int[] mask, int[] totals, int length)
    {
        Vector<int> refused = new(Refused);
        for (int row = 0; row < length; row += Vector<int>.Count)
        {
            Vector.ConditionalSelect(new Vector<int>(mask, row), new Vector<int>(totals, row), refused).CopyTo(totals, row);
        }
    }

    private static void AddMask(int[] mask, int points, int[] totals, int length)
    {
        Vector<int> added = new(points);
        for (int row = 0; row < length; row += Vector<int>.Count)
        {
            (new Vector<int>(totals, row) + (new Vector<int>(mask, row) & added)).CopyTo(totals, row);
        }
    }

    private static void AddColumn(int[] values, int weight, int[] totals, int length)
    {
        for (int row = 0; row < length; row += Vector<int>.Count)
        {
            (new Vector<int>(totals, row) + (new Vector<int>(values, row) * weight)).CopyTo(totals, row);
        }
    }

    private static void AddLesser(int[] values, int limit, int weight, int[] totals, int length)
    {
        Vector<int> most = new(limit);
        for (int row = 0; row < length; row += Vector<int>.Count)
        {
            (new Vector<int>(totals, row) + (Vector.Min(new Vector<int>(values, row), most) * weight)).CopyTo(totals, row);
        }
    }

    private static void AddPlace(CandidateTable table, WorkItem item, StepRules step, int[] totals)
    {
        int weight = table.Policy.Scoring.WeightOf(ScorePart.Proximity);
        RegionColumn? region = item.Region is { } name ? table.Regions[name] : null;
        (float X, float Y, float Z)? point = table.AnyBase ? item.Point?.OnUnitSphere() : null;
        int range = table.Policy.Scoring.ProximityRange;
        Vector<int> refused = new(Refused);
        Vector<int> rings = new(step.Rings);
        Vector<int> wider = new(Judgement.Widening(step, table.Policy.Regions));
        for (int row = 0; row < table.Length; row += Vector<int>.Count)
        {
            Vector<int> served = new(table.Everywhere, row);
            Vector<int> value = Vector<int>.Zero;
            if (region is not null)
            {
                served |= Vector.LessThanOrEqual(new Vector<int>(region.Rings, row), rings);
                value = new Vector<int>(region.Values, row);
            }

            if (point is { } site)
            {
                Vector<int> known = new(table.HasBase, row);
                Vector<int> metres = Reach.Metres(new Vector<float>(table.X, row), new Vector<float>(table.Y, row), new Vector<float>(table.Z, row), site);
                Vector<int> radius = new(table.Radius, row);
                served |= Vector.GreaterThan(radius, Vector<int>.Zero) & Vector.LessThanOrEqual(metres, radius + wider);
                value = Vector.ConditionalSelect(known, Reach.Value(metres, range), value);
            }

            Vector.ConditionalSelect(served, new Vector<int>(totals, row) + (value * weight), refused).CopyTo(totals, row);
        }
    }

    private static void AdjustSinglePeople(CandidateTable table, WorkItem item, int sameTechnicianWeight, int[] totals)
    {
        foreach (PersonId excluded in item.ExcludedArray)
        {
            if (table.RowOf(excluded) is var row and >= 0)
            {
                totals[row] = Refused;
            }
        }

        if (item.LastTechnician is { } last && table.RowOf(last) is var lastRow and >= 0)
        {
            totals[lastRow] += sameTechnicianWeight * Scoring.FullValue;
        }
    }
}
