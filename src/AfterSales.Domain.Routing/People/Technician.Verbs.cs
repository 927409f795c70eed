namespace AfterSales.Domain.Routing;

/// <content>The verbs that return a changed copy.</content>
public sealed partial class Technician
{
    /// <summary>Returns a copy of another grade.</summary>
    /// <param name="grade">How far he has come.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grade"/> is unknown or not one of the enumeration.</exception>
    public Technician WithGrade(Grade grade) => new(this) { Grade = GradeSet.Checked(grade, nameof(grade)) };

    /// <summary>Returns a copy that has a skill, instead of the level that he may have had.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="level">From 1 (works under guidance) to 5 (teaches it).</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside 1 to 5.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="skill"/> is the default value.</exception>
    public Technician WithSkill(Skill skill, int level) => new(this)
    {
        _skills = new(_skills, StringComparer.Ordinal) { [skill.Name] = Skill.CheckedLevel(level, nameof(level)) },
    };

    /// <summary>Returns a copy that has handled cases of a product line, instead of the number that he may have had.</summary>
    /// <param name="productLine">The product line in the host's words, as requests name it.</param>
    /// <param name="cases">How many, from 0.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="productLine"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="productLine"/> is empty or only white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cases"/> is negative.</exception>
    public Technician KnowingProduct(string productLine, int cases)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(productLine);
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        return new(this) { _products = new(_products, StringComparer.Ordinal) { [productLine] = cases } };
    }

    /// <summary>Returns a copy that speaks more languages or dialects.</summary>
    /// <param name="languages">The languages.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languages"/> is null.</exception>
    /// <exception cref="InvalidOperationException">One is the default value.</exception>
    public Technician Speaking(params SpokenLanguage[] languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        return new(this) { _languages = [.. _languages.Concat(languages.Select(language => SpokenLanguage.Named(language.Name))).Distinct()] };
    }

    /// <summary>Returns a copy that serves more regions.</summary>
    /// <param name="regions">The regions in the host's words, as requests name them.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="regions"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">One is empty or only white space.</exception>
    public Technician Serving(params string[] regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        foreach (string region in regions)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(region, nameof(regions));
        }

        return new(this) { _regions = [.. _regions.Concat(regions).Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>Returns a copy that serves every region and point, as in remote support.</summary>
    /// <returns>The changed copy.</returns>
    public Technician ServingEverywhere() => new(this) { ServesEverywhere = true };

    /// <summary>Returns a copy that sets out from a point and serves what lies within a radius of it.</summary>
    /// <param name="point">Where he sets out from.</param>
    /// <param name="travelRadius">Metres along the great circle, from 0 (only the regions that he names) to 2,000,000.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="travelRadius"/> is outside that range.</exception>
    public Technician BasedAt(GeoPoint point, int travelRadius) => new(this)
    {
        Base = point,
        TravelRadius = travelRadius is >= 0 and <= MaximumTravelRadius
            ? travelRadius
            : throw new ArgumentOutOfRangeException(nameof(travelRadius), travelRadius, "A travel radius lies from 0 to 2,000,000 metres."),
    };

    /// <summary>Returns a copy with another capacity.</summary>
    /// <param name="units">From 1 to 1,000.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is outside that range.</exception>
    public Technician WithCapacity(int units) => new(this)
    {
        Capacity = units is >= 1 and <= MaximumCapacity
            ? units
            : throw new ArgumentOutOfRangeException(nameof(units), units, "A capacity lies from 1 to 1000 units."),
    };

    /// <summary>Returns a copy that carries a load.</summary>
    /// <param name="units">From 0 to 1,000,000; above the capacity is legal.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is outside that range.</exception>
    public Technician Carrying(int units) => new(this)
    {
        Load = units is >= 0 and <= MaximumLoad
            ? units
            : throw new ArgumentOutOfRangeException(nameof(units), units, "A load lies from 0 to 1,000,000 units."),
    };

    /// <summary>Returns a copy whose last assignment had this number.</summary>
    /// <param name="sequence">The host's own count of assignments, from 0 (never).</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sequence"/> is negative.</exception>
    public Technician LastAssignedAs(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        return new(this) { LastAssigned = sequence };
    }

    /// <summary>Returns a copy with one more leave.</summary>
    /// <param name="leave">When: a half-open interval; without an end he does not come back, without a start he was never there before its end.</param>
    /// <returns>The changed copy.</returns>
    public Technician OnLeave(Interval leave) => new(this) { _presence = _presence.Without(leave) };

    /// <summary>Returns a copy that was given work at more instants: what a limit of intake counts.</summary>
    /// <param name="instants">When.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="instants"/> is null.</exception>
    public Technician AssignedAt(params Instant[] instants)
    {
        ArgumentNullException.ThrowIfNull(instants);
        return new(this) { _assignments = [.. _assignments.Concat(instants).OrderBy(instant => instant)] };
    }

    /// <summary>Returns a copy that works for a service provider (R17).</summary>
    /// <param name="provider">The provider.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="provider"/> is null.</exception>
    public Technician OfProvider(ServiceProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new(this) { Provider = provider };
    }

    /// <summary>Returns a copy that can be called while a calendar is open: the on-call duty, which the host plans.</summary>
    /// <param name="calendar">When.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public Technician OnCallDuring(BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new(this) { OnCall = calendar };
    }
}
