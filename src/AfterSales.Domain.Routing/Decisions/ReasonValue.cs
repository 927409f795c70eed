namespace AfterSales.Domain.Routing;

/// <summary>A value in a reason; its Chinese form differs from the English one where it is a word of a closed set.</summary>
internal readonly record struct ReasonValue(string Name, string English, string Chinese)
{
    internal static ReasonValue Of(string name, string value) => new(name, value, value);

    internal static ReasonValue Of(string name, long value) => Of(name, RoutingWords.Text(value));

    internal static ReasonValue Of(string name, PersonId person) => Of(name, person.Value);

    internal static ReasonValue Of(string name, Grade grade) => new(name, RoutingWords.English(grade), RoutingWords.Chinese(grade));

    internal static ReasonValue Of(string name, GradeSet grades) => new(name, RoutingWords.English(grades), RoutingWords.Chinese(grades));

    internal static ReasonValue Of(string name, ScorePart part) => new(name, RoutingWords.English(part), RoutingWords.Chinese(part));

    internal static ReasonValue Of(string name, Instant? instant) =>
        instant is { } known ? Of(name, RoutingWords.Text(known)) : new(name, "never", "不再");
}
