using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>The forms of single values: each reads a node, or writes down what is allowed and returns the default.</summary>
internal static class Forms
{
    internal const int LongestText = 10_000;

    private const int LongestShortList = 1000;

    internal static string Text(DocumentNode node)
    {
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", "a text");
            return "";
        }

        if (node.Text.Length > LongestText)
        {
            node.Refuse("bad-value", string.Format(CultureInfo.InvariantCulture, "a text of at most {0} characters", LongestText));
            return "";
        }

        return node.Text;
    }

    /// <summary>A text with something to read in it.</summary>
    internal static string NonEmptyText(DocumentNode node)
    {
        string text = Text(node);
        if (node.Kind == NodeKind.Text && string.IsNullOrWhiteSpace(text) && node.Text.Length <= LongestText)
        {
            node.Refuse("bad-value", "a text that is not empty");
        }

        return text;
    }

    internal static bool Truth(DocumentNode node)
    {
        if (node.Kind is not (NodeKind.True or NodeKind.False))
        {
            node.Refuse("wrong-type", "true or false");
        }

        return node.Kind == NodeKind.True;
    }

    internal static Func<DocumentNode, int> WholeNumber(int least, int most) => node =>
    {
        string allowed = most == int.MaxValue
            ? string.Format(CultureInfo.InvariantCulture, "a whole number from {0}", least)
            : string.Format(CultureInfo.InvariantCulture, "a whole number from {0} to {1}", least, most);
        if (node.Kind != NodeKind.Number)
        {
            node.Refuse("wrong-type", allowed);
            return least;
        }

        if (int.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        node.Refuse("bad-value", allowed);
        return least;
    };

    /// <summary>How many: a whole number from 0, as large as they come.</summary>
    internal static long Count(DocumentNode node)
    {
        long number = Long(node);
        if (number < 0)
        {
            node.Refuse("bad-value", "a whole number from 0");
        }

        return Math.Max(0, number);
    }

    /// <summary>A whole number of up to 64 bits.</summary>
    internal static long Long(DocumentNode node)
    {
        const string allowed = "a whole number of up to 64 bits";
        if (node.Kind != NodeKind.Number)
        {
            node.Refuse("wrong-type", allowed);
            return 0;
        }

        if (!long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            node.Refuse("bad-value", allowed);
        }

        return number;
    }

    /// <summary>A number with or without decimals, both ends included.</summary>
    internal static Func<DocumentNode, double> Number(double least, double most) => node =>
    {
        string allowed = string.Format(CultureInfo.InvariantCulture, "a number from {0} to {1}", least, most);
        if (node.Kind != NodeKind.Number)
        {
            node.Refuse("wrong-type", allowed);
            return least;
        }

        if (double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most)
        {
            return number;
        }

        node.Refuse("bad-value", allowed);
        return least;
    };

    /// <summary>One of a closed set of words.</summary>
    internal static Func<DocumentNode, T> Word<T>(params (string Word, T Value)[] words) => node =>
    {
        string allowed = Quoting.List(words.Select(word => $"\"{word.Word}\""));
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", allowed);
            return words[0].Value;
        }

        foreach ((string word, T value) in words)
        {
            if (string.Equals(word, node.Text, StringComparison.Ordinal))
            {
                return value;
            }
        }

        node.Refuse("bad-value", allowed + NearMiss.Hint(node.Text, words.Select(word => word.Word)));
        return words[0].Value;
    };

    /// <summary>A text in the grammar of a NodaTime pattern.</summary>
    internal static Func<DocumentNode, T> Pattern<T>(IPattern<T> pattern, string allowed) => node =>
    {
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", allowed);
            return default!;
        }

        ParseResult<T> result = pattern.Parse(node.Text);
        if (result.Success)
        {
            return result.Value;
        }

        node.Refuse("bad-value", allowed);
        return default!;
    };

    /// <summary>A date such as 2026-02-14.</summary>
    internal static LocalDate Date(DocumentNode node)
    {
        LocalDate date = Pattern(LocalDatePattern.Iso, "a date such as \"2026-02-14\"")(node);
        if (date.Year is < 1 or > 9900)
        {
            node.Refuse("bad-value", "a date of the years 1 to 9900");
            return default;
        }

        return date;
    }

    /// <summary>An instant with its offset, such as 2026-01-01T00:00:00+08:00, or in UTC with Z.</summary>
    internal static Instant Moment(DocumentNode node)
    {
        const string allowed = "an instant with its offset such as \"2026-01-01T00:00:00+08:00\" or \"2025-12-31T16:00:00Z\"";
        OffsetDateTime moment = Pattern(OffsetDateTimePattern.ExtendedIso, allowed)(node);
        try
        {
            return moment == default ? default : moment.ToInstant();
        }
        catch (OverflowException)
        {
            // The last hours of the year 9999 west of Greenwich lie in the year 10000.
            node.Refuse("bad-value", allowed);
            return default;
        }
    }

    internal static DateTimeZone Zone(DocumentNode node)
    {
        const string allowed = "the name of a time zone in the IANA database such as \"Asia/Shanghai\" or \"Etc/UTC\"";
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", allowed);
            return DateTimeZone.Utc;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(node.Text) is { } zone)
        {
            return zone;
        }

        node.Refuse("bad-value", allowed + NearMiss.Hint(node.Text, DateTimeZoneProviders.Tzdb.Ids));
        return DateTimeZone.Utc;
    }

    /// <summary>A duration of clock time in ISO 8601: days, hours, minutes, seconds.</summary>
    internal static Func<DocumentNode, Duration> Span(Duration least) => node =>
    {
        string allowed = least > Duration.Zero
            ? "a duration above zero such as \"PT1H30M\" or \"P2D\" (days, hours, minutes, seconds)"
            : "a duration, not negative, such as \"PT1H30M\" or \"P2D\" (days, hours, minutes, seconds)";
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", allowed);
            return least;
        }

        if (IsoDuration.TryParse(node.Text, out Duration duration) && duration >= least)
        {
            return duration;
        }

        node.Refuse("bad-value", allowed);
        return least;
    };

    /// <summary>A name in the alphabet of names.</summary>
    internal static string Name(DocumentNode node)
    {
        const string allowed = "a name of 1 to 64 characters of a-z, 0-9 and '-'";
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", allowed);
            return "";
        }

        if (!NameRule.IsName(node.Text))
        {
            node.Refuse("bad-value", allowed);
        }

        return node.Text;
    }

    /// <summary>Says whether a list or object has few enough parts to be added one by one; when not, that is a finding.</summary>
    internal static bool IsShort(DocumentNode node)
    {
        int parts = Math.Max(node.Items.Count, node.Members.Count);
        if (parts <= LongestShortList)
        {
            return true;
        }

        node.Findings.Add(node, "too-large", string.Format(CultureInfo.InvariantCulture, "found {0} entries", parts), string.Format(CultureInfo.InvariantCulture, "allowed are at most {0} here", LongestShortList));
        return false;
    }

    internal static IReadOnlyList<T> ListOf<T>(DocumentNode node, Func<DocumentNode, T> read, int atLeast)
    {
        if (node.Kind != NodeKind.List)
        {
            node.Refuse("wrong-type", "a list");
            return [];
        }

        if (node.Items.Count < atLeast)
        {
            node.Refuse("bad-value", "a list with at least one value");
        }

        return [.. node.Items.Select(read)];
    }

    /// <summary>Makes a domain value; what its constructor refuses becomes a finding at this place.</summary>
    internal static T? Checked<T>(DocumentNode node, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException error)
        {
            node.Findings.Add(node, "refused", "found " + node.Shown, "it is refused: " + WithoutParameter(error));
            return default;
        }
        catch (InvalidOperationException error)
        {
            node.Findings.Add(node, "refused", "found " + node.Shown, "it is refused: " + error.Message.TrimEnd('.'));
            return default;
        }
    }

    /// <summary>What a domain type says against a value, without the name of the parameter, which is no word of the document.</summary>
    internal static string WithoutParameter(ArgumentException error)
    {
        string message = error.Message.Replace('\r', ' ');
        int end = error.ParamName is null ? -1 : message.IndexOf($" (Parameter '{error.ParamName}')", StringComparison.Ordinal);
        end = end < 0 ? message.IndexOf("\nParameter name:", StringComparison.Ordinal) : end;
        return (end < 0 ? message : message.Substring(0, end)).Replace('\n', ' ').TrimEnd('.');
    }
}
