using System.Numerics;

namespace AfterSales.Domain.Routing;

/// <summary>The technicians of a pool as columns, in the order of the tie-break: of two with the same score the one that stands first wins.</summary>
/// <remarks>
/// Columns are as long as a multiple of the width of a vector; the rows beyond the last technician are never at work. Masks are −1 (yes) and 0 (no).
/// </remarks>
internal sealed class CandidateTable
{
    private const int Yes = -1;

    private readonly Dictionary<PersonId, int> _rows;
    private int[]? _reachable;

    internal CandidateTable(RoutingPolicy policy, IEnumerable<Technician> technicians, Instant at)
    {
        Policy = policy;
        At = at;
        Technicians = [.. technicians];
        if (Array.IndexOf(Technicians, null) >= 0)
        {
            throw new ArgumentNullException(nameof(technicians), "One of the technicians is null.");
        }

        if (Technicians.Length > RoutingPool.MaximumTechnicians)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"There are {Technicians.Length} technicians; at most {RoutingPool.MaximumTechnicians} are allowed."), nameof(technicians));
        }

        Array.Sort(Technicians, TieBreak.Compare);
        Length = (Technicians.Length + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count;
        _rows = new(Technicians.Length);
        for (int row = 0; row < Technicians.Length; row++)
        {
            if (!_rows.TryAdd(Technicians[row].Id, row))
            {
                throw new ArgumentException($"{Technicians[row].Id} stands twice among the technicians.", nameof(technicians));
            }
        }

        Working = Column(technician => technician.WorksAt(at) ? Yes : 0);
        Grades = Column(technician => (int)technician.Grade);
        GradeBits = Column(technician => 1 << (int)technician.Grade);
        Capacities = Column(technician => technician.Capacity);
        Free = Column(technician => FreeUnits(technician));
        Everywhere = Column(technician => technician.ServesEverywhere ? Yes : 0);
        Providers = Column(technician => technician.Provider is null ? 0 : Judgement.ProviderRefusal(technician.Provider, policy, at) is null ? 1 : 2);
        Fixed = Column(technician => (policy.Scoring.WeightOf(ScorePart.Spare) * Scoring.ValueOfSpare(technician.Capacity, technician.Load))
            + (policy.Scoring.WeightOf(ScorePart.Provider) * Judgement.ProviderValue(technician)));
        WorkLeft = new int[Length];
        X = new float[Length];
        Y = new float[Length];
        Z = new float[Length];
        HasBase = new int[Length];
        Radius = new int[Length];
        bool slackCounts = policy.Scoring.WeightOf(ScorePart.Slack) > 0;
        for (int row = 0; row < Technicians.Length; row++)
        {
            Technician technician = Technicians[row];
            if (slackCounts && Working[row] == Yes)
            {
                WorkLeft[row] = policy.Scoring.ValueOfSlack(technician.WorkLeftAt(at));
            }

            if (technician.Base is { } point)
            {
                (X[row], Y[row], Z[row]) = point.OnUnitSphere();
                HasBase[row] = Yes;
                Radius[row] = technician.TravelRadius;
                AnyBase = true;
            }
        }

        SkillLevels = new(skill => Column(technician => technician.LevelOf(skill)), EqualityComparer<Skill>.Default);
        Languages = new(language => Column(technician => technician.Speaks(language) ? Yes : 0), EqualityComparer<SpokenLanguage>.Default);
        ProductHistory = new(line => Column(technician => policy.Scoring.ValueOfProductHistory(technician.CasesOf(line))), StringComparer.Ordinal);
        Regions = new(MakeRegion, StringComparer.Ordinal);
    }

    internal RoutingPolicy Policy { get; }

    internal Instant At { get; }

    internal Technician[] Technicians { get; }

    internal int Length { get; }

    internal int[] Working { get; }

    internal int[] Grades { get; }

    internal int[] GradeBits { get; }

    internal int[] Capacities { get; }

    /// <summary>Free units, and 0 where the limit of intake is reached.</summary>
    internal int[] Free { get; }

    internal int[] Everywhere { get; }

    /// <summary>0: own staff; 1: of a provider who may be given work; 2: of one who may not.</summary>
    internal int[] Providers { get; }

    /// <summary>The parts of the score that do not depend on the item: spare ratio and provider.</summary>
    internal int[] Fixed { get; }

    internal int[] WorkLeft { get; }

    internal float[] X { get; }

    internal float[] Y { get; }

    internal float[] Z { get; }

    internal int[] HasBase { get; }

    internal int[] Radius { get; }

    internal bool AnyBase { get; }

    internal ColumnCache<Skill, int[]> SkillLevels { get; }

    internal ColumnCache<SpokenLanguage, int[]> Languages { get; }

    internal ColumnCache<string, int[]> ProductHistory { get; }

    internal ColumnCache<string, RegionColumn> Regions { get; }

    /// <summary>Who works at this instant or ever after; looked up only when nobody can get an item now.</summary>
    internal int[] Reachable
    {
        get
        {
            if (Volatile.Read(ref _reachable) is { } known)
            {
                return known;
            }

            int[] made = Column(technician => technician.NextAtWork(At) is null ? 0 : Yes);
            Volatile.Write(ref _reachable, made);
            return made;
        }
    }

    internal int RowOf(PersonId person) => _rows.TryGetValue(person, out int row) ? row : -1;

    internal int FreeUnits(Technician technician) =>
        Policy.Intake is { } limit && limit.LeftFor(technician, At) == 0 ? 0 : Math.Max(0, technician.Capacity - technician.Load);

    private int[] Column(Func<Technician, int> value)
    {
        int[] column = new int[Length];
        for (int row = 0; row < Technicians.Length; row++)
        {
            column[row] = value(Technicians[row]);
        }

        return column;
    }

    private RegionColumn MakeRegion(string region)
    {
        Dictionary<string, int> around = Policy.Regions.RingsAround(region);
        int[] rings = Column(technician => Judgement.NearestRing(technician, around));
        return new RegionColumn(rings, Array.ConvertAll(rings, Scoring.ValueOfRing));
    }
}
