using System.Globalization;

namespace AfterSales.Domain.Json;

/// <summary>The forms of numbers.</summary>
internal static partial class Forms
{
    /// <summary>A whole number, both ends included.</summary>
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
}
