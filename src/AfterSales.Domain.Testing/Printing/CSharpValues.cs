using System.Globalization;
using System.Text;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Values as C# expressions that any version of C# since 7.3 compiles.</summary>
internal static class CSharpValues
{
    private const long PerSecond = NodaConstants.NanosecondsPerSecond;

    /// <summary>What a printed program uses, one line each.</summary>
    internal static string Usings { get; } = string.Concat(new[]
    {
        "System", "System.Collections.Generic", "AfterSales.Domain.Calendars", "AfterSales.Domain.Json", "AfterSales.Domain.Requests", "AfterSales.Domain.Routing", "AfterSales.Domain.Satisfaction",
        "AfterSales.Domain.Sla", "AfterSales.Domain.Tickets", "NodaTime",
    }.Select(name => $"using {name};\n"));

    internal static string Text(string text)
    {
        StringBuilder literal = new("\"");
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                literal.Append(c).Append(text[++i]);
            }
            else if (c is '"' or '\\')
            {
                literal.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\u0085')
            {
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                literal.Append(c);
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A text as it stands, over several lines.</summary>
    internal static string Verbatim(string text) => "@\"" + string.Join("\"\"", text.Split('"')) + "\"";

    internal static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Of(bool truth) => truth ? "true" : "false";

    internal static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture) + "d";

    internal static string Of(decimal number) => number.ToString(CultureInfo.InvariantCulture) + "m";

    internal static string Of(Instant at)
    {
        LocalDateTime utc = at.InUtc().LocalDateTime;
        string seconds = utc.Second == 0 ? "" : ", " + Of(utc.Second);
        string made = $"Instant.FromUtc({Of(utc.Year)}, {Of(utc.Month)}, {Of(utc.Day)}, {Of(utc.Hour)}, {Of(utc.Minute)}{seconds})";
        return utc.NanosecondOfSecond == 0 ? made : $"({made} + Duration.FromNanoseconds({Of(utc.NanosecondOfSecond)}L))";
    }

    internal static string Of(Duration amount)
    {
        foreach ((string unit, long nanoseconds) in new[]
                 {
                     ("Days", NodaConstants.NanosecondsPerDay), ("Hours", NodaConstants.NanosecondsPerHour), ("Minutes", NodaConstants.NanosecondsPerMinute), ("Seconds", PerSecond),
                 })
        {
            Duration one = Duration.FromNanoseconds(nanoseconds);
            double count = Math.Floor(amount / one);
            if (one * count == amount)
            {
                return $"Duration.From{unit}({count.ToString("0", CultureInfo.InvariantCulture)})";
            }
        }

        return $"Duration.FromNanoseconds({amount.ToInt64Nanoseconds().ToString(CultureInfo.InvariantCulture)}L)";
    }

    internal static string Of(LocalDate date) => $"new LocalDate({Of(date.Year)}, {Of(date.Month)}, {Of(date.Day)})";

    internal static string Of(LocalTime time) => time.NanosecondOfSecond != 0
        ? $"LocalTime.FromNanosecondsSinceMidnight({time.NanosecondOfDay.ToString(CultureInfo.InvariantCulture)}L)"
        : $"new LocalTime({Of(time.Hour)}, {Of(time.Minute)}{(time.Second == 0 ? "" : ", " + Of(time.Second))})";

    internal static string Of(Interval interval) => $"new Interval({(interval.HasStart ? Of(interval.Start) : "null")}, {(interval.HasEnd ? Of(interval.End) : "null")})";

    internal static string Of(PersonId person) => $"new PersonId({Text(person.Value)})";

    internal static string Of(TeamId team) => $"new TeamId({Text(team.Value)})";

    internal static string Of(Role role) => Array.IndexOf(Roles, role) >= 0 ? "Role." + Pascal(role.Name) : $"Role.Named({Text(role.Name)})";

    internal static string Of(Actor actor) => $"new Actor({Of(actor.Person)}, {Of(actor.Role)})";

    internal static string Of(SpokenLanguage language) => $"SpokenLanguage.Named({Text(language.Name)})";

    internal static string Of(WaitReason reason) => WaitReason.WellKnown.Contains(reason)
        ? "WaitReason." + Pascal(reason.Name)
        : $"WaitReason.Named({Text(reason.Name)}, ResponsibleParty.{reason.Party})";

    /// <summary>"in-warranty" as InWarranty.</summary>
    internal static string Pascal(string name) => string.Concat(name.Split('-').Select(CultureInfo.InvariantCulture.TextInfo.ToTitleCase));

    /// <summary>An array of expressions, on one line when there are few and short ones.</summary>
    internal static string Array1<T>(string type, IEnumerable<T> items, Func<T, string> print)
    {
        string[] printed = [.. items.Select(print)];
        if (printed.Length == 0)
        {
            return $"new {type}[0]";
        }

        return printed.Sum(one => one.Length) <= 100 && !Array.Exists(printed, one => one.AsSpan().IndexOf('\n') >= 0)
            ? $"new {type}[] {{ {string.Join(", ", printed)} }}"
            : $"new {type}[]\n{{\n{string.Concat(printed.Select(one => Indented(one) + ",\n"))}}}";
    }

    /// <summary>Each line four blanks further in.</summary>
    internal static string Indented(string text) => "    " + string.Join("\n    ", text.Split('\n'));

    private static readonly Role[] Roles =
    [
        Role.Customer, Role.Agent, Role.Technician, Role.Supervisor, Role.Manager, Role.Leadership, Role.Warehouse, Role.Finance, Role.Quality, Role.System,
    ];
}
